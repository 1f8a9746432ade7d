import { defineFeature } from '@/app/feature';

const staff = { permissions: ['review.manage'] as const };

export default defineFeature({
  routes: [
    {
      path: '/staff/editions/:edition/experts',
      component: () => import('./ExpertsPage.vue'),
      props: true,
      meta: { ...staff, title: { zh: '专家库', en: 'Experts' } },
    },
    {
      path: '/staff/editions/:edition/experts/import',
      component: () => import('./ExpertImportPage.vue'),
      props: true,
      meta: { ...staff, title: { zh: '导入专家', en: 'Import experts' } },
    },
    {
      path: '/staff/editions/:edition/stages/:stage/review/:part(plan|assignment|entries|judges|results)?',
      component: () => import('./RoundPage.vue'),
      props: true,
      meta: { ...staff, title: { zh: '网评', en: 'Online review' } },
    },
  ],
});
