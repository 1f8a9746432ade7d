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
  const scored = entries
    .filter((entry) => entry.result.score !== null)
    .sort((one, other) => compareResults(one, other) || (one.entryId < other.entryId ? -1 : 1));
  const byScore = grouped(scored, ({ result }) => result.score);
  let place = 0;
  const places = scored.map((entry, index) => {
    const previous = scored[index - 1];
    if (previous === undefined || compareResults(previous, entry) !== 0) place = index + 1;
    return { entryId: entry.entryId, place, explanation: explain(entry, byScore.get(entry.result.score)!, ties) };
  });
  for (const ruling of rulings) apply(ruling, places, scored);
  return places.sort((one, other) => one.place - other.place || (one.entryId < other.entryId ? -1 : 1));
}

/** The values by which an entry with a score is ranked. */
export const rankValues = ({ score, tieValues }: RankedEntry['result']): number[] => [score!, ...tieValues];

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

/** Below zero where `one` stands before `other`, zero where nothing separates them. */
function compareResults(one: RankedEntry, other: RankedEntry): number {
  const [mine, theirs] = [one, other].map(({ result }) => rankValues(result)) as [number[], number[]];
  for (let index = 0; index < mine.length; index += 1) {
    const difference = theirs[index]! - mine[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `same`: every entry with the same score, this one among them. */
function explain(entry: RankedEntry, same: readonly RankedEntry[], ties: readonly TieBreaker[]): Explanation {
  let equals = same.filter((other) => other !== entry);
  const tiedWith = equals.length;
  const compared: Explanation['compared'] = [];
  for (let index = 0; index < ties.length && equals.length > 0; index += 1) {
    const value = entry.result.tieValues[index]!;
    compared.push({ tie: ties[index]!, value });
    equals = equals.filter((other) => other.result.tieValues[index] === value);
  }
  return { tiedWith, compared, sharing: equals.length };
}
