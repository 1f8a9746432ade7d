import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/gate',
      component: () => import('./GatePage.vue'),
      meta: { public: true, layout: 'plain', title: { zh: '检票', en: 'Gate' } },
    },
  ],
  nav: [{ to: '/gate', label: { zh: '检票', en: 'Gate' }, group: 'fair', order: 40, permissions: ['gate.scan'] }],
});
