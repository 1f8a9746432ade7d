import { defineFeature } from '@/app/feature';

const STAFF = ['attendance.read'] as const;

export default defineFeature({
  routes: [
    {
      path: '/staff/admissions',
      component: () => import('./AdmissionsPage.vue'),
      meta: { permissions: STAFF, title: { zh: '入场', en: 'Admission' } },
    },
    {
      path: '/staff/admissions/:id',
      component: () => import('./AdmissionPage.vue'),
      props: true,
      meta: { permissions: STAFF, title: { zh: '入场', en: 'Admission' } },
    },
  ],
  nav: [
    {
      to: '/staff/admissions',
      label: { zh: '入场', en: 'Admission' },
      group: 'fair',
      order: 30,
      permissions: STAFF,
    },
  ],
});
