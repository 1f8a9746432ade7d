import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorNamed, openTestDatabase, type TestDatabase } from '../support/database.js';
import { gate } from '../support/facts.js';
import { Counter, COUNTERS } from './counter.js';

const system = actorNamed('test', 'system');

describe('the one writer of SQLite', () => {
  let db: TestDatabase;
  beforeEach(async () => void (db = await openTestDatabase('sqlite', COUNTERS, { lockTimeout: 300 })));
  afterEach(() => db.close());

  const insert = (id: string) => db.database.manager.insert(Counter, { id, name: id, value: 0 });
  const ids = async () => (await db.database.manager.find(Counter)).map((row) => row.id).toSorted();

  it('answers that it is busy to who waited too long, and takes the next in the order they came', async () => {
    const [holds, done] = [gate(), gate()];
    const first = db.uow.run(system, async () => {
      await insert('first');
      holds.open();
      await done.opened;
    });
    await holds.opened;
    await expect(db.uow.run(system, () => insert('late'))).rejects.toMatchObject({ code: 'common.busy' });
    await expect(insert('late alone')).rejects.toMatchObject({ code: 'common.busy' });
    const order: string[] = [];
    const queued = ['second', 'third', 'fourth'].map((id) =>
      db.uow.run(system, () => insert(id)).then(() => order.push(id)),
    );
    done.open();
    await Promise.all([first, ...queued]);
    expect(order).toEqual(['second', 'third', 'fourth']);
    expect(await ids()).toEqual(['first', 'fourth', 'second', 'third']);
  });

  it('waits for another process without blocking the event loop', async () => {
    const other = new Sqlite(String(db.dataSource.options.database));
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    await expect(insert('refused')).rejects.toMatchObject({ code: 'common.busy' });
    expect(turns).toBeGreaterThan(5);
    const written = insert('waiting');
    other.exec('ROLLBACK');
    await written;
    other.close();
    clearInterval(ticking);
    expect(await ids()).toEqual(['waiting']);
  });

  it('routes a statement by what it does, not by its first word', async () => {
    const statement =
      "WITH fresh(id) AS (VALUES ('a'), ('b')) INSERT INTO test_counters SELECT id, id, 1 FROM fresh RETURNING id";
    expect(await db.database.manager.query(statement)).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('refuses what would change the connection for everybody', async () => {
    for (const sql of ['BEGIN', 'COMMIT', 'PRAGMA query_only = OFF', "ATTACH ':memory:' AS other"])
      await expect(db.database.manager.query(sql)).rejects.toThrow('belong to the driver');
  });

  it('stops a transaction that SQLite ended by itself, instead of writing on without one', async () => {
    const run = db.uow.run(system, async (work) => {
      await insert('row');
      await work.execute("INSERT OR ROLLBACK INTO test_counters VALUES ('row', 'row', 1)").catch(() => {});
      await insert('after');
    });
    await expect(run).rejects.toThrow('rolled this transaction back');
    expect(await ids()).toEqual([]);
    await insert('next');
    expect(await ids()).toEqual(['next']);
  });
});
