import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/screen',
      component: () => import('./ScreenPage.vue'),
      meta: { public: true, layout: 'screen', title: { zh: '大屏', en: 'Big screen' } },
    },
  ],
});
