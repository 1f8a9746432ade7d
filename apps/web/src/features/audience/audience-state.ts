import {
  AUDIENCE_LISTS,
  type AudienceDelta,
  type AudienceEntry,
  type AudienceList,
  type AudienceListDelta,
  type AudiencePlace,
  type AudienceSnapshot,
} from '@haishi/contracts';

/** What a phone holds after a delta. */
export function applyAudience(state: AudienceSnapshot, { whole, scored, ...delta }: AudienceDelta): AudienceSnapshot {
  if (whole) return whole;
  const lists = (Object.keys(AUDIENCE_LISTS) as AudienceList[]).map((list) => [
    list,
    merged(state[list], delta[list], AUDIENCE_LISTS[list]),
  ]);
  const next = { ...state, ...delta, ...Object.fromEntries(lists) } as AudienceSnapshot;
  if (!scored || next.current?.entryId !== scored.entryId) return next;
  return { ...next, current: { ...next.current, scored: scored.scored, expected: scored.expected } };
}

function merged(
  held: readonly object[],
  change: AudienceListDelta<object> | undefined,
  name: string,
): readonly object[] {
  if (!change) return held;
  const nameOf = (item: object) => (item as Record<string, string>)[name]!;
  const touched = new Set([...change.gone, ...change.set.map(nameOf)]);
  return [...held.filter((item) => !touched.has(nameOf(item))), ...change.set];
}

/** As they appear on stage: in the drawn order, and then those that were absent; by number before the draw. */
export function inOrder(entries: readonly AudienceEntry[]): AudienceEntry[] {
  return [...entries].sort(
    (one, other) =>
      (one.absentAt ?? 0) - (other.absentAt ?? 0) ||
      (one.position ?? 0) - (other.position ?? 0) ||
      (one.number < other.number ? -1 : 1),
  );
}

/** Whether another entry has the same place. */
export function isShared(places: readonly AudiencePlace[], entryId: string): boolean {
  const own = places.find((one) => one.entryId === entryId)?.place;
  return places.some((one) => one.entryId !== entryId && one.place === own);
}

/** Best first; equals by number. */
export function bestFirst({ places, entries }: Pick<AudienceSnapshot, 'places' | 'entries'>): AudiencePlace[] {
  const numbers = new Map(entries.map(({ id, number }) => [id, number]));
  const numberOf = ({ entryId }: AudiencePlace) => numbers.get(entryId) ?? '';
  return [...places].sort((one, other) => one.place - other.place || (numberOf(one) < numberOf(other) ? -1 : 1));
}
