import { defineFeature } from '@/app/feature';

export default defineFeature({
  routes: [
    {
      path: '/staff/editions/:edition/settings/:part?',
      component: () => import('./SettingsPage.vue'),
      props: true,
      meta: {
        permissions: ['edition.manage'],
        title: { zh: '赛事设置', en: 'Edition settings' },
        uses: ['advancement'],
      },
    },
    {
      path: '/staff/editions/:edition/versions',
      component: () => import('./VersionsPage.vue'),
      props: true,
      meta: { permissions: ['edition.manage'], title: { zh: '设置的版本', en: 'Versions of the settings' } },
    },
  ],
});
