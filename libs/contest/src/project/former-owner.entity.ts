import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** Who had a project before it was passed on 原负责人, and whether they still read it. Gone once they have it again. */
@Entity('project_former_owners')
@Index('uq_project_former_owners_person', ['projectId', 'personId'], { unique: true })
@Index('ix_project_former_owners_person', ['personId'])
export class FormerOwner {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @RefColumn() personId: string;
  /** When they passed it on. */
  @InstantColumn() since: Date;
  /** When their reading ended; null while they go on. */
  @InstantColumn({ nullable: true }) endedAt: Date | null;
  @TextColumn(64, { nullable: true }) endedBy: string | null;
}
