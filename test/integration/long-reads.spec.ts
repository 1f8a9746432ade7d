import { Worker } from 'node:worker_threads';
import { EventDelivery, LongReads, StoredEvent } from '@haishi/platform';
import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { actorNamed, openTestDatabase, type TestDatabase } from '../support/database.js';
import { eachEngine } from '../support/engines.js';
import { gate } from '../support/facts.js';

/** Numbers from 1, as many as are asked for. */
const NUMBERS = `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?) SELECT n FROM numbers`;

eachEngine('long reads', (engine) => {
  let db: TestDatabase;
  beforeEach(async () => void (db = await openTestDatabase(engine)));
  afterEach(() => db.close());

  const write = (subjectId: string) =>
    db.uow.run(actorNamed('wang'), (work) =>
      work.event({ type: 'x.y', subjectType: 'x', subjectId, payload: { 名: [1, null] }, scopes: { county: 'c' } }),
    );
  const select = () => db.database.manager.createQueryBuilder(StoredEvent, 'event').orderBy('event.id', 'ASC');

  it('answer rows for parameters of every kind', async () => {
    const before = new Date();
    await write('one');
    await write('two');
    const sql = 'SELECT subjectId FROM events WHERE at >= ? AND subjectId = ? AND 1 = ? AND ? IS NULL';
    expect(await db.longReads.rows(sql, [before, 'two', true, null])).toEqual([{ subjectId: 'two' }]);
    const long = 'SELECT subjectId FROM events WHERE at < ?';
    expect(await db.longReads.rows(long, [before])).toEqual([]);
  });

  it('answer entities as the manager does', async () => {
    await write('one');
    await write('two');
    const found = await db.longReads.entities(select());
    expect(found).toEqual(await select().getMany());
    expect(found[1]).toBeInstanceOf(StoredEvent);
    expect(found[1]).toMatchObject({ subjectId: 'two', payload: { 名: [1, null] }, scopes: { county: 'c' } });
    expect(found[1]!.at).toBeInstanceOf(Date);
    const parameters = { subjectId: 'two' };
    const one = await db.longReads.entities(select().where('event.subjectId = :subjectId', parameters).limit(1));
    expect(one.map((event) => event.subjectId)).toEqual(['two']);
  });

  it('refuse to read entities of two tables at once, which they would not tell apart', async () => {
    const joined = select().leftJoin(EventDelivery, 'delivery', 'delivery.eventId = event.id');
    await expect(db.longReads.entities(joined)).rejects.toThrow('joins');
  });

  it('see what is committed and nothing else', async () => {
    const written = gate();
    const held = gate();
    const open = db.uow.run(actorNamed('wang'), async (work) => {
      await work.event({ type: 'x.y', subjectType: 'x', subjectId: 'open' });
      written.open();
      await held.opened;
    });
    await written.opened;
    expect(await db.longReads.rows('SELECT subjectId FROM events')).toEqual([]);
    held.open();
    await open;
    expect(await db.longReads.rows('SELECT subjectId FROM events')).toEqual([{ subjectId: 'open' }]);
  });

  it('fail with the statement and without the values asked for', async () => {
    const failed = db.longReads.rows('SELECT nothing FROM nowhere WHERE name = ?', ['秘密']);
    await expect(failed).rejects.toMatchObject({ query: 'SELECT nothing FROM nowhere WHERE name = ?' });
    await expect(failed).rejects.not.toThrow('秘密');
    expect(await db.longReads.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('fail where there are more rows than were allowed', async () => {
    expect(await db.longReads.rows(NUMBERS, [3], 3)).toHaveLength(3);
    await expect(db.longReads.rows(NUMBERS, [4], 3)).rejects.toThrow('more than 3 rows');
  });

  it('answer each of many who ask at once', async () => {
    const counts = [5, 1, 9, 3];
    const answers = await Promise.all(counts.map((count) => db.longReads.rows(NUMBERS, [count])));
    expect(answers.map((rows) => rows.length)).toEqual(counts);
  });

  if (engine === 'mysql') return;

  it('let others go on meanwhile', async () => {
    let turns = 0;
    let ended = false;
    const turn = () => {
      turns += 1;
      if (!ended) setImmediate(turn);
    };
    const read = db.longReads.rows(`SELECT COUNT(*) AS n FROM (${NUMBERS})`, [300_000]);
    setImmediate(turn);
    expect(await read).toEqual([{ n: 300_000 }]);
    ended = true;
    expect(turns).toBeGreaterThan(10);
  });

  it('hand rows over some at a time, each part once the one before was taken over', async () => {
    const post = vi.spyOn(Worker.prototype, 'postMessage');
    const rows = await db.longReads.rows<{ n: number }>(NUMBERS, [2_600]);
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 2_600 }, (_, at) => at + 1));
    expect(post.mock.calls.filter(([message]) => message === 'taken')).toHaveLength(5);
    post.mockRestore();
  });

  it('cannot write', async () => {
    await expect(db.longReads.rows(`DELETE FROM events RETURNING id`)).rejects.toThrow('readonly');
  });

  it('tell those who wait that the worker ended, and start another for the next', async () => {
    const endless = db.longReads.rows(`SELECT COUNT(*) AS n FROM (${NUMBERS})`, [1e12]);
    const told = expect(endless).rejects.toThrow('worker ended');
    await db.longReads.onApplicationShutdown();
    await told;
    expect(await db.longReads.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('ask a new worker at once where the last one could not open the database', async () => {
    const options = { type: 'better-sqlite3', database: '/nowhere/at/all.sqlite' };
    const reads = new LongReads({ options } as unknown as DataSource);
    await expect(reads.rows('SELECT 1 AS one')).rejects.toThrow();
    options.database = String(db.dataSource.options.database);
    expect(await reads.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await reads.onApplicationShutdown();
  });
});
