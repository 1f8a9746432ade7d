import type { LocalText, Permission, ScopeType } from '@haishi/contracts';
import type { RouteRecordRaw } from 'vue-router';
import type { Session } from './session';

/** Which frame a page stands in. */
export type Layout =
  /** Staff: side navigation, dense, Element Plus in the reader's language. */
  | 'app'
  /** The public and phones: header and footer, airy, without Element Plus. */
  | 'public'
  /** Nothing around the page. */
  | 'plain'
  /** A big screen: dark, nothing around the page. */
  | 'screen';

export type NavGroup = 'now' | 'mine' | 'contest' | 'fair' | 'system' | 'public';

/** A line of the navigation; shown to whom `when` (or holding one of `permissions`) lets it. */
export interface NavEntry {
  to: string;
  label: LocalText;
  group: NavGroup;
  /** Entries of a group stand in this order. */
  order: number;
  permissions?: readonly Permission[];
  when?: (session: Session) => boolean;
}

/** A place that a role can be limited to. */
export interface ScopeChoice {
  id: string;
  label: LocalText;
}

/** What a role finds on its first page besides its tasks; shown to whoever holds `permission`. */
export interface Panel {
  permission: Permission;
  component: () => Promise<unknown>;
}

/** What a domain adds to the application. */
export interface Feature {
  routes: RouteRecordRaw[];
  nav?: NavEntry[];
  panels?: Panel[];
  /** Lists the domain's places that roles can be limited to, for who hands on roles. */
  scopes?: Partial<Record<ScopeType, () => Promise<ScopeChoice[]>>>;
}

export function defineFeature(feature: Feature): Feature {
  return feature;
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: LocalText;
    layout?: Layout;
    /** May be opened without a session. */
    public?: boolean;
    /** One of these must be held somewhere; the server checks the object. */
    permissions?: readonly Permission[];
    /** The folder whose `*.messages.ts` the page needs; set by the registry. */
    domain?: string;
    /** Other features, by folder, whose parts stand on the page and bring their texts. */
    uses?: readonly string[];
  }
}
