import { api } from '@/api/client';
import { defineFeature } from '@/app/feature';
import type { FairSummary } from './fair-api';

const STAFF = ['fair.manage', 'participation.vet', 'position.review', 'invitation.manage'] as const;
const employer = { permissions: ['organisation.own'] as const };

export default defineFeature({
  routes: [
    {
      path: '/positions',
      component: () => import('./OpenPositionsPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '招聘岗位', en: 'Positions' } },
    },
    {
      path: '/positions/:id',
      component: () => import('./PositionPage.vue'),
      props: true,
      meta: { public: true, layout: 'public', title: { zh: '岗位', en: 'Position' } },
    },
    {
      path: '/fairs/:fair',
      component: () => import('./FairPage.vue'),
      props: true,
      meta: { public: true, layout: 'public', title: { zh: '人才洽谈会', en: 'Talent fair' } },
    },
    {
      path: '/fairs/:fair/positions',
      component: () => import('./PositionsPage.vue'),
      props: true,
      meta: { public: true, layout: 'public', title: { zh: '招聘岗位', en: 'Positions' } },
    },
    {
      path: '/employer',
      component: () => import('./EmployerPage.vue'),
      meta: { ...employer, title: { zh: '参会准备', en: 'Getting ready for the fair' } },
    },
    {
      path: '/employer/participations/:id',
      component: () => import('./ParticipationPage.vue'),
      props: true,
      meta: { ...employer, title: { zh: '参会', en: 'Participation' } },
    },
    {
      path: '/employer/participations/:id/positions',
      component: () => import('./OwnPositionsPage.vue'),
      props: true,
      meta: { ...employer, title: { zh: '招聘岗位', en: 'Positions' } },
    },
    {
      path: '/employer/participations/:id/positions/new',
      component: () => import('./NewPositionPage.vue'),
      props: true,
      meta: { ...employer, title: { zh: '新增岗位', en: 'Add a position' } },
    },
    {
      path: '/employer/participations/:id/import',
      component: () => import('./ImportPage.vue'),
      props: true,
      meta: { ...employer, title: { zh: '导入岗位', en: 'Import positions' } },
    },
    {
      path: '/employer/positions/:id',
      component: () => import('./EditPositionPage.vue'),
      props: true,
      meta: { ...employer, title: { zh: '岗位', en: 'Position' } },
    },
    {
      path: '/staff/fairs',
      component: () => import('./FairsPage.vue'),
      meta: { permissions: STAFF, title: { zh: '洽谈会', en: 'Fairs' } },
    },
    {
      path: '/staff/fairs/import',
      component: () => import('./FairImportPage.vue'),
      meta: { permissions: ['fair.manage'], title: { zh: '导入洽谈会', en: 'Import a fair' } },
    },
    {
      path: '/staff/fairs/:id',
      component: () => import('./FairStaffPage.vue'),
      props: true,
      meta: { permissions: STAFF, title: { zh: '洽谈会', en: 'Fair' } },
    },
    {
      path: '/staff/fairs/:id/participations',
      component: () => import('./ParticipationsPage.vue'),
      props: true,
      meta: { permissions: ['participation.vet'], title: { zh: '参会审核', en: 'Participations' } },
    },
    {
      path: '/staff/fairs/:id/review',
      component: () => import('./ReviewPage.vue'),
      props: true,
      meta: { permissions: ['position.review'], title: { zh: '岗位审核', en: 'Position review' } },
    },
  ],
  nav: [
    {
      to: '/employer',
      label: { zh: '参会准备', en: 'Fair participation' },
      group: 'mine',
      order: 30,
      permissions: ['organisation.own'],
    },
    { to: '/staff/fairs', label: { zh: '洽谈会', en: 'Fairs' }, group: 'fair', order: 10, permissions: STAFF },
    { to: '/positions', label: { zh: '招聘岗位', en: 'Positions' }, group: 'public', order: 20 },
  ],
  scopes: {
    fair: async () => (await api.get<FairSummary[]>('/fairs')).map(({ id, name }) => ({ id, label: name })),
  },
});
