import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, Job, JobRunner, Jobs, JobsModule, Schedule, systemActor, UnitOfWork } from '@haishi/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, makePlace, type Place } from '../support/engines.js';
import { until } from '../support/facts.js';
import { startPlatform } from '../support/platform.js';

const owner = { ...systemActor('test'), kind: 'person' as const, id: newId(), secondFactor: false };

eachEngine('jobs', (engine) => {
  let place: Place;
  let servers: INestApplicationContext[];
  const runs: string[] = [];
  const behaviour = new Map<string, (attempt: number, signal: AbortSignal) => Promise<unknown>>();

  beforeAll(async () => {
    place = await makePlace(engine);
    servers = [await startPlatform(place, [JobsModule]), await startPlatform(place, [JobsModule])];
    for (const [index, server] of servers.entries()) {
      server.get(Jobs).register<{ name: string }>({
        kind: 'test.work',
        run: async (job) => {
          runs.push(`${job.input.name} on ${index}`);
          await job.progress(1, 2, 'half');
          const result = await behaviour.get(job.input.name)?.(job.attempt, job.signal);
          await job.progress(2, 2);
          return result;
        },
      });
      server.get(JobRunner).start();
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await place.remove();
  });

  const enqueue = (name: string) =>
    servers[0]!.get(UnitOfWork).run(owner, (work) => servers[0]!.get(Jobs).enqueue(work, 'test.work', { name }));
  const read = (id: string) => servers[0]!.get(Jobs).find(owner, id);
  const ended = async (id: string) => {
    await until(async () => (await read(id)).finishedAt !== null);
    return read(id);
  };

  it('runs each job once, whichever server takes it, and keeps its result', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `job ${index}`);
    for (const name of names) behaviour.set(name, async () => ({ name }));
    const ids = [];
    for (const name of names) ids.push(await enqueue(name));
    const jobs = [];
    for (const id of ids) jobs.push(await ended(id));
    expect(jobs.map((job) => job.state)).toEqual(names.map(() => 'done'));
    expect(jobs.map((job) => job.result)).toEqual(names.map((name) => ({ name })));
    expect(jobs[0]).toMatchObject({ done: 2, total: 2, dueAt: null, attempts: 1 });
    expect(runs.filter((run) => run.startsWith('job ')).length).toBe(12);
  });

  it('shows an expected failure to the owner and does not try again', async () => {
    behaviour.set('refused', async () => {
      throw failure('files.too_many_rows', { params: { max: 10 } });
    });
    const job = await ended(await enqueue('refused'));
    expect(job).toMatchObject({
      state: 'failed',
      errorCode: 'files.too_many_rows',
      errorParams: { max: 10 },
      attempts: 1,
    });
  });

  it('tries again after a defect', async () => {
    behaviour.set('shaky', async (attempt) => {
      if (attempt === 1) throw new Error('the first time fails');
      return { attempt };
    });
    const job = await ended(await enqueue('shaky'));
    expect(job).toMatchObject({ state: 'done', attempts: 2, result: { attempt: 2 } });
  });

  it('starts again what a dead server left behind, and gives up after five', async () => {
    const row = (attempts: number): Job => ({
      id: newId(),
      kind: 'test.work',
      ownerId: owner.id,
      state: 'running',
      input: { name: 'orphan' },
      done: 1,
      total: 2,
      step: null,
      result: null,
      errorCode: null,
      errorParams: null,
      attempts,
      dueAt: new Date(Date.now() - 1000),
      createdAt: new Date(),
      startedAt: new Date(),
      finishedAt: null,
    });
    const [orphan, hopeless] = [row(1), row(5)];
    await servers[0]!.get(UnitOfWork).run(owner, (work) => work.manager.insert(Job, [orphan, hopeless] as never));
    expect(await ended(orphan.id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await ended(hopeless.id)).toMatchObject({ state: 'failed', errorCode: 'jobs.interrupted' });
  });

  it('does not let a server that lost its claim write', async () => {
    let release = () => {};
    const taken = new Promise<void>((resolve) => (release = resolve));
    behaviour.set('slow', async (attempt) => {
      if (attempt === 1) await taken;
      return { attempt };
    });
    const id = await enqueue('slow');
    await until(() => runs.some((run) => run.startsWith('slow')));
    await servers[0]!
      .get(UnitOfWork)
      .run(owner, (work) => work.manager.update(Job, { id }, { dueAt: new Date(Date.now() - 1) }));
    expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2, result: { attempt: 2 } });
    release();
    await until(() => runs.filter((run) => run.startsWith('slow')).length === 2);
    expect((await read(id)).result).toEqual({ attempt: 2 });
  });

  it('is not seen by another person, and does not start where the transaction rolls back', async () => {
    const id = await enqueue('private');
    await expect(servers[0]!.get(Jobs).find({ ...owner, id: newId() }, id)).rejects.toMatchObject({
      code: 'common.not_found',
    });
    await ended(id);
    const uow = servers[0]!.get(UnitOfWork);
    const rolledBack = uow.run(owner, async (work) => {
      await servers[0]!.get(Jobs).enqueue(work, 'test.work', { name: 'never' });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await ended(await enqueue('after'));
    expect(runs.some((run) => run.startsWith('never'))).toBe(false);
  });

  it('hands a running job back when its server stops', async () => {
    const third = await startPlatform(place, [JobsModule]);
    let started = () => {};
    const begun = new Promise<void>((resolve) => (started = resolve));
    third.get(Jobs).register({
      kind: 'test.stopped',
      run: async (job) => {
        if (job.attempt > 1) return 'resumed';
        started();
        return new Promise((_, reject) =>
          job.signal.addEventListener('abort', () => reject(job.signal.reason as Error)),
        );
      },
    });
    const id = await third.get(UnitOfWork).run(owner, (work) => third.get(Jobs).enqueue(work, 'test.stopped', {}));
    third.get(JobRunner).start();
    await begun;
    await third.close();
    expect(await read(id)).toMatchObject({ state: 'queued', attempts: 1 });
    servers[1]!.get(Jobs).register({ kind: 'test.stopped', run: async () => 'resumed' });
    expect(await ended(id)).toMatchObject({ state: 'done', result: 'resumed' });
  });

  it('runs a scheduled task on one server each time, and remembers why it failed', async () => {
    const counts = [0, 0];
    for (const [index, server] of servers.entries()) {
      server.get(Schedule).every(3600, 'test.hourly', async () => void (counts[index]! += 1));
      server.get(Schedule).every(3600, 'test.faulty', async () => {
        throw new Error('it broke');
      });
    }
    await Promise.all(servers.map((server) => server.get(Schedule).runDue()));
    await Promise.all(servers.map((server) => server.get(Schedule).runDue()));
    expect(counts[0]! + counts[1]!).toBe(1);
    const rows = await servers[0]!
      .get(Database)
      .query<{ error: string; runs: number }>("SELECT error, runs FROM schedules WHERE name = 'test.faulty'");
    expect(rows).toMatchObject([{ error: 'it broke' }]);
    expect(Number(rows[0]!.runs)).toBe(1);
  });
});
