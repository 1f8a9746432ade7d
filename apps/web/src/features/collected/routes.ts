import { defineFeature } from '@/app/feature';

const meta = { permissions: ['edition.manage'] as const };

export default defineFeature({
  routes: [
    {
      path: '/staff/editions/:edition/collected',
      component: () => import('./CollectedPage.vue'),
      props: true,
      meta: { ...meta, title: { zh: '征集项目', en: 'Collected projects' } },
    },
    {
      path: '/staff/editions/:edition/collected/import',
      component: () => import('./CollectedImportPage.vue'),
      props: true,
      meta: { ...meta, title: { zh: '导入征集项目', en: 'Import collected projects' } },
    },
  ],
});
