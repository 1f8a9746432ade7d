import type { LocalText, Locale } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { AudienceInput } from './mailing.dto.js';

/** A message that organisers sent to many at once 群发通知. Never changed. */
@Entity('mailings')
@Index('ix_mailings_edition', ['editionId', 'id'])
export class Mailing {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @JsonColumn() audience: AudienceInput;
  @JsonColumn() subject: LocalText;
  @JsonColumn() text: LocalText;
  @IntColumn() recipients: number;
  @InstantColumn() createdAt: Date;
  @TextColumn(64) createdBy: string;
}

/** Somebody that a message goes to, as they were when it was sent. */
@Entity('mailing_recipients')
@Index('uq_mailing_recipients_key', ['noticeKey'], { unique: true })
@Index('ix_mailing_recipients_mailing', ['mailingId', 'id'])
@Index('ix_mailing_recipients_person', ['personId'])
export class MailingRecipient {
  @IdColumn() id: string;
  @RefColumn() mailingId: string;
  /** Of the notice that it is sent by. */
  @TextColumn(160) noticeKey: string;
  @RefColumn({ nullable: true }) personId: string | null;
  @TextColumn(100) name: string;
  @TextColumn(254) mail: string;
  @TextColumn(2) locale: Locale;
  @RefColumn({ nullable: true }) projectId: string | null;
  @TextColumn(200) title: string;
  @TextColumn(40) number: string;
  /** How often it was ordered: 1, and once more for each time that it was sent again by hand. */
  @IntColumn() tries: number;
  /** When its notice was ordered; null while it waits for its turn. */
  @InstantColumn({ nullable: true }) orderedAt: Date | null;
}
