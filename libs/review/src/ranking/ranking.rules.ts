import { grouped } from '../grouped.js';
import type { AggregateResult, TieBreaker } from '../aggregation/aggregation.rules.js';

/** What ranking needs of one entry. */
export interface RankedEntry {
  entryId: string;
  result: Pick<AggregateResult, 'score' | 'tieValues'>;
}

/** The chair's order of entries that share a place, and the values that they shared when it was ruled. */
export interface TieRuling {
  /** Best first. */
  entryIds: string[];
  /** The score, then the values of the tie chain. */
  values: number[];
  reason: string;
}

/** Why an entry stands where it does. */
export interface Explanation {
  /** Other entries with the same score. */
  tiedWith: number;
  /** The tie-breakers that were looked at, with this entry's values, up to the one that separated it from all others. */
  compared: { tie: TieBreaker; value: number }[];
  /** Others that share this place, where the whole chain left them equal. */
  sharing: number;
  /** Where the chair ruled their order: how many were ruled on, and the chair's reason. */
  ruled?: { among: number; reason: string };
}

export interface Place {
  entryId: string;
  /** 1 is the best; equal entries share a place and the next one skips (1, 2, 2, 4). */
  place: number;
  explanation: Explanation;
}

/**
 * Ranks 排名 the entries that have a score, best first. Rounded values are compared: first the score, then each value of
 * the tie chain. Entries equal in all of them share a place, and stand in the order of their ids; a ruling separates them,
 * as long as exactly these entries share exactly these values. A changed score, or another entry that joins them, ends it.
 */
export function rank(
  entries: readonly RankedEntry[],
  ties: readonly TieBreaker[],
  rulings: readonly TieRuling[] = [],
): Place[] {
  const valued = entries
    .filter((entry) => entry.result.score !== null)
    .map((entry) => ({ ...entry, values: rankValues(entry.result) }));
  // Most comparisons are between unequal scores: these are made once for each score.
  const byScore = grouped(valued, ({ values }) => values[0]!);
  const places: Place[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    const equals = byScore.get(score)!;
    placeEquals(places, equals.sort(inOrder), ties, { tiedWith: equals.length - 1, compared: [], sharing: 0 });
  }
  if (rulings.length === 0) return places;
  for (const ruling of rulings) apply(ruling, places, valued);
  return places.sort((one, other) => one.place - other.place || (one.entryId < other.entryId ? -1 : 1));
}

/** The values by which an entry with a score is ranked. */
export const rankValues = ({ score, tieValues }: RankedEntry['result']): number[] => [score!, ...tieValues];

interface ValuedEntry extends RankedEntry {
  values: number[];
}

function apply({ entryIds, values, reason }: TieRuling, places: Place[], scored: readonly RankedEntry[]): void {
  const equals = scored.filter(({ result }) => rankValues(result).join() === values.join());
  if (equals.length !== entryIds.length || equals.some(({ entryId }) => !entryIds.includes(entryId))) return;
  const group = places.filter(({ entryId }) => entryIds.includes(entryId));
  const first = Math.min(...group.map(({ place }) => place));
  for (const one of group) {
    one.place = first + entryIds.indexOf(one.entryId);
    one.explanation = { ...one.explanation, sharing: 0, ruled: { among: entryIds.length, reason } };
  }
}

/** Below zero where the entry with the values `one` stands before the other, zero where nothing separates them. */
function compareValues(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < one.length; index += 1) {
    const difference = other[index]! - one[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

const inOrder = (one: ValuedEntry, other: ValuedEntry): number =>
  compareValues(one.values, other.values) || (one.entryId < other.entryId ? -1 : 1);

/** Places entries that nothing has separated yet, in order, after those that are placed. `soFar` is what was compared. */
function placeEquals(
  places: Place[],
  equals: readonly ValuedEntry[],
  ties: readonly TieBreaker[],
  soFar: Explanation,
): void {
  const level = soFar.compared.length;
  if (equals.length === 1 || level === ties.length) {
    const place = places.length + 1;
    const explanation = { ...soFar, sharing: equals.length - 1 };
    for (const { entryId } of equals) places.push({ entryId, place, explanation });
    return;
  }
  const tie = ties[level]!;
  for (const [value, still] of grouped(equals, ({ values }) => values[level + 1]!))
    placeEquals(places, still, ties, { ...soFar, compared: [...soFar.compared, { tie, value }] });
}
