import { IdColumn, InstantColumn, IntColumn, LongTextColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { AppealState } from './appeal.rules.js';

/** What an entrant brings forward against the rejection of their project 申诉, once. */
@Entity('project_appeals')
@Index('uq_project_appeals_project', ['projectId'], { unique: true })
@Index('ix_project_appeals_edition', ['editionId', 'state', 'at'])
@Index('ix_project_appeals_person', ['byId'])
export class ProjectAppeal {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @RefColumn() projectId: string;
  /** The number of the submission that was rejected. */
  @IntColumn() submission: number;
  /** Who rejected it, and so does not decide. */
  @RefColumn() rejectedBy: string;
  @LongTextColumn() text: string;
  @RefColumn() byId: string;
  @InstantColumn() at: Date;
  @TextColumn(10) state: AppealState;
  /** What the entrant reads; null while it is open. */
  @LongTextColumn({ nullable: true }) answer: string | null;
  @RefColumn({ nullable: true }) decidedBy: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
}
