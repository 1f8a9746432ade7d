import { IdColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/**
 * What submissions of a project said that ties people to it, whatever its working copy says by now: one row for each address that any
 * of them named in the team, and one for the organisation that the last of them stated. Written with each submission.
 */
@Entity('project_parties')
@Index('ix_project_parties_project', ['projectId'])
@Index('ix_project_parties_mail', ['mail'])
@Index('ix_project_parties_organisation', ['organisationKey'])
@Index('ix_project_parties_code', ['organisationCode'])
export class ProjectParty {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  /** In normal form; null in the row of the organisation, whose columns are null in all others. */
  @TextColumn(254, { nullable: true }) mail: string | null;
  @TextColumn(200, { nullable: true }) organisationName: string | null;
  @TextColumn(200, { nullable: true }) organisationKey: string | null;
  /** The unified social credit code; empty where none was stated. */
  @TextColumn(60, { nullable: true }) organisationCode: string | null;
}
