import { computed, type ComputedRef } from 'vue';
import type { NavEntry, NavGroup } from '@/app/feature';
import { featureNav } from '@/app/features';
import { useSession } from '@/app/session';

const GROUPS: readonly NavGroup[] = ['now', 'contest', 'fair', 'system', 'mine', 'public'];

/** The navigation of whoever is here: the entries they may open, by group, empty groups left out. */
export function useNav(): ComputedRef<{ group: NavGroup; entries: NavEntry[] }[]> {
  const session = useSession();
  return computed(() => {
    const current = session.current;
    const open = featureNav.filter((entry) => {
      if (!current) return entry.group === 'public' && !entry.when;
      if (!current.person && entry.group !== 'public') return false;
      return session.may(...(entry.permissions ?? [])) && (entry.when?.(current) ?? true);
    });
    return GROUPS.map((group) => ({ group, entries: open.filter((entry) => entry.group === group) })).filter(
      ({ entries }) => entries.length > 0,
    );
  });
}
