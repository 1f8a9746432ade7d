import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LongTextColumn, TextColumn } from '../database/columns.js';

/** A mail or short message that was caught instead of sent, where no gateway is set outside production. */
@Entity('caught_messages')
@Index('ix_caught_messages_recipient', ['recipient', 'id'])
@Index('ix_caught_messages_at', ['at'])
export class CaughtMessage {
  /** The notice's id. */
  @IdColumn() id: string;
  @TextColumn(8) channel: 'mail' | 'sms';
  @TextColumn(254) recipient: string;
  @TextColumn(400) subject: string;
  @LongTextColumn() body: string;
  @InstantColumn() at: Date;
}
