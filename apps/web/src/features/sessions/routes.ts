import { defineFeature } from '@/app/feature';

const LEADERS = ['roadshow.manage', 'roadshow.chair'] as const;
const ROOM = [...LEADERS, 'roadshow.score', 'roadshow.stage', 'roadshow.record', 'roadshow.witness'] as const;

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
  scopes: { session: async () => (await import('./session-places')).sessionPlaces() },
});
