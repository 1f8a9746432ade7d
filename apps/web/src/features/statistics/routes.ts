import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/staff/editions/:edition/statistics',
      component: () => import('./StatisticsPage.vue'),
      props: true,
      meta: { permissions: ['edition.manage'], title: { zh: '统计', en: 'Statistics' } },
    },
  ],
});
