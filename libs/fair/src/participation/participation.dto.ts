import { BoolField, ChoiceField, IdField, PageQuery, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { FairSummary } from '../fair/fair.dto.js';
import {
  PARTICIPATION_STATES,
  type ParticipationState,
  READINESS_STATES,
  READINESS_STEPS,
  type ReadinessState,
  type ReadinessStep,
} from './participation.rules.js';

export class ParticipationChange {
  @TextField({ max: 20, description: 'The code of a zone of the fair.' }) zone: string;
  @BoolField({ description: 'Whether the public may see whom to call about its positions.' }) publishContact: boolean;
}

export class ParticipationInput extends ParticipationChange {
  @IdField() organisationId: string;
}

export class ReasonInput {
  @TextField({ max: 1000 }) reason: string;
}

export class ParticipationQuery extends PageQuery {
  @ChoiceField(PARTICIPATION_STATES, { optional: true }) state?: ParticipationState;
}

class PositionCountsView {
  @ApiProperty() draft: number;
  @ApiProperty() submitted: number;
  @ApiProperty() returned: number;
  @ApiProperty() approved: number;
}

export class ParticipationView {
  @ApiProperty() id: string;
  @ApiProperty() fairId: string;
  @ApiProperty() organisationId: string;
  @ApiProperty() organisationName: string;
  @ApiProperty() creditCode: string;
  @ApiProperty() organisationKind: string;
  @ApiProperty() organisationState: string;
  @ApiProperty() zone: string;
  @ApiProperty() publishContact: boolean;
  @ApiProperty({ enum: PARTICIPATION_STATES }) state: ParticipationState;
  @ApiProperty({ type: String, nullable: true }) stateReason: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) appliedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: Date | null;
  @ApiProperty({ type: PositionCountsView }) positions: PositionCountsView;
  @ApiProperty({ type: [String] }) actions: string[];
  @ApiProperty() version: number;
}

/** A participation with its fair, for the employer. */
export class OwnParticipation extends ParticipationView {
  @ApiProperty({ type: FairSummary }) fair: FairSummary;
}

export class ParticipationPage {
  @ApiProperty({ type: [ParticipationView] }) items: ParticipationView[];
  @ApiProperty({ required: false }) next?: string;
}

class ReadinessStepView {
  @ApiProperty({ enum: READINESS_STEPS }) step: ReadinessStep;
  @ApiProperty({ enum: READINESS_STATES }) state: ReadinessState;
}

/** Where an employer stands on the way to a fair. */
export class ReadinessView {
  @ApiProperty() organisationId: string;
  @ApiProperty() organisationName: string;
  @ApiProperty({ type: [String], description: 'Kinds of evidence still missing.' }) missingEvidence: string[];
  @ApiProperty({ type: OwnParticipation, nullable: true }) participation: OwnParticipation | null;
  @ApiProperty({ type: [ReadinessStepView] }) steps: ReadinessStepView[];
}
