import { systemActor } from '@haishi/platform';
import { expect, it } from 'vitest';
import { type Task, TaskProviders } from './task-providers.js';

it('puts what happens now first, then what is due first, and what has no date last', async () => {
  const task = (kind: string, dueAt?: string, live = false): Task => ({
    kind,
    title: { zh: '', en: '' },
    href: '/',
    live,
    ...(dueAt ? { dueAt: new Date(dueAt) } : {}),
  });
  const providers = new TaskProviders();
  providers.register({ tasks: () => Promise.resolve([task('a'), task('b', '2026-05-02T00:00:00Z')]) });
  providers.register({
    tasks: () => Promise.resolve([task('c'), task('d', '2026-05-01T00:00:00Z'), task('e', undefined, true)]),
  });
  expect((await providers.for(systemActor('test'))).map((one) => one.kind)).toEqual(['e', 'd', 'b', 'a', 'c']);
});
