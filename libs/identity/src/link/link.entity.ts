import { IdColumn, InstantColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A revocable link that carries a right without an account, such as a big screen's. */
@Entity('links')
@Index('uq_links_token', ['tokenHash'], { unique: true })
@Index('ix_links_subject', ['subjectType', 'subjectId'])
export class Link {
  @IdColumn() id: string;
  /** SHA-256 of the token, base64url. */
  @TextColumn(43) tokenHash: string;
  @TextColumn(40) purpose: string;
  @TextColumn(40) subjectType: string;
  @TextColumn(64) subjectId: string;
  /** What staff call it, such as where the screen stands. */
  @TextColumn(200) label: string;
  @TextColumn(64) createdBy: string;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) expiresAt: Date | null;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
}
