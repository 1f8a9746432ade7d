import type { Actor, Permission } from '@haishi/contracts';
import { scopesOf } from '@haishi/platform';

/** The part of an edition in which someone holds a permission: all of it, or some regions and divisions. */
export interface Reach {
  all: boolean;
  regions: string[];
  divisions: string[];
}

/** Where in the edition `actor` holds `permission`. */
export function reachIn(actor: Actor, permission: Permission, editionId: string): Reach {
  const editions = scopesOf(actor, permission, 'edition');
  if (editions === 'all' || editions.includes(editionId)) return { all: true, regions: [], divisions: [] };
  const codes = (scopeType: 'region' | 'division') => {
    const places = scopesOf(actor, permission, scopeType);
    const own = places === 'all' ? [] : places.filter((place) => place.startsWith(`${editionId}/`));
    return own.map((place) => place.slice(editionId.length + 1));
  };
  return { all: false, regions: codes('region'), divisions: codes('division') };
}

/** What lies in both. */
export function sharedReach(one: Reach, other: Reach): Reach {
  if (one.all) return other;
  if (other.all) return one;
  const both = (key: 'regions' | 'divisions') => one[key].filter((code) => other[key].includes(code));
  return { all: false, regions: both('regions'), divisions: both('divisions') };
}

/** Whether there is anything in reach. */
export function reachesAnything(reach: Reach): boolean {
  return reach.all || reach.regions.length > 0 || reach.divisions.length > 0;
}

/** Whether what lies in this region or division is in reach. */
export function reachIncludes(
  reach: Reach,
  { region, division }: { region?: string | null; division?: string | null },
): boolean {
  return (
    reach.all ||
    (region != null && reach.regions.includes(region)) ||
    (division != null && reach.divisions.includes(division))
  );
}
