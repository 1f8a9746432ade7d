import type { Locale, Role, ScopeType } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

export const INVITATION_STATES = ['open', 'accepted', 'revoked'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** An offer of a role by a single-use link 邀请链接. Opening the link consumes nothing; accepting does. */
@Entity('role_invitations')
@Index('uq_role_invitations_token', ['tokenHash'], { unique: true })
@Index('ix_role_invitations_scope', ['scopeType', 'scopeId'])
export class Invitation {
  @IdColumn() id: string;
  @TextColumn(43) tokenHash: string;
  @TextColumn(40) role: Role;
  @TextColumn(20) scopeType: ScopeType;
  @TextColumn(80) scopeId: string;
  @TextColumn(100) name: string;
  @TextColumn(254, { nullable: true }) mail: string | null;
  @TextColumn(16, { nullable: true }) phone: string | null;
  @TextColumn(2) locale: Locale;
  @TextColumn(10) state: InvitationState;
  /** How long it runs after each sending. */
  @IntColumn() days: number;
  @IntColumn() timesSent: number;
  @RefColumn() createdBy: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  @RefColumn({ nullable: true }) acceptedBy: string | null;
  @InstantColumn({ nullable: true }) acceptedAt: Date | null;
}
