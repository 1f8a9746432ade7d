import { setImmediate as breathe } from 'node:timers/promises';
import type { Work } from '@haishi/platform';
import { createConnection } from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorNamed, openTestDatabase, type TestDatabase } from '../support/database.js';
import { ENGINES } from '../support/engines.js';
import { gate } from '../support/facts.js';
import { Counter, COUNTERS } from './counter.js';

const system = actorNamed('test', 'system');

describe.skipIf(!ENGINES.includes('mysql'))('a transaction that InnoDB drops', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await openTestDatabase('mysql', COUNTERS);
    for (const id of ['left', 'right']) await db.database.manager.insert(Counter, { id, name: id, value: 0 });
  });
  afterEach(() => db.close());

  const add = (work: Work, id: string) => work.execute('UPDATE test_counters SET value = value + 1 WHERE id = ?', [id]);
  const values = async () =>
    (await db.database.manager.find(Counter, { order: { id: 'ASC' } })).map((row) => row.value);

  /** Two units of work that each hold what the other wants next; answers how often each ran. */
  async function cross(whenRefused: (error: unknown) => void): Promise<number[]> {
    const runs = [0, 0];
    const held = [gate(), gate()];
    const crossing = ([first, second]: string[], me: number) =>
      db.uow.run(system, async (work) => {
        runs[me]! += 1;
        await add(work, first!);
        held[me]!.open();
        await held[1 - me]!.opened;
        await add(work, second!).catch(whenRefused);
        await work.event({ type: 'crossed', subjectType: 'side', subjectId: String(me) });
      });
    await Promise.all([crossing(['left', 'right'], 0), crossing(['right', 'left'], 1)]);
    return runs;
  }

  it('is run again from BEGIN as the victim of a deadlock', async () => {
    const runs = await cross((error) => {
      throw error;
    });
    expect(runs.toSorted()).toEqual([1, 2]);
    expect(await values()).toEqual([2, 2]);
  });

  it('is run again even where its code took the deadlock for another failure, or for none', async () => {
    const wrapped = await cross(() => {
      throw new Error('could not add');
    });
    const ignored = await cross(() => {});
    expect([wrapped.toSorted(), ignored.toSorted()]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(await values()).toEqual([4, 4]);
    const [events] = await db.database.query<{ count: number }>('SELECT COUNT(*) AS count FROM events');
    expect(events).toEqual({ count: 4 });
  });

  it('is run again where the lock it waits for is not given up in time', async () => {
    const other = await createConnection({ uri: db.settings['DATABASE_URL']! });
    await other.query('START TRANSACTION');
    await other.query("UPDATE test_counters SET value = 10 WHERE id = 'right'");
    let runs = 0;
    await db.uow.run(system, async (work) => {
      runs += 1;
      await work.query('SET SESSION innodb_lock_wait_timeout = 1');
      await add(work, 'left');
      if (runs === 2) await other.query('COMMIT');
      await add(work, 'right');
      await breathe();
    });
    await other.end();
    expect(runs).toBe(2);
    expect(await values()).toEqual([1, 11]);
  });
});
