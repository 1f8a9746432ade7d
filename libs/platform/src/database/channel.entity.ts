import { Entity } from 'typeorm';
import { InstantColumn, IntColumn, IntKeyColumn, JsonColumn, KeyColumn } from './columns.js';

/** The last sequence number given out on one channel. */
@Entity('channel_heads')
export class ChannelHead {
  @KeyColumn(80) channel: string;
  @KeyColumn(120) channelKey: string;
  @IntColumn() seq: number;
}

/** One message of a channel, kept for those who missed it. */
@Entity('channel_messages')
export class StoredChannelMessage {
  @KeyColumn(80) channel: string;
  @KeyColumn(120) channelKey: string;
  @IntKeyColumn() seq: number;
  @InstantColumn() at: Date;
  @JsonColumn() payload: unknown;
}
