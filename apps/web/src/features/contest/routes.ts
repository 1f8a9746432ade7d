import { defineFeature } from '@/app/feature';

/** Listed only where a role is granted, and loaded only then. */
const places = () => import('./edition-scopes');

const STAFF = ['edition.manage', 'project.read'] as const;
const byEdition = (route: { params: Record<string, unknown> }) => ({ edition: route.params['edition'] });

export default defineFeature({
  routes: [
    {
      path: '/editions/:edition',
      component: () => import('./EditionPublicPage.vue'),
      props: byEdition,
      meta: { public: true, layout: 'public', title: { zh: '赛事', en: 'Edition' } },
    },
    {
      path: '/team-invitation',
      component: () => import('./TeamInvitationPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '成员邀请', en: 'Invitation to a project' } },
    },
    {
      path: '/projects',
      component: () => import('./OwnProjectsPage.vue'),
      meta: { title: { zh: '我的项目', en: 'My projects' } },
    },
    {
      path: '/projects/new',
      component: () => import('./NewProjectPage.vue'),
      meta: { title: { zh: '新建项目', en: 'New project' } },
    },
    {
      path: '/projects/:id',
      component: () => import('./ProjectPage.vue'),
      props: true,
      meta: { title: { zh: '项目', en: 'Project' } },
    },
    {
      path: '/projects/:id/submissions/:number',
      component: () => import('./ProjectSubmissionPage.vue'),
      props: true,
      meta: { title: { zh: '已提交的内容', en: 'As handed in' } },
    },
    {
      path: '/projects/:id/edit',
      component: () => import('./ProjectEditPage.vue'),
      props: true,
      meta: { title: { zh: '填写项目', en: 'Edit project' } },
    },
    {
      path: '/projects/:id/move',
      component: () => import('./MoveProjectPage.vue'),
      props: true,
      meta: { permissions: ['edition.manage'], title: { zh: '调整项目', en: 'Move a project' } },
    },
    {
      path: '/staff/editions',
      component: () => import('./EditionsPage.vue'),
      meta: { permissions: STAFF, title: { zh: '赛事', en: 'Editions' } },
    },
    {
      path: '/staff/editions/import',
      component: () => import('./EditionImportPage.vue'),
      meta: { permissions: ['edition.manage'], title: { zh: '导入赛事', en: 'Import an edition' } },
    },
    {
      path: '/staff/editions/:edition',
      component: () => import('./EditionPage.vue'),
      props: byEdition,
      meta: { permissions: STAFF, title: { zh: '赛事', en: 'Edition' } },
    },
    {
      path: '/staff/editions/:edition/projects',
      component: () => import('./EditionProjectsPage.vue'),
      props: byEdition,
      meta: { permissions: ['project.read'], title: { zh: '项目', en: 'Projects' } },
    },
    {
      path: '/staff/editions/:edition/appeals',
      component: () => import('./AppealsPage.vue'),
      props: byEdition,
      meta: { permissions: ['edition.manage'], title: { zh: '申诉', en: 'Appeals' } },
    },
    {
      path: '/staff/editions/:edition/eligibility',
      component: () => import('./EligibilityPage.vue'),
      props: byEdition,
      meta: { permissions: ['project.check'], title: { zh: '资格审查', en: 'Eligibility check' } },
    },
  ],
  nav: [
    { to: '/projects', label: { zh: '我的项目', en: 'My projects' }, group: 'mine', order: 10 },
    { to: '/staff/editions', label: { zh: '赛事', en: 'Editions' }, group: 'contest', order: 10, permissions: STAFF },
  ],
  scopes: {
    edition: async () => (await places()).editions(),
    region: async () => (await places()).parts('regions'),
    division: async () => (await places()).parts('divisions'),
  },
});
