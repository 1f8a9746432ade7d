import { ApiProperty } from '@nestjs/swagger';
import { ProjectContentView } from '../project/project.dto.js';
import type { Lateness } from '../project/project.rules.js';

export class SubmissionView {
  @ApiProperty({ description: 'Which submission of the project it is, from 1.' }) submission: number;
  @ApiProperty({ description: 'How many there are.' }) submissions: number;
  @ApiProperty({ type: String, format: 'date-time', description: 'When its request reached the server.' }) at: Date;
  @ApiProperty({
    enum: ['grace', 'code'],
    nullable: true,
    description: 'Why it counts although it came after the deadline.',
  })
  late: Lateness | null;
  @ApiProperty() content: ProjectContentView;
}
