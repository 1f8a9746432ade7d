import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { HISTORY_KINDS } from '../project/project.dto.js';
import type { Lateness } from '../project/project.rules.js';
import { NEXT_STEPS } from './next-step.rules.js';

export const TIMELINE_KINDS = [
  ...HISTORY_KINDS,
  'late_code',
  'standing',
  'listed',
  'struck',
  'notice_concluded',
  'notice_revoked',
  'certificate',
  'certificate_revoked',
] as const;

/** One step of a project's way, as its entrant may know it. */
export class TimelineStep {
  @ApiProperty({ enum: TIMELINE_KINDS }) kind: (typeof TIMELINE_KINDS)[number];
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ required: false }) by?: string;
  @ApiProperty({ required: false }) to?: string;
  @ApiProperty({ required: false, description: 'Which submission it is about.' }) submission?: number;
  @ApiProperty({ required: false, enum: ['grace', 'code'] }) late?: Lateness;
  @ApiProperty({ required: false }) reason?: LocalTextView;
  @ApiProperty({ required: false }) text?: string;
  @ApiProperty({ required: false, type: String, format: 'date-time' }) dueAt?: Date;
  @ApiProperty({ required: false, description: 'Of which stage.' }) stage?: LocalTextView;
  @ApiProperty({ required: false, description: 'Such as the award.' }) result?: LocalTextView;
  @ApiProperty({ required: false, description: 'The public notice, whose page everybody may read.' }) noticeId?: string;
}

export class NextStepView {
  @ApiProperty({ enum: NEXT_STEPS }) code: (typeof NEXT_STEPS)[number];
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Until when, or at what time.' })
  at: Date | null;
}

export class TimelineView {
  @ApiProperty({ type: [TimelineStep], description: 'Oldest first.' }) steps: TimelineStep[];
  @ApiProperty() next: NextStepView;
}
