import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/screen',
      component: () => import('./roadshow/RoadshowScreen.vue'),
      meta: { public: true, layout: 'screen', title: { zh: '路演大屏', en: 'Roadshow screen' } },
    },
  ],
});
