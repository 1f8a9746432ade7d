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

const INSERT_HEADS = 'INSERT INTO channel_heads (channel, channelKey, seq) VALUES ';
const RAISE = {
  sqlite: ' ON CONFLICT (channel, channelKey) DO UPDATE SET seq = seq + 1',
  mysql: ' ON DUPLICATE KEY UPDATE seq = seq + 1',
};
const INSERT_MESSAGES = 'INSERT INTO channel_messages (channel, channelKey, seq, at, payload) VALUES ';
const MESSAGE = '(?, ?, (SELECT seq FROM channel_heads WHERE channel = ? AND channelKey = ?), ?, ?)';

/**
 * The messages of live channels with their sequence numbers: unique per channel and key, consecutive, allocated in the
 * database, so that any number of servers may write to one channel. A number exists only if its transaction committed,
 * and becomes visible in order: the head's row stays locked until the commit.
 */
@Injectable()
export class ChannelLog {
  constructor(private readonly database: Database) {}

  /**
   * Adds a message to each of several channels of one key in the open unit of work, no channel twice. The list answered
   * holds their sequence numbers once the unit of work is committed; a channel's first is 1. All of it goes to the database
   * with what comes next.
   */
  async appendAll(work: Work, key: string, messages: readonly { channel: string; data: unknown }[]): Promise<number[]> {
    const channels = messages.map(({ channel }) => channel);
    const engine = work.manager.dataSource.options.type === 'mysql' ? 'mysql' : 'sqlite';
    await work.defer(
      INSERT_HEADS + channels.map(() => '(?, ?, 1)').join() + RAISE[engine],
      channels.flatMap((channel) => [channel, key]),
    );
    await work.defer(
      INSERT_MESSAGES + messages.map(() => MESSAGE).join(),
      messages.flatMap(({ channel, data }) => [channel, key, channel, key, work.now, JSON.stringify(data)]),
    );
    const seqs: number[] = [];
    await work.deferQuery<ChannelHead>(
      `SELECT channel, seq FROM channel_heads WHERE channelKey = ? AND channel IN (${channels.map(() => '?').join()})`,
      [key, ...channels],
      (rows) => {
        const heads = new Map(rows.map(({ channel, seq }) => [channel, Number(seq)]));
        seqs.push(...channels.map((channel) => heads.get(channel)!));
      },
    );
    work.tidy(async () => {
      for (const [index, channel] of channels.entries())
        if (seqs[index]! % PRUNE_EVERY === 0) await this.prune(channel, key, seqs[index]! - CHANNEL_MESSAGES_KEPT);
    });
    return seqs;
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

  private async prune(channel: string, key: string, upTo: number): Promise<void> {
    if (upTo <= 0) return;
    const old = { channel: Equal(channel), channelKey: Equal(key), seq: LessThanOrEqual(upTo) };
    await this.database.manager.delete(StoredChannelMessage, old);
  }
}
