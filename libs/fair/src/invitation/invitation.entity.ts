import type { GraduateDegree, InvitationState } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, KeyColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A graduate invited to a fair by a personal link 邀请. Opening the link consumes nothing; answering does. */
@Entity('fair_invitations')
@Index('uq_fair_invitations_mail', ['fairId', 'mail'], { unique: true })
@Index('uq_fair_invitations_token', ['tokenHash'], { unique: true })
@Index('ix_fair_invitations_state', ['fairId', 'state'])
@Index('ix_fair_invitations_university', ['fairId', 'university'])
@Index('ix_fair_invitations_person', ['personId'])
export class FairInvitation {
  @IdColumn() id: string;
  @RefColumn() fairId: string;
  @TextColumn(100) name: string;
  /** In normal form. */
  @TextColumn(254) mail: string;
  @TextColumn(16, { nullable: true }) phone: string | null;
  /** Its Chinese name, the key of `UNIVERSITIES`. */
  @TextColumn(60) university: string;
  @TextColumn(10) degree: GraduateDegree;
  @TextColumn(100) major: string;
  @TextColumn(10) state: InvitationState;
  /** Of the link sent last; the ones before are good no more. */
  @TextColumn(43, { nullable: true }) tokenHash: string | null;
  @IntColumn() timesSent: number;
  @InstantColumn({ nullable: true }) sentAt: Date | null;
  @InstantColumn({ nullable: true }) answeredAt: Date | null;
  /** Who accepted: the person of this mail address. */
  @RefColumn({ nullable: true }) personId: string | null;
  @InstantColumn() createdAt: Date;
}

/** How many graduates of one university a fair invites 邀请名额; universities without a row are not limited. */
@Entity('fair_invitation_quotas')
export class InvitationQuota {
  @KeyColumn(36) fairId: string;
  @KeyColumn(60) university: string;
  @IntColumn() places: number;
}
