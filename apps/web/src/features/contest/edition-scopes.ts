import type { LocalText } from '@haishi/contracts';
import { api } from '@/api/client';
import type { ScopeChoice } from '@/app/feature';
import type { EditionSummary, EditionView } from './contest-api';

const staffEditions = () => api.get<EditionSummary[]>('/editions');

/** The regions or divisions of every edition, named with it. */
export async function parts(part: 'regions' | 'divisions'): Promise<ScopeChoice[]> {
  const join = (one: LocalText, other: LocalText) => ({ zh: `${one.zh} · ${other.zh}`, en: `${one.en} · ${other.en}` });
  const views = await Promise.all(
    (await staffEditions()).map(({ id }) => api.get<EditionView>('/editions/{id}', { path: { id } })),
  );
  return views.flatMap((edition) =>
    edition[part].map(({ code, name }) => ({ id: `${edition.id}/${code}`, label: join(edition.name, name) })),
  );
}

/** The editions in which somebody has staff work. */
export async function editions(): Promise<ScopeChoice[]> {
  return (await staffEditions()).map(({ id, name }) => ({ id, label: name }));
}
