import { ChoiceField, TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { APPEAL_STATES, type AppealState } from './appeal.rules.js';

export class AppealInput {
  @TextField({ max: 5000, description: 'What the entrant brings forward.' }) text: string;
}

export class AppealDecisionInput {
  @ChoiceField(['upheld', 'dismissed']) outcome: 'upheld' | 'dismissed';
  @TextField({ max: 2000, description: 'What the entrant reads.' }) answer: string;
}

export class AppealView {
  @ApiProperty() text: string;
  @ApiProperty({ type: String, format: 'date-time' }) at: Date;
  @ApiProperty({ enum: APPEAL_STATES }) state: AppealState;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: Date | null;
}

/** What an owner may know of the appeal for their project. */
export class AppealStandingView {
  @ApiProperty() mayAppeal: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when; null where it was never rejected.',
  })
  deadline: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why not, in the reader’s language.' })
  obstacle: string | null;
  @ApiProperty({ type: AppealView, nullable: true }) appeal: AppealView | null;
}

export class AppealRow extends AppealView {
  @ApiProperty() projectId: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty() rejectedBy: string;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ description: 'Not by who rejected the project or belongs to it.' }) mayDecide: boolean;
  @ApiProperty({ description: 'Whether nobody may decide it until another organiser is appointed.' }) waits: boolean;
}
