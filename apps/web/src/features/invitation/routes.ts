import { defineFeature } from '@/app/feature';

const staff = { permissions: ['invitation.manage'] as const };

export default defineFeature({
  routes: [
    {
      path: '/rsvp',
      component: () => import('./RsvpPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '邀请', en: 'Invitation' } },
    },
    {
      path: '/staff/fairs/:id/invitations',
      component: () => import('./GuestsPage.vue'),
      props: true,
      meta: { ...staff, title: { zh: '邀请名单', en: 'Invitations' } },
    },
    {
      path: '/staff/fairs/:id/invitations/import',
      component: () => import('./GuestImportPage.vue'),
      props: true,
      meta: { ...staff, title: { zh: '导入邀请名单', en: 'Import invitations' } },
    },
    {
      path: '/staff/fairs/:id/invitations/quotas',
      component: () => import('./QuotasPage.vue'),
      props: true,
      meta: { ...staff, title: { zh: '院校名额', en: 'Quotas by university' } },
    },
  ],
});
