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
  panels: [{ permission: 'demand.own', component: () => import('./CountyPanel.vue') }],
  nav: [{ to: '/', label: { zh: '首页', en: 'Home' }, group: 'public', order: 0 }],
});
