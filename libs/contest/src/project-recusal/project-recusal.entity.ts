import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import type { RecusalKind } from '@haishi/review';
import { Entity, Index } from 'typeorm';

/**
 * That somebody of the staff has nothing to do with a project 工作人员回避, or that staff dismissed that: one row for each, the
 * latest decision. What follows from the record alone has a row only once it is dismissed.
 */
@Entity('project_recusals')
@Index('uq_project_recusals_person', ['projectId', 'personId'], { unique: true })
@Index('ix_project_recusals_person', ['personId'])
export class ProjectRecusal {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @RefColumn() personId: string;
  @TextColumn(10) kind: RecusalKind;
  @TextColumn(500) reason: string;
  @InstantColumn() at: Date;
  @TextColumn(64) madeBy: string;
  /** When it was dismissed, by whom and why; null while it stands. */
  @InstantColumn({ nullable: true }) dismissedAt: Date | null;
  @TextColumn(64, { nullable: true }) dismissedBy: string | null;
  @TextColumn(500, { nullable: true }) dismissal: string | null;
}
