import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/staff/editions/:edition/late-codes',
      component: () => import('./LateCodesPage.vue'),
      props: true,
      meta: { permissions: ['edition.manage'], title: { zh: '补交码', en: 'Late codes' } },
    },
  ],
});
