import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/roadshow/:id/record',
      component: () => import('./RecordPage.vue'),
      meta: {
        permissions: ['roadshow.witness', 'roadshow.chair', 'roadshow.manage', 'roadshow.record'],
        title: { zh: '成绩确认', en: 'Record of a session' },
      },
    },
  ],
});
