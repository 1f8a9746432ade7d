import type { LocalText } from '@haishi/contracts';
import { api } from '@/api/client';
import { defineFeature, type ScopeChoice } from '@/app/feature';
import type { SessionSummary } from '@/features/roadshow/roadshow-api';

const LEADERS = ['roadshow.manage', 'roadshow.chair'] as const;
const ROOM = [...LEADERS, 'roadshow.score', 'roadshow.record', 'roadshow.witness'] as const;

/** The sessions of every edition that the reader organises, the newest editions first. */
async function sessionPlaces(): Promise<ScopeChoice[]> {
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

export default defineFeature({
  routes: [
    {
      path: '/roadshow',
      component: () => import('./SessionsPage.vue'),
      meta: { permissions: ROOM, title: { zh: '路演场次', en: 'Roadshow sessions' } },
    },
    {
      path: '/roadshow/:id',
      component: () => import('./SessionPage.vue'),
      meta: { permissions: LEADERS, title: { zh: '路演场次', en: 'Roadshow session' } },
    },
  ],
  nav: [
    {
      to: '/roadshow',
      label: { zh: '路演', en: 'Roadshow' },
      group: 'contest',
      order: 40,
      permissions: ROOM,
    },
  ],
  scopes: { session: sessionPlaces },
});
