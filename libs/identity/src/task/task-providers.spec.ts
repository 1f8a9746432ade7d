import { systemActor } from '@haishi/platform';
import { expect, it } from 'vitest';
import { type Task, TaskProviders } from './task-providers.js';

it('puts what is due first before what is due later, and what has no date last', async () => {
  const task = (kind: string, dueAt?: string): Task => ({
    kind,
    title: { zh: '', en: '' },
    href: '/',
    ...(dueAt ? { dueAt: new Date(dueAt) } : {}),
  });
  const providers = new TaskProviders();
  providers.register({ tasks: () => Promise.resolve([task('a'), task('b', '2026-05-02T00:00:00Z')]) });
  providers.register({ tasks: () => Promise.resolve([task('c'), task('d', '2026-05-01T00:00:00Z')]) });
  expect((await providers.for(systemActor('test'))).map((one) => one.kind)).toEqual(['d', 'b', 'a', 'c']);
});
