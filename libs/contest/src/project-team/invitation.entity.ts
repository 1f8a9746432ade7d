import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { InvitationState, MemberTerms } from './team.rules.js';

/**
 * That a member named in a project's team was invited to it 成员邀请, and what came of that; one for each address of a project.
 * It says nothing of what was handed in: submissions stay as they are.
 */
@Entity('project_member_invitations')
@Index('uq_project_member_invitations_mail', ['projectId', 'mail'], { unique: true })
@Index('uq_project_member_invitations_token', ['tokenHash'], { unique: true })
@Index('ix_project_member_invitations_mail', ['mail', 'state'])
@Index('ix_project_member_invitations_person', ['personId', 'state'])
export class MemberInvitation {
  @IdColumn() id: string;
  @RefColumn() projectId: string;
  /** In normal form. */
  @TextColumn(254) mail: string;
  /** SHA-256 of the token in the link last sent, base64url. */
  @TextColumn(43) tokenHash: string;
  @TextColumn(12) state: InvitationState;
  /** As what the member was named when they accepted last. */
  @JsonColumn({ nullable: true }) agreed: MemberTerms | null;
  /** Whose account accepted; tied to the project also after that has ended, and a former member once it is sent anew. */
  @RefColumn({ nullable: true }) personId: string | null;
  @IntColumn() timesSent: number;
  /** When it was sent last. */
  @InstantColumn() sentAt: Date;
  @InstantColumn() expiresAt: Date;
  /** When the state was reached. */
  @InstantColumn() stateAt: Date;
}
