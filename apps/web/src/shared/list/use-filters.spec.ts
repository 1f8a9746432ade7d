import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp, effectScope, nextTick } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useFilters } from './use-filters';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function pageWith(address: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/list', component: {} }] });
  await router.push(address);
  const app = createApp({});
  app.use(router);
  const scope = effectScope();
  const filters = app.runWithContext(() => scope.run(() => useFilters({ q: '', region: '' }))!);
  const settled = () => new Promise<void>((done) => void (router.afterEach(() => done()) satisfies () => void));
  return { router, filters, scope, settled };
}

it('lets a filter be set while the address still follows the one before', async () => {
  const { router, filters, scope, settled } = await pageWith('/list');
  filters.q = 'chip';
  await nextTick();
  const first = settled();
  await vi.advanceTimersByTimeAsync(0);
  vi.advanceTimersByTime(250);
  filters.region = 'BJ';
  await first;
  await nextTick();
  expect(filters).toEqual({ q: 'chip', region: 'BJ' });
  const second = settled();
  vi.advanceTimersByTime(250);
  await second;
  expect(router.currentRoute.value.query).toEqual({ q: 'chip', region: 'BJ' });
  scope.stop();
});

it('follows the address where a link or a step back changes it', async () => {
  const { router, filters, scope } = await pageWith('/list?q=chip');
  expect(filters).toEqual({ q: 'chip', region: '' });
  await router.push('/list?region=BJ');
  await nextTick();
  expect(filters).toEqual({ q: '', region: 'BJ' });
  await router.push('/list?q=chip');
  await nextTick();
  expect(filters).toEqual({ q: 'chip', region: '' });
  scope.stop();
});
