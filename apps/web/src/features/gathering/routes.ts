import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/roadshow/:id/sign-in',
      component: () => import('./SignInDesk.vue'),
      meta: {
        layout: 'plain',
        uses: ['roadshow'],
        permissions: ['roadshow.record', 'roadshow.chair', 'roadshow.manage'],
        title: { zh: '签到台', en: 'Sign-in desk' },
      },
    },
  ],
});
