import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/certificates/verify',
      component: () => import('./VerifyPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '证书核验', en: 'Check a certificate' } },
    },
  ],
});
