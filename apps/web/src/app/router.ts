import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { api } from '@/api/client';
import { useToast } from '@/shared/ui/toast';
import { featureRoutes, loadMessages } from './features';
import { ANSWER_MS, useSession } from './session';
import { loadShell } from './shell/load-shell';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...featureRoutes,
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '没有这个页面', en: 'No such page' } },
    },
    {
      path: '/forbidden',
      name: 'forbidden',
      component: () => import('./pages/ForbiddenPage.vue'),
      meta: { public: true, layout: 'public', title: { zh: '没有权限', en: 'Not allowed' } },
    },
  ],
  scrollBehavior: (to, from, saved) => {
    if (saved) return saved;
    if (to.hash && !to.hash.includes('=')) return to.path === from.path ? { el: to.hash } : { top: 0 };
    return to.path === from.path ? false : { top: 0 };
  },
});

/** What loads the pages of a route; the router itself only asks once it knows that they may be opened. */
function lazyParts({ matched }: RouteLocationNormalized): (() => Promise<unknown>)[] {
  return matched.flatMap(({ components }) => {
    const part = components?.['default'];
    return typeof part === 'function' ? [part as () => Promise<unknown>] : [];
  });
}

router.beforeEach(async (to) => {
  const framed = to.meta.layout !== 'plain' && to.meta.layout !== 'screen';
  const open = to.meta.layout === 'screen' || (to.meta.public && to.meta.layout === 'plain');
  const session = useSession();
  // Everything is asked for at once: on a slow connection each step one after another would cost a round trip.
  const asked = open ? null : session.load().catch(() => null);
  for (const load of lazyParts(to)) load().catch(() => undefined);
  const domains = [to.meta.domain ?? [], ...(to.meta.uses ?? []).map((name) => `../features/${name}`)].flat();
  await Promise.all([...domains.map(loadMessages), framed && loadShell()]);
  if (open) return true;
  const current = await asked;
  // Without an answer the page says so in its frame and offers to try again.
  if (to.meta.public || current === null) return true;
  // The fragment may hold a token and stays out of addresses that servers see.
  const next = router.resolve({ path: to.path, query: to.query }).fullPath;
  if (!current.person) return { path: '/sign-in', query: { next } };
  if (!current.privacyAgreed && to.name !== 'consent') return { name: 'consent', query: { next } };
  if (session.may(...(to.meta.permissions ?? []))) return true;
  if (current.secondFactorRequired) return { path: '/sign-in', query: { next } };
  return { name: 'forbidden', query: { from: to.path } };
});

/** What browsers, and the loader of a page's styles, say of a file that they could not get. */
const NOT_LOADED = /dynamically imported module|module script|preload CSS/i;

router.onError(async (error: unknown, to) => {
  if (!(error instanceof Error && NOT_LOADED.test(error.message))) return;
  const from = router.currentRoute.value;
  const shown = from.matched.length > 0;
  try {
    // Without a network whoever has a page keeps it.
    if (shown) await api.get('/session', { signal: AbortSignal.timeout(ANSWER_MS) });
  } catch (unreachable) {
    useToast().failed(unreachable);
    return;
  }
  // Whoever went elsewhere while the server was asked stays there.
  if (router.currentRoute.value.path !== from.path) return;
  // After a new version was put in place, the old one's files are gone: take the page anew.
  location.assign(to.fullPath);
});
