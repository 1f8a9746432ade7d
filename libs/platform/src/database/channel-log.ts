import { Injectable } from '@nestjs/common';
import { Equal, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { ChannelHead, StoredChannelMessage } from './channel.entity.js';
import { Database } from './unit-of-work.js';
import type { Work } from './work.js';

export interface ChannelMessage {
  seq: number;
  data: unknown;
}

/** Messages kept of each channel; who missed more asks for a snapshot. */
export const CHANNEL_MESSAGES_KEPT = 1000;
const PRUNE_EVERY = 100;

const INSERT_MESSAGE = 'INSERT INTO channel_messages (channel, channelKey, seq, at, payload) VALUES (?, ?, ?, ?, ?)';

/**
 * The messages of live channels with their sequence numbers: unique per channel and key, consecutive, allocated in the
 * database, so that any number of servers may write to one channel. A number exists only if its transaction committed,
 * and becomes visible in order: the head's row stays locked until the commit.
 */
@Injectable()
export class ChannelLog {
  constructor(private readonly database: Database) {}

  /** Adds a message in the open unit of work and answers its sequence number; the first is 1. */
  async append(work: Work, channel: string, key: string, data: unknown): Promise<number> {
    const seq = await this.nextNumber(work, channel, key);
    await work.execute(INSERT_MESSAGE, [channel, key, seq, work.now, JSON.stringify(data)]);
    if (seq % PRUNE_EVERY === 0) await this.prune(work, channel, key, seq - CHANNEL_MESSAGES_KEPT);
    return seq;
  }

  /** The number of the last message; 0 where there was none. */
  async head(channel: string, key: string): Promise<number> {
    const head = await this.database.manager.findOneBy(ChannelHead, {
      channel: Equal(channel),
      channelKey: Equal(key),
    });
    return head?.seq ?? 0;
  }

  /** The last numbers of all channels with one of these keys. */
  heads(keys: readonly string[]): Promise<ChannelHead[]> {
    return this.database.manager.findBy(ChannelHead, { channelKey: In(keys) });
  }

  /** The messages after number `after`, in order; undefined where some of them are no longer kept. */
  async since(channel: string, key: string, after: number): Promise<ChannelMessage[] | undefined> {
    const found = await this.database.manager.find(StoredChannelMessage, {
      where: { channel: Equal(channel), channelKey: Equal(key), seq: MoreThan(after) },
      order: { seq: 'ASC' },
    });
    const missing = found.length === 0 ? (await this.head(channel, key)) !== after : found[0]!.seq !== after + 1;
    return missing ? undefined : found.map(({ seq, payload }) => ({ seq, data: payload }));
  }

  private async prune(work: Work, channel: string, key: string, upTo: number): Promise<void> {
    if (upTo > 0)
      await work.manager.delete(StoredChannelMessage, { channel, channelKey: key, seq: LessThanOrEqual(upTo) });
  }

  private async nextNumber(work: Work, channel: string, key: string): Promise<number> {
    if (work.manager.dataSource.options.type === 'mysql') {
      const result = (await work.manager.query(
        'INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, LAST_INSERT_ID(1)) ON DUPLICATE KEY UPDATE seq = LAST_INSERT_ID(seq + 1)',
        [channel, key],
      )) as { insertId: number };
      return result.insertId;
    }
    const rows = (await work.manager.query(
      'INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, 1) ON CONFLICT (channel, channelKey) DO UPDATE SET seq = seq + 1 RETURNING seq',
      [channel, key],
    )) as { seq: number }[];
    return rows[0]!.seq;
  }
}
