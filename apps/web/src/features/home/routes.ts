import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/',
      name: 'home',
      component: () => import('./HomePage.vue'),
      meta: { public: true, layout: 'public' },
    },
  ],
  nav: [{ to: '/', label: { zh: '首页', en: 'Home' }, group: 'public', order: 0 }],
});
