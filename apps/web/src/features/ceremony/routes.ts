import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/roadshow/:id/ceremony',
      component: () => import('./CeremonyPage.vue'),
      meta: { layout: 'plain', permissions: ['roadshow.chair'], title: { zh: '揭晓仪式', en: 'Ceremony' } },
    },
  ],
});
