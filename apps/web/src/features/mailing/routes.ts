import { defineFeature } from '@/app/feature';

const meta = { permissions: ['edition.manage'] as const };
const list = '/staff/editions/:edition/mailings';

export default defineFeature({
  routes: [
    {
      path: list,
      component: () => import('./MailingsPage.vue'),
      props: true,
      meta: { ...meta, title: { zh: '群发邮件', en: 'Messages to many' } },
    },
    {
      path: `${list}/new`,
      component: () => import('./NewMailingPage.vue'),
      props: true,
      meta: { ...meta, title: { zh: '写群发邮件', en: 'Write to many' } },
    },
    {
      path: `${list}/:id`,
      component: () => import('./MailingPage.vue'),
      props: true,
      meta: { ...meta, title: { zh: '群发邮件', en: 'Message to many' } },
    },
  ],
});
