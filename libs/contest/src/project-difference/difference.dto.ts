import { IntQuery } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { MATERIAL_CHANGES, MEMBER_CHANGES } from './snapshot-difference.rules.js';

export class SubmissionDifferenceQuery {
  @IntQuery({
    min: 1,
    optional: true,
    description: 'The earlier submission; the one before `to` unless said otherwise.',
  })
  from?: number;
  @IntQuery({ min: 1, optional: true, description: 'The later submission; the last unless said otherwise.' })
  to?: number;
}

/** A value that differs, in words. */
export class ValueChangeView {
  @ApiProperty({ description: 'Such as `organisation.name`; of an answer, the code of its question.' }) field: string;
  @ApiProperty({ required: false, description: 'What the edition asks; of answers alone.' }) question?: LocalTextView;
  @ApiProperty({ type: LocalTextView, nullable: true }) old: LocalTextView | null;
  @ApiProperty({ type: LocalTextView, nullable: true }) new: LocalTextView | null;
}

export class MemberChangeView {
  @ApiProperty({ enum: MEMBER_CHANGES }) kind: (typeof MEMBER_CHANGES)[number];
  @ApiProperty() name: string;
  @ApiProperty({ type: [ValueChangeView], description: 'Where they were changed.' }) values: ValueChangeView[];
}

export class MaterialChangeView {
  @ApiProperty({ enum: MATERIAL_CHANGES }) kind: (typeof MATERIAL_CHANGES)[number];
  @ApiProperty({ description: 'What kind of material it is.' }) material: LocalTextView;
  @ApiProperty({ type: String, nullable: true, description: 'The name of the file that went, as in the project.' })
  old: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The name of the file that came, as in the project.' })
  new: string | null;
}

export class SubmissionDifferenceView {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty({ type: [ValueChangeView] }) fields: ValueChangeView[];
  @ApiProperty({ type: [ValueChangeView] }) answers: ValueChangeView[];
  @ApiProperty({ type: [MemberChangeView] }) members: MemberChangeView[];
  @ApiProperty({ type: [MaterialChangeView] }) materials: MaterialChangeView[];
}
