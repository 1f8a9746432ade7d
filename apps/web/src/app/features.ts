import type { RouteRecordRaw } from 'vue-router';
import type { Feature, NavEntry, Panel } from './feature';
import { addMessages, type MessageFile } from './i18n';

const found = import.meta.glob<{ default: Feature }>(
  ['../features/*/routes.ts', '../screens/routes.ts', '../gate/routes.ts'],
  {
    eager: true,
  },
);
const texts = import.meta.glob<MessageFile>([
  '../features/*/*.messages.ts',
  '../screens/*.messages.ts',
  '../gate/*.messages.ts',
]);

const folderOf = (path: string) => path.replace(/\/[^/]+$/, '');

function inDomain(routes: readonly RouteRecordRaw[], domain: string): RouteRecordRaw[] {
  return routes.map((route) => ({ ...route, meta: { ...route.meta, domain } }) as RouteRecordRaw);
}

/** The routes of every domain. */
export const featureRoutes: RouteRecordRaw[] = Object.entries(found).flatMap(([path, module]) =>
  inDomain(module.default.routes, folderOf(path)),
);

/** The navigation entries of every domain, in order. */
export const featureNav: NavEntry[] = Object.values(found)
  .flatMap((module) => module.default.nav ?? [])
  .sort((one, other) => one.order - other.order);

/** What the domains put on the first page of roles; a panel comes with the texts of its domain. */
export const featurePanels: Panel[] = Object.entries(found).flatMap(([path, module]) =>
  (module.default.panels ?? []).map(({ permission, component }) => ({
    permission,
    component: async () => {
      const [part] = await Promise.all([component(), loadMessages(folderOf(path))]);
      return part;
    },
  })),
);

/** How the places of each kind of scope are listed; kinds that no domain lists are missing. */
export const scopeLists: NonNullable<Feature['scopes']> = Object.assign(
  {},
  ...Object.values(found).map((module) => module.default.scopes ?? {}),
);

const loaded = new Map<string, Promise<unknown>>();

/** Loads the texts of a domain, once. */
export function loadMessages(domain: string): Promise<unknown> {
  const held = loaded.get(domain);
  if (held) return held;
  const files = Object.entries(texts).filter(([path]) => folderOf(path) === domain);
  const promise = Promise.all(
    files.map(async ([path, load]) => addMessages(path.replace(/^.*\/([^/]+)\.messages\.ts$/, '$1'), await load())),
  );
  promise.catch(() => loaded.delete(domain));
  loaded.set(domain, promise);
  return promise;
}
