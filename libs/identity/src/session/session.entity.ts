import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

export const SIGN_IN_METHODS = ['password', 'code', 'invitation', 'sign_up'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** One sign-in on one device. The token itself is only in the cookie. */
@Entity('sessions')
@Index('uq_sessions_token', ['tokenHash'], { unique: true })
@Index('ix_sessions_person', ['personId'])
@Index('ix_sessions_expires', ['expiresAt'])
export class Session {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  /** SHA-256 of the token, base64url. */
  @TextColumn(43) tokenHash: string;
  @TextColumn(12) method: SignInMethod;
  @InstantColumn() createdAt: Date;
  /** Written at most once a minute. */
  @InstantColumn() lastSeenAt: Date;
  /** When it ends however busy it is. */
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) secondFactorAt: Date | null;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  @TextColumn(64) ip: string;
  @TextColumn(200) userAgent: string;
}
