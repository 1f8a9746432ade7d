/** The frame of public and staff pages; desks, gates and screens stand without it and do not load it. */
export const loadShell = () => import('./AppShell.vue');
