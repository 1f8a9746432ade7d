import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { PROJECT_STATES, type ProjectState } from '../project/project.rules.js';
import { TWIN_KINDS, type TwinKind } from './duplicates.rules.js';

export class TwinReasonView {
  @ApiProperty({ enum: TWIN_KINDS }) kind: TwinKind;
  @ApiProperty({ type: Number, nullable: true, description: 'Of texts, in whole per cent.' }) likeness: number | null;
  @ApiProperty({ description: 'With what it rests on.' }) text: LocalTextView;
}

/** A project that may be the one at hand again. Of one that the reader may not see there are number and reasons alone. */
export class TwinView {
  @ApiProperty() number: string;
  @ApiProperty({ type: [TwinReasonView] }) reasons: TwinReasonView[];
  @ApiProperty({ type: String, nullable: true }) id: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true }) organisationName: string | null;
  @ApiProperty({ enum: PROJECT_STATES, nullable: true }) state: ProjectState | null;
}

export class TwinsView {
  @ApiProperty({ type: [TwinView], description: 'The strongest suspicion first.' }) items: TwinView[];
  @ApiProperty({ description: 'Whether there are more than are listed.' }) more: boolean;
}
