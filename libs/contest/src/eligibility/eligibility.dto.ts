import { InstantField, IntField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { REASON_CODE_LENGTH } from '../edition/review.file.js';

/** Every decision names the submission it was made on. */
export class AcceptInput {
  @IntField({ min: 1, description: 'The submission that was read.' }) submission: number;
  @TextField({ max: 2000, optional: true, description: 'A word for the entrant.' }) text?: string;
}

export class ReturnInput {
  @IntField({ min: 1 }) submission: number;
  @TextField({ max: REASON_CODE_LENGTH, description: 'One of the edition’s.' }) reasonCode: string;
  @TextField({ max: 2000, description: 'What is to be corrected, in words for the entrant.' }) text: string;
  @InstantField({ description: 'Until when the correction may be handed in.' }) dueAt: string;
}

export class RejectInput {
  @IntField({ min: 1 }) submission: number;
  @TextField({ max: REASON_CODE_LENGTH, description: 'One of the edition’s.' }) reasonCode: string;
  @TextField({ max: 2000 }) text: string;
}

export class ProlongInput {
  @InstantField({ description: 'Until when the correction may be handed in from now on.' }) dueAt: string;
  @TextField({ max: 2000, optional: true, description: 'A word for the entrant.' }) text?: string;
}

export class TakeBackInput {
  @TextField({ max: 2000, description: 'Why the decision is taken back, in words for the entrant.' }) reason: string;
}

export class ReasonView {
  @ApiProperty() code: string;
  @ApiProperty() name: LocalTextView;
  @ApiProperty({ required: false, description: 'When it is meant.' }) help?: LocalTextView;
}

export class EligibilityReasons {
  @ApiProperty({ type: [ReasonView] }) return: ReasonView[];
  @ApiProperty({ type: [ReasonView] }) reject: ReasonView[];
  @ApiProperty({ description: 'The days an entrant usually gets for a correction.' }) correctionDays: number;
}

export class DecisionReceipt {
  @ApiProperty({ enum: ['accepted', 'returned', 'rejected', 'submitted'] }) state: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
}
