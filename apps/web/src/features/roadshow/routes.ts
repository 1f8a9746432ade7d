import { defineFeature } from '@/app/feature';

const LEADERS = ['roadshow.manage', 'roadshow.chair'] as const;
const ROOM = [...LEADERS, 'roadshow.score'] as const;

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
    {
      path: '/roadshow/:id/desk',
      component: () => import('./JudgeDesk.vue'),
      meta: { layout: 'plain', permissions: ['roadshow.score'], title: { zh: '评委席', en: 'Judge’s desk' } },
    },
    {
      path: '/roadshow/:id/chair',
      component: () => import('./ChairDesk.vue'),
      meta: { layout: 'plain', permissions: LEADERS, title: { zh: '组长台', en: 'Chair’s desk' } },
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
});
