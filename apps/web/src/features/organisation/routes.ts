import { defineFeature } from '@/app/feature';

const name = { zh: '单位', en: 'Organisation' };

export default defineFeature({
  routes: [
    {
      path: '/organisations',
      component: () => import('./OwnOrganisationsPage.vue'),
      meta: { permissions: ['organisation.own'], title: { zh: '我的单位', en: 'My organisations' } },
    },
    {
      path: '/organisations/new',
      component: () => import('./NewOrganisationPage.vue'),
      meta: { permissions: ['organisation.own'], title: { zh: '登记单位', en: 'Register an organisation' } },
    },
    {
      path: '/organisations/:id',
      component: () => import('./OrganisationPage.vue'),
      props: (route) => ({ id: route.params['id'], staff: false }),
      meta: { permissions: ['organisation.own'], title: name },
    },
    {
      path: '/staff/organisations',
      component: () => import('./VettingPage.vue'),
      meta: { permissions: ['organisation.vet'], title: { zh: '单位审核', en: 'Vetting of organisations' } },
    },
    {
      path: '/staff/organisations/:id',
      component: () => import('./OrganisationPage.vue'),
      props: (route) => ({ id: route.params['id'], staff: true }),
      meta: { permissions: ['organisation.vet'], title: name },
    },
  ],
  nav: [
    {
      to: '/organisations',
      label: { zh: '我的单位', en: 'My organisations' },
      group: 'mine',
      order: 20,
      permissions: ['organisation.own'],
    },
    {
      to: '/staff/organisations',
      label: { zh: '单位审核', en: 'Vetting of organisations' },
      group: 'system',
      order: 20,
      permissions: ['organisation.vet'],
    },
  ],
  scopes: {
    county: async () => (await import('./organisation-scopes')).counties(),
    organisation: async () => (await import('./organisation-scopes')).organisations(),
  },
});
