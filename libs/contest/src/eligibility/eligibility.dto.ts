import { ChoiceField, InstantField, IntField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { REJECT_REASONS, type RejectReason, RETURN_REASONS, type ReturnReason } from './eligibility.rules.js';

/** Every decision names the submission it was made on. */
export class AcceptInput {
  @IntField({ min: 1, description: 'The submission that was read.' }) submission: number;
  @TextField({ max: 2000, optional: true, description: 'A word for the entrant.' }) text?: string;
}

export class ReturnInput {
  @IntField({ min: 1 }) submission: number;
  @ChoiceField(Object.keys(RETURN_REASONS)) reasonCode: ReturnReason;
  @TextField({ max: 2000, description: 'What is to be corrected, in words for the entrant.' }) text: string;
  @InstantField({ description: 'Until when the correction may be handed in.' }) dueAt: string;
}

export class RejectInput {
  @IntField({ min: 1 }) submission: number;
  @ChoiceField(Object.keys(REJECT_REASONS)) reasonCode: RejectReason;
  @TextField({ max: 2000 }) text: string;
}

export class ReasonView {
  @ApiProperty() code: string;
  @ApiProperty() name: LocalTextView;
}

export class EligibilityReasons {
  @ApiProperty({ type: [ReasonView] }) return: ReasonView[];
  @ApiProperty({ type: [ReasonView] }) reject: ReasonView[];
  @ApiProperty({ description: 'The days an entrant usually gets for a correction.' }) correctionDays: number;
}

export class DecisionReceipt {
  @ApiProperty({ enum: ['accepted', 'returned', 'rejected'] }) state: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
}
