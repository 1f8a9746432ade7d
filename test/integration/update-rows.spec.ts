import { newId } from '@haishi/kernel';
import { Database, Job, systemActor, UnitOfWork, updateRows } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';

eachEngine('rows that are set by their ids', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const insert = async (count: number): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => newId());
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      for (let start = 0; start < count; start += 100)
        await work.manager.insert(
          Job,
          ids.slice(start, start + 100).map((id) => ({
            id,
            kind: 'none',
            ownerId: 'nobody',
            state: 'done' as const,
            input: {} as never,
            done: 1,
            total: 1,
            step: 'before',
            attempts: 0,
            createdAt: work.now,
          })),
        );
    });
    return ids;
  };
  const rows = async (ids: readonly string[]) => {
    const all = await app.get(Database).manager.find(Job);
    const byId = new Map(all.map((job) => [job.id, job]));
    return ids.map((id) => byId.get(id)!).map(({ done, total, step }) => [done, total, step]);
  };
  const set = (list: (string | number | null)[][]) =>
    app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        updateRows(work, { table: 'jobs', columns: { done: 'int', step: 'text' } }, list),
      );

  it('get what is said of them, more than fit in one statement, and no other', async () => {
    const ids = await insert(2_105);
    await set(ids.slice(0, 2_101).map((id, at) => [id, at, `步 "${at}" \\ 'x' 😀`]));
    const found = await rows(ids);
    expect(found[0]).toEqual([0, 1, `步 "0" \\ 'x' 😀`]);
    expect(found[2_100]).toEqual([2_100, 1, `步 "2100" \\ 'x' 😀`]);
    expect(found.slice(2_101)).toEqual(Array.from({ length: 4 }, () => [1, 1, 'before']));
  });

  it('get nothing where nothing is said, whole numbers to the last digit, and texts that look like numbers as texts', async () => {
    const ids = await insert(3);
    await set([
      [ids[0]!, Number.MAX_SAFE_INTEGER, null],
      [ids[1]!, -7, '007'],
      [newId(), 5, 'nobody'],
    ]);
    expect(await rows(ids)).toEqual([
      [Number.MAX_SAFE_INTEGER, 1, null],
      [-7, 1, '007'],
      [1, 1, 'before'],
    ]);
    await set([]);
  });
});
