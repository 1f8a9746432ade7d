import type { Database, Jobs, RunningJob, UnitOfWork } from '@haishi/platform';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AssignmentRuns } from './assignment-runs.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval'] }));
afterEach(() => vi.useRealTimers());

/** A search that is under way, whose first word of how far it is meets `store`. */
async function solved(store: () => Promise<void>): Promise<void> {
  const run = { id: 'run', state: 'running', task: { judges: [], entries: [] }, seed: 1, seconds: 5 };
  let solve: (job: RunningJob<{ runId: string }>) => Promise<unknown>;
  const runs = new AssignmentRuns(
    { manager: { findOneBy: () => Promise.resolve(run) } } as unknown as Database,
    {
      run: (_actor: unknown, work: (work: object) => Promise<void>) => work({ manager: { update: store } }),
    } as unknown as UnitOfWork,
    { register: (job: { run: typeof solve }) => (solve = job.run) } as unknown as Jobs,
  );
  runs.onModuleInit();
  const ended = solve!({
    input: { runId: 'run' },
    signal: new AbortController().signal,
    progress: () => Promise.resolve(),
  } as unknown as RunningJob<{ runId: string }>);
  await vi.advanceTimersByTimeAsync(1000);
  await ended;
}

it('is taken up once more where its progress could not be stored', () =>
  expect(solved(() => Promise.reject(new Error('The database is gone.')))).rejects.toThrow('The database is gone.'));

it('ends where somebody cancelled it', () =>
  expect(solved(() => Promise.resolve({ affected: 0 }) as never)).resolves.toBeUndefined());
