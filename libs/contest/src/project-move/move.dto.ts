import { TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView, ProblemView } from '../edition/edition.dto.js';

export class PlacementInput {
  @TextField({ max: 12 }) division: string;
  @TextField({ max: 12, description: 'The sub-field, of the division.' }) field: string;
  @TextField({ max: 12 }) region: string;
  @TextField({ max: 12 }) group: string;
}

export class MoveProjectInput extends PlacementInput {
  @TextField({ max: 500, description: 'The entrant reads it.' }) reason: string;
}

/** What a move would do. Nothing was stored. */
export class MovePreview {
  @ApiProperty({ description: 'To be sent as If-Match when it is made.' }) version: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it cannot be moved any more.' })
  obstacle: string | null;
  @ApiProperty({ type: [ProblemView], description: 'What is asked for there and it lacks.' }) missing: ProblemView[];
  @ApiProperty({ type: [LocalTextView], description: 'Conditions of entry that it would not meet.' })
  unmet: LocalTextView[];
  @ApiProperty({
    type: [String],
    description: 'Files that are not asked for there; empty where one is personal and the reader may not open it.',
  })
  leftOut: string[];
  @ApiProperty({ type: [String], description: 'Checkers and regional organisers who no longer look after it.' })
  lose: string[];
  @ApiProperty({ type: [String], description: 'Checkers and regional organisers who look after it from then on.' })
  gain: string[];
}

export class MovedView {
  @ApiProperty() version: number;
  @ApiProperty({ description: 'The number of the submission that says where it stands now.' }) submission: number;
}
