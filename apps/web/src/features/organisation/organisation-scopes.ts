import { api } from '@/api/client';
import type { ScopeChoice } from '@/app/feature';

/** The counties, for roles in one of them. */
export async function counties(): Promise<ScopeChoice[]> {
  const { counties: all } = await api.get('/reference');
  return all.map(({ code, zh, en }) => ({ id: code, label: { zh, en } }));
}

/** The organisations that were approved, for roles in one of them. */
export async function organisations(): Promise<ScopeChoice[]> {
  const { items } = await api.get('/organisations', { query: { state: 'approved', limit: 200 } });
  return items.map((one) => ({ id: one.id, label: { zh: one.name, en: one.name } }));
}
