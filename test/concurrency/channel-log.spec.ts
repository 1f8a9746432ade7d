import { CHANNEL_MESSAGES_KEPT, TransactionLostError } from '@haishi/platform';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorNamed, openTestDatabase, type TestDatabase } from '../support/database.js';
import { eachEngine } from '../support/engines.js';

const system = actorNamed('test', 'system');

eachEngine('the log of live channels', (engine) => {
  let db: TestDatabase;
  beforeEach(async () => void (db = await openTestDatabase(engine)));
  afterEach(() => db.close());

  /** Writes one message to each of `channels`, and answers their numbers. */
  const append = (key: string, channels: string[], data: unknown = null) =>
    db.uow.run(system, (work) =>
      db.channels.appendAll(
        work,
        key,
        channels.map((channel) => ({ channel, data })),
      ),
    );

  it('numbers each channel of each key on its own, from 1', async () => {
    expect(await append('hall', ['desk', 'chair'])).toEqual([1, 1]);
    expect(await append('hall', ['chair', 'screen'])).toEqual([2, 1]);
    expect(await append('room', ['chair'])).toEqual([1]);
    expect(await db.channels.head('chair', 'hall')).toBe(2);
    expect(await db.channels.head('screen', 'room')).toBe(0);
  });

  it('numbers several messages of one unit of work in their order', async () => {
    const seqs = await db.uow.run(system, async (work) => {
      const first = await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: 'first' }]);
      const second = await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: 'second' }]);
      return { first, second };
    });
    expect(seqs).toEqual({ first: [1], second: [2] });
    expect(await db.channels.since('desk', 'hall', 0)).toEqual([
      { seq: 1, data: 'first' },
      { seq: 2, data: 'second' },
    ]);
  });

  it('gives the number of what was refused to the next', async () => {
    const refused = db.uow.run(system, async (work) => {
      await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: 'refused' }]);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await append('hall', ['desk'], 'kept')).toEqual([1]);
    expect(await db.channels.since('desk', 'hall', 0)).toEqual([{ seq: 1, data: 'kept' }]);
  });

  it('numbers and tells once what had to run again', async () => {
    await append('hall', ['desk']);
    let attempts = 0;
    const told: number[] = [];
    const answered = await db.uow.run(system, async (work) => {
      const seqs = await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: 'again' }]);
      work.afterCommit(() => void told.push(...seqs));
      await db.channels.appendAll(work, 'hall', [{ channel: 'chair', data: 'again' }]);
      attempts += 1;
      if (attempts < 3) throw new TransactionLostError();
      return seqs;
    });
    expect([attempts, answered, told]).toEqual([3, [2], [2]]);
    expect(await db.channels.since('desk', 'hall', 1)).toEqual([{ seq: 2, data: 'again' }]);
    expect(await db.channels.since('chair', 'hall', 0)).toEqual([{ seq: 1, data: 'again' }]);
  });

  it('leaves no gap and gives no number twice, whoever writes at once', async () => {
    const seqs = await Promise.all(
      Array.from({ length: 40 }, (_, index) => append('hall', index % 2 === 0 ? ['desk', 'chair'] : ['desk'], index)),
    );
    expect(seqs.map(([desk]) => desk!).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    const messages = (await db.channels.since('desk', 'hall', 0))!;
    expect(messages.map(({ seq, data }) => [seq, data])).toEqual(
      seqs.map(([desk], index) => [desk, index]).toSorted(([one], [other]) => Number(one) - Number(other)),
    );
  });

  it('has what is told go before the clearing away, so that the next message does not overtake it', async () => {
    const kept = async () => {
      const [row] = await db.database.query<{ kept: number }>('SELECT COUNT(*) AS kept FROM channel_messages');
      return Number(row!.kept);
    };
    await db.uow.run(system, async (work) => {
      for (let seq = 1; seq < CHANNEL_MESSAGES_KEPT + 100; seq += 1)
        await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: seq }]);
    });
    let keptWhenTold = 0;
    await db.uow.run(system, async (work) => {
      await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: 'told' }]);
      work.afterCommit(async () => void (keptWhenTold = await kept()));
    });
    expect(keptWhenTold).toBe(CHANNEL_MESSAGES_KEPT + 100);
    expect(await kept()).toBe(CHANNEL_MESSAGES_KEPT);
  });

  it('keeps the last of them, and says so to who missed more', async () => {
    const LAST = CHANNEL_MESSAGES_KEPT + 200;
    await db.uow.run(system, async (work) => {
      for (let seq = 1; seq < LAST; seq += 1)
        await db.channels.appendAll(work, 'hall', [{ channel: 'desk', data: seq }]);
      await db.channels.appendAll(work, 'room', [{ channel: 'desk', data: 'other' }]);
    });
    expect(await append('hall', ['desk'], LAST)).toEqual([LAST]);
    const [kept] = await db.database.query<{ kept: number }>(
      "SELECT COUNT(*) AS kept FROM channel_messages WHERE channelKey = 'hall'",
    );
    expect(Number(kept!.kept)).toBe(CHANNEL_MESSAGES_KEPT);
    expect(await db.channels.since('desk', 'hall', LAST - CHANNEL_MESSAGES_KEPT - 1)).toBeUndefined();
    expect(await db.channels.since('desk', 'hall', LAST - 1)).toEqual([{ seq: LAST, data: LAST }]);
    expect(await db.channels.since('desk', 'room', 0)).toHaveLength(1);
  });
});
