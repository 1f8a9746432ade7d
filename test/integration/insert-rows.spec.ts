import { newId } from '@haishi/kernel';
import { Database, insertRows, isDuplicateKey, Job, systemActor, UnitOfWork } from '@haishi/platform';
import { In } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';

eachEngine('rows that are put in at once', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const jobOf = (change: Partial<Job> = {}): Job => ({
    id: newId(),
    kind: 'none',
    ownerId: 'nobody',
    state: 'done',
    input: { list: [1, '二', null], text: `"a" \\ 'b' 😀` },
    done: Number.MAX_SAFE_INTEGER,
    total: -1,
    step: '007',
    result: null,
    errorCode: null,
    errorParams: null,
    attempts: 0,
    dueAt: null,
    createdAt: new Date('2026-03-29T01:02:03.456Z'),
    startedAt: null,
    finishedAt: null,
    ...change,
  });
  const put = (jobs: Job[]) => app.get(UnitOfWork).run(systemActor('test'), (work) => insertRows(work, Job, jobs));
  const read = (jobs: readonly Job[]) =>
    app.get(Database).manager.findBy(Job, { id: In(jobs.slice(0, 100).map(({ id }) => id)) });

  it('read as they were given: texts, whole numbers, moments, JSON and nothing', async () => {
    const [one, other] = [jobOf(), jobOf({ step: null, dueAt: new Date(0), result: { ok: true } })];
    await put([one, other]);
    const found = new Map((await read([one, other])).map((job) => [job.id, job]));
    expect([found.get(one.id), found.get(other.id)]).toEqual([one, other]);
    await put([]);
  });

  it('are all there, more than fit in one statement', async () => {
    const jobs = Array.from({ length: 1_203 }, (_, at) => jobOf({ kind: 'many', total: at }));
    await put(jobs);
    const { manager } = app.get(Database);
    expect(await manager.countBy(Job, { kind: 'many' })).toBe(1_203);
    expect(await manager.sum(Job, 'total', { kind: 'many' })).toBe((1_202 * 1_203) / 2);
  });

  it('are none of them there where one cannot be', async () => {
    const twice = jobOf({ kind: 'refused' });
    const jobs = [...Array.from({ length: 600 }, () => jobOf({ kind: 'refused' })), twice, twice];
    const error: unknown = await put(jobs).catch((fault: unknown) => fault);
    expect(isDuplicateKey(error)).toBe(true);
    expect(await app.get(Database).manager.countBy(Job, { kind: 'refused' })).toBe(0);
  });
});
