import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/live/:id',
      component: () => import('./AudiencePage.vue'),
      meta: { public: true, layout: 'plain', title: { zh: '路演现场', en: 'Roadshow live' } },
    },
  ],
});
