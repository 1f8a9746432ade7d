import { grouped, type Place } from '@haishi/review/rules';
import { type EqualEntry, MOST_RULED_AT_ONCE } from './results.dto.js';

/** Shared places told at once: of tens of thousands of entries there are thousands. */
const MOST_TOLD = 50;

interface Named {
  id: string;
  number: string;
  title: string;
}

/** Entries that the whole tie chain leaves equal 并列. */
export interface SharedPlace<Entry extends Named = Named> {
  place: number;
  entries: readonly Entry[];
}

/** The places that entries share, best first, as far as they may be ruled on; `entries` are in the order of their places. */
export function sharedPlaces<Entry extends Named>(
  entries: readonly Entry[],
  places: ReadonlyMap<string, Place>,
): SharedPlace<Entry>[] {
  const sharing = entries.filter(({ id }) => (places.get(id)?.explanation.sharing ?? 0) > 0);
  return [...grouped(sharing, ({ id }) => places.get(id)!.place)]
    .filter(
      ([, group]) =>
        group.length === places.get(group[0]!.id)!.explanation.sharing + 1 && group.length <= MOST_RULED_AT_ONCE,
    )
    .map(([place, group]) => ({ place, entries: group }));
}

/** What is told of shared places at once: the first of those with an entry that is looked for, and how many more there are. */
export function equalsTold<Entry extends Named>(
  all: readonly SharedPlace<Entry>[],
  wanted: (entry: Entry) => boolean,
): { equals: { place: number; entries: EqualEntry[] }[]; moreEquals: number } {
  const found = all.filter(({ entries }) => entries.some(wanted));
  return {
    equals: found.slice(0, MOST_TOLD).map(({ place, entries }) => ({ place, entries: entries.map(equalView) })),
    moreEquals: Math.max(0, found.length - MOST_TOLD),
  };
}

export const equalView = ({ id, number, title }: Named): EqualEntry => ({ entryId: id, number, title });
