import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/editions/:edition/gallery',
      component: () => import('./GalleryPage.vue'),
      props: true,
      meta: { public: true, layout: 'public', title: { zh: '项目展示', en: 'Gallery' } },
    },
    {
      path: '/editions/:edition/gallery/:id',
      component: () => import('./GalleryProjectPage.vue'),
      props: true,
      meta: { public: true, layout: 'public', title: { zh: '项目展示', en: 'Gallery' } },
    },
  ],
});
