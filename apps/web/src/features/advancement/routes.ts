import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/staff/editions/:edition/stages/:stage/advancement',
      component: () => import('./AdvancementPage.vue'),
      props: true,
      meta: { permissions: ['roadshow.manage'], title: { zh: '晋级', en: 'Advancement' } },
    },
  ],
});
