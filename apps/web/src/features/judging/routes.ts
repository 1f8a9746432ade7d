import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/reviews',
      component: () => import('./OwnReviewsPage.vue'),
      meta: { permissions: ['review.score'], title: { zh: '网评', en: 'Online review' } },
    },
    {
      path: '/reviews/:round/:entry?',
      component: () => import('./JudgingPage.vue'),
      props: true,
      meta: { layout: 'plain', permissions: ['review.score'], title: { zh: '网评', en: 'Online review' } },
    },
  ],
  nav: [
    {
      to: '/reviews',
      label: { zh: '网评', en: 'Online review' },
      group: 'contest',
      order: 41,
      permissions: ['review.score'],
    },
  ],
});
