import { defineFeature } from '@/app/feature';

const LEADERS = ['roadshow.manage', 'roadshow.chair'] as const;

export default defineFeature({
  routes: [
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
    {
      path: '/roadshow/:id/stage',
      component: () => import('./StageDesk.vue'),
      meta: {
        layout: 'plain',
        permissions: ['roadshow.stage'],
        title: { zh: '舞台监督台', en: 'Stage manager’s desk' },
      },
    },
  ],
});
