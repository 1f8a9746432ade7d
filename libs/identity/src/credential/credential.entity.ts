import { IdColumn, InstantColumn, IntColumn, KeyColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A person's password, as argon2id. */
@Entity('passwords')
export class Password {
  @KeyColumn(36) personId: string;
  @TextColumn(200) hash: string;
  @InstantColumn() changedAt: Date;
}

/**
 * Failed attempts in a row on one account, and until when it is locked.
 * The key is `password:` or `totp:` with a person's id, or a hash of a login that nobody has,
 * so that an unknown login answers as a known one does.
 */
@Entity('lockouts')
@Index('ix_lockouts_updated', ['updatedAt'])
export class Lockout {
  @KeyColumn(80) lockKey: string;
  @IntColumn() failures: number;
  @InstantColumn({ nullable: true }) lockedUntil: Date | null;
  @InstantColumn() updatedAt: Date;
}

export const CODE_PURPOSES = ['sign_up', 'sign_in'] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

/** A one-time code 验证码 sent to a mail address or phone. Only the newest of an address and purpose counts. */
@Entity('one_time_codes')
@Index('ix_one_time_codes_address', ['addressHash', 'purpose'])
@Index('ix_one_time_codes_expires', ['expiresAt'])
export class OneTimeCode {
  @IdColumn() id: string;
  @TextColumn(10) purpose: CodePurpose;
  /** Keyed hash of the normalised address. */
  @TextColumn(64) addressHash: string;
  /** Keyed hash of address and code. */
  @TextColumn(64) codeHash: string;
  @IntColumn() tries: number;
  @InstantColumn() createdAt: Date;
  @InstantColumn() expiresAt: Date;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
