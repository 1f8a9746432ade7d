import { IdColumn, InstantColumn, RefColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** Whose account took part in a project under an address that was invited anew since 曾任成员; they are tied to it still. */
@Entity('project_former_members')
@Index('uq_project_former_members_person', ['projectId', 'personId'], { unique: true })
@Index('ix_project_former_members_person', ['personId'])
export class FormerMember {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  @RefColumn() personId: string;
  /** When the address was invited anew. */
  @InstantColumn() since: Date;
}
