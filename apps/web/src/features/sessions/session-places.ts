import type { LocalText } from '@haishi/contracts';
import { api } from '@/api/client';
import type { ScopeChoice } from '@/app/feature';
import type { SessionSummary } from '@/features/roadshow/roadshow-api';

/** The sessions of every edition that the reader organises, the newest editions first. */
export async function sessionPlaces(): Promise<ScopeChoice[]> {
  const editions = await api.get<{ id: string; name: LocalText }[]>('/editions');
  const lists = await Promise.all(
    editions.map(async ({ id, name }) => {
      const sessions = await api.get<SessionSummary[]>('/editions/{id}/sessions', { path: { id } });
      return sessions.map((one) => ({
        id: one.id,
        label: { zh: `${one.name} · ${name.zh}`, en: `${one.name} · ${name.en}` },
      }));
    }),
  );
  return lists.flat();
}
