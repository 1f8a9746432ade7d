import { IdColumn, InstantColumn, IntColumn, KeyColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A person's time-based one-time password 动态口令 (RFC 6238). */
@Entity('second_factors')
export class SecondFactor {
  @KeyColumn(36) personId: string;
  /** The secret in force; null until one was confirmed. */
  @TextColumn(200, { nullable: true }) secretSealed: string | null;
  /** A secret shown to the person and not confirmed yet; the one in force stays so until then. */
  @TextColumn(200, { nullable: true }) pendingSealed: string | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  /** The time step last accepted; it and earlier ones are refused. */
  @IntColumn() lastStep: number;
}

/** One of the codes that stand in for a lost device, once. */
@Entity('recovery_codes')
@Index('ix_recovery_codes_person', ['personId', 'codeHash'])
export class RecoveryCode {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  @TextColumn(64) codeHash: string;
  @InstantColumn({ nullable: true }) usedAt: Date | null;
}
