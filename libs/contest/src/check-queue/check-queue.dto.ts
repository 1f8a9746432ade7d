import { ChoiceField, IdField, InstantField, IntField, IntQuery, ListField, TextField } from '@haishi/platform';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { REASON_CODE_LENGTH } from '../edition/review.file.js';
import { ProjectQuery, ProjectRow } from '../project/project.dto.js';
import { CLAIM_FILTERS, type ClaimFilter, RULE_FILTERS, type RuleFilter } from './queue.queries.js';

export class CheckQueueQuery extends OmitType(ProjectQuery, ['state', 'sort', 'overdue']) {
  @ChoiceField(CLAIM_FILTERS, { optional: true, description: 'Claimed by the reader, by nobody, by others.' })
  claim?: ClaimFilter;
  @ChoiceField(RULE_FILTERS, {
    optional: true,
    description: 'Only what fails a condition of entry as they are now, or of which one cannot be told.',
  })
  conditions?: RuleFilter;
  @IntQuery({ min: 1, max: 365, optional: true, description: 'Only what was handed in at least so many days ago.' })
  waitingDays?: number;
}

/** Which project is claimed next: the queue's filters but whose. */
export class NextInput extends OmitType(CheckQueueQuery, ['cursor', 'limit', 'claim']) {}

export class ClaimViewDto {
  @ApiProperty() by: string;
  @ApiProperty() mine: boolean;
  @ApiProperty({ type: String, format: 'date-time' }) until: Date;
}

export class QueueRow extends ProjectRow {
  @ApiProperty({ type: ClaimViewDto, nullable: true, description: 'Who checks it at present.' })
  claim: ClaimViewDto | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'How many conditions of entry, as they are now, it fails as it was handed in last.',
  })
  unmetRules: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of how many of them that cannot be told.' })
  unknownRules: number | null;
}

export class QueuePage {
  @ApiProperty({ type: [QueueRow] }) items: QueueRow[];
  @ApiProperty({ required: false }) next?: string;
  @ApiProperty() total: number;
  @ApiProperty({ description: 'How many more wait that the reader is recused from, whatever the filters.' })
  recused: number;
}

export class ClaimStateView {
  @ApiProperty({ type: ClaimViewDto, nullable: true }) claim: ClaimViewDto | null;
  @ApiProperty({ description: 'Whether the reader may release another’s.' }) mayRelease: boolean;
}

export class ClaimReceipt {
  @ApiProperty() projectId: string;
  @ApiProperty({ type: String, format: 'date-time' }) until: Date;
}

export class NextReceipt {
  @ApiProperty({ type: ClaimReceipt, nullable: true, description: 'Null where nothing is left.' })
  claimed: ClaimReceipt | null;
}

/** A project as it was read when it was selected. */
export class BulkItem {
  @IdField() projectId: string;
  @IntField({ min: 1, description: 'The submission that was read.' }) submission: number;
}

/** One decision on many; a rejection is made one by one. */
export class BulkInput {
  @ChoiceField(['accept', 'return']) action: 'accept' | 'return';
  @ListField(() => BulkItem, { min: 1, max: 500 }) items: BulkItem[];
  @TextField({ max: REASON_CODE_LENGTH, optional: true, description: 'Of a return, one of the edition’s.' })
  reasonCode?: string;
  @TextField({ max: 2000, optional: true, description: 'What every entrant reads; needed for a return.' })
  text?: string;
  @InstantField({ optional: true, description: 'Of a return.' }) dueAt?: string;
}

export class BulkOutcome {
  @ApiProperty() projectId: string;
  @ApiProperty({ description: 'Whether it was decided, or may be.' }) sound: boolean;
  @ApiProperty({ required: false }) code?: string;
  @ApiProperty({ required: false, description: 'Why not, in the reader’s language.' }) message?: string;
}

export class BulkReport {
  @ApiProperty({ type: [BulkOutcome], description: 'In the order asked.' }) outcomes: BulkOutcome[];
  @ApiProperty() sound: number;
}
