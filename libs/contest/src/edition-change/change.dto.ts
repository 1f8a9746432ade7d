import { IntField, IntQuery, JsonField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView, ProblemView } from '../edition/edition.dto.js';
import { VERSION_KINDS, type VersionKind } from '../edition/edition-version.entity.js';
import { DIFFERENCE_KINDS, type DifferenceKind } from './difference.rules.js';

/** The file as it should become, to be looked at. */
export class ChangePreviewInput {
  @JsonField({ description: 'The whole edition file, as it should become.' }) file: Record<string, unknown>;
  @IntField({ min: 1, optional: true, description: 'The version that the file was made from, if it should be held.' })
  base?: number;
}

export class ChangeInput {
  @JsonField({ description: 'The whole edition file, as it was previewed.' }) file: Record<string, unknown>;
  @TextField({ max: 500, description: 'Why it is changed; stays on record.' }) reason: string;
}

export class DifferencesQuery {
  @IntQuery({ min: 1 }) from: number;
  @IntQuery({ min: 1 }) to: number;
}

/** One thing that differs, readable in both languages. */
export class DifferenceView {
  @ApiProperty({ description: 'Names joined by dots; members of lists by their code.' }) path: string;
  @ApiProperty({ enum: DIFFERENCE_KINDS }) kind: DifferenceKind;
  @ApiProperty() place: LocalTextView;
  @ApiProperty({ type: LocalTextView, nullable: true }) old: LocalTextView | null;
  @ApiProperty({ type: LocalTextView, nullable: true }) new: LocalTextView | null;
}

/** What a difference means for what stands already, or why it may not be made. */
export class ConsequenceView {
  @ApiProperty() path: string;
  @ApiProperty() code: string;
  @ApiProperty() text: LocalTextView;
}

/** What a change would do. Nothing was stored. */
export class ChangePreview {
  @ApiProperty({ description: 'To be sent as If-Match when it is made.' }) version: number;
  @ApiProperty({ type: [ProblemView], description: 'Faults of the file; nothing else is told where there is one.' })
  problems: ProblemView[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'As it was read, dates worked out; null where it is faulty.',
  })
  file: Record<string, unknown> | null;
  @ApiProperty({ type: [DifferenceView] }) differences: DifferenceView[];
  @ApiProperty({ type: [ConsequenceView] }) effects: ConsequenceView[];
  @ApiProperty({ type: [ConsequenceView], description: 'Why it may not be made; empty where it may.' })
  refusals: ConsequenceView[];
}

export class ChangeReceipt {
  @ApiProperty({ description: 'Of the new version.' }) number: number;
}

export class EditionVersionView {
  @ApiProperty() number: number;
  @ApiProperty({ enum: VERSION_KINDS }) kind: VersionKind;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty() at: Date;
  @ApiProperty({ description: 'Empty where it was found as it is.' }) by: string;
}
