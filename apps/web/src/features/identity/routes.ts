import { defineFeature } from '@/app/feature';

const PEOPLE = ['person.manage', 'role.grant'] as const;

export default defineFeature({
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./SignInPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '登录', en: 'Sign in' } },
    },
    {
      path: '/sign-up',
      component: () => import('./SignUpPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '注册', en: 'Sign up' } },
    },
    {
      path: '/invitation',
      component: () => import('./InvitationPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '接受邀请', en: 'Accept an invitation' } },
    },
    {
      path: '/consent',
      name: 'consent',
      component: () => import('./ConsentPage.vue'),
      meta: { layout: 'public', title: { zh: '个人信息处理告知', en: 'Privacy notice' } },
    },
    {
      path: '/mail',
      component: () => import('./MailPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '邮件与短信', en: 'Mail and messages' } },
    },
    {
      path: '/tasks',
      component: () => import('./TasksPage.vue'),
      meta: { title: { zh: '我的事项', en: 'My tasks' } },
    },
    {
      path: '/account',
      component: () => import('./AccountPage.vue'),
      meta: { title: { zh: '账号与安全', en: 'Account and security' } },
    },
    {
      path: '/people',
      component: () => import('./PeoplePage.vue'),
      meta: { permissions: PEOPLE, title: { zh: '人员与角色', en: 'People and roles' } },
    },
    {
      path: '/people/invitations',
      component: () => import('./InvitationsPage.vue'),
      meta: { permissions: ['role.grant'], title: { zh: '邀请', en: 'Invitations' } },
    },
    {
      path: '/people/invite',
      component: () => import('./InvitePage.vue'),
      meta: { permissions: ['role.grant'], title: { zh: '邀请加入', en: 'Invite' } },
    },
    {
      path: '/people/:id',
      component: () => import('./PersonPage.vue'),
      props: true,
      meta: { permissions: PEOPLE, title: { zh: '人员', en: 'Person' } },
    },
    {
      path: '/audit',
      component: () => import('./AuditPage.vue'),
      meta: { permissions: ['audit.read'], title: { zh: '审计日志', en: 'Audit log' } },
    },
  ],
  panels: [{ permission: 'audit.read', component: () => import('./AuditQuestion.vue') }],
  nav: [
    {
      to: '/mail',
      label: { zh: '邮件', en: 'Mail' },
      group: 'public',
      order: 90,
      when: (session) => session.features.mailPage,
    },
    { to: '/tasks', label: { zh: '我的事项', en: 'My tasks' }, group: 'now', order: 0 },
    { to: '/account', label: { zh: '账号与安全', en: 'Account and security' }, group: 'mine', order: 90 },
    {
      to: '/people',
      label: { zh: '人员与角色', en: 'People and roles' },
      group: 'system',
      order: 10,
      permissions: PEOPLE,
    },
    {
      to: '/audit',
      label: { zh: '审计日志', en: 'Audit log' },
      group: 'system',
      order: 30,
      permissions: ['audit.read'],
    },
  ],
});
