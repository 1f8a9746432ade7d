import { Entity, Index } from 'typeorm';
import type { Locale } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, LongTextColumn, RefColumn, TextColumn } from '../database/columns.js';
import type { NoticeChannel } from './notice.template.js';

export type NoticeState = 'queued' | 'sent' | 'failed';

/** One notice to one person by one channel. */
@Entity('notices')
@Index('ux_notices_key', ['noticeKey', 'channel'], { unique: true })
@Index('ix_notices_due', ['dueAt'])
@Index('ix_notices_inbox', ['personId', 'channel', 'id'])
export class Notice {
  @IdColumn() id: string;
  /** Made by the sender from what it is about and for whom, so that a repeated command sends nothing twice. */
  @TextColumn(160) noticeKey: string;
  @TextColumn(8) channel: NoticeChannel;
  @TextColumn(80) template: string;
  @RefColumn({ nullable: true }) personId: string | null;
  @TextColumn(2) locale: Locale;
  /** The masked address; enough to tell which one it was. */
  @TextColumn(80) recipient: string;
  /** Address and parameters under the master key; null once a mail or short message is sent or given up. */
  @LongTextColumn({ nullable: true }) sealed: string | null;
  @TextColumn(8) state: NoticeState;
  /** How often it was tried; also the mark by which a server knows its own claim. */
  @IntColumn() attempts: number;
  /** When it may be tried; while a server holds it, when its claim runs out; null once it is settled. */
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  /** After this moment it is worth nothing and not sent. */
  @InstantColumn({ nullable: true }) expiresAt: Date | null;
  /** Why the last try failed, naming no address. */
  @TextColumn(300, { nullable: true }) reason: string | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) sentAt: Date | null;
  @InstantColumn({ nullable: true }) readAt: Date | null;
}
