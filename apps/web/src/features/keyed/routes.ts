import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/roadshow/:id/keyed',
      component: () => import('./KeyedPage.vue'),
      meta: {
        layout: 'plain',
        uses: ['roadshow'],
        permissions: ['roadshow.record', 'roadshow.chair', 'roadshow.manage'],
        title: { zh: '纸质评分录入', en: 'Paper sheets' },
      },
    },
  ],
});
