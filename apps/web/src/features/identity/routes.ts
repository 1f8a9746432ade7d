import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./SignInPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '登录', en: 'Sign in' } },
    },
  ],
});
