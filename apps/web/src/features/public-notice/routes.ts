import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/public-notices/:id',
      component: () => import('./PublicNoticePage.vue'),
      props: true,
      meta: { public: true, layout: 'public', title: { zh: '公示', en: 'Public notice' } },
    },
    {
      path: '/staff/editions/:edition/stages/:stage/public-notices',
      component: () => import('./NoticesPage.vue'),
      props: true,
      meta: { permissions: ['edition.manage'], title: { zh: '公示与异议', en: 'Public notice' } },
    },
  ],
});
