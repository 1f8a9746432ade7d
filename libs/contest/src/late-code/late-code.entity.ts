import { IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A code 补交码 that lets projects in after the deadline. The code itself is told once and not kept. */
@Entity('late_codes')
@Index('uq_late_codes_hash', ['codeHash'], { unique: true })
@Index('uq_late_codes_number', ['editionId', 'number'], { unique: true })
export class LateCode {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  /** From 1, within the edition. */
  @IntColumn() number: number;
  /** SHA-256 of the code, base64url. */
  @TextColumn(43) codeHash: string;
  /** For the organisers alone. */
  @TextColumn(500) reason: string;
  /** Until when it can be used, and until when a project that used it may be handed in. */
  @InstantColumn() expiresAt: Date;
  /** How many projects it lets in. */
  @IntColumn() uses: number;
  @IntColumn() used: number;
  @InstantColumn() madeAt: Date;
  @RefColumn() madeBy: string;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
  @RefColumn({ nullable: true }) revokedBy: string | null;
}

/** That a project used a late code. Append-only. */
@Entity('late_code_uses')
@Index('uq_late_code_uses_project', ['codeId', 'projectId'], { unique: true })
export class LateCodeUse {
  @IdColumn() id: string;
  @RefColumn() codeId: string;
  @RefColumn() projectId: string;
  @RefColumn() byId: string;
  @InstantColumn() at: Date;
}
