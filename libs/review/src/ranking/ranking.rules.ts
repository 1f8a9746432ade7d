import { grouped } from '../grouped.js';
import { type AggregateResult, type SheetTie, sheetTies, type TieBreaker } from '../aggregation/aggregation.rules.js';

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
export interface Explanation<Tie = SheetTie> {
  /** Other entries with the same score. */
  tiedWith: number;
  /** The tie-breakers that were looked at, with this entry's values, up to the one that separated it from all others. */
  compared: { tie: Tie; value: number }[];
  /** Others that share this place, where the whole chain left them equal. */
  sharing: number;
  /** Where the chair ruled their order: how many were ruled on, and the chair's reason. */
  ruled?: { among: number; reason: string };
}

export interface Place<Tie = SheetTie> {
  entryId: string;
  /** 1 is the best; equal entries share a place and the next one skips (1, 2, 2, 4). */
  place: number;
  explanation: Explanation<Tie>;
}

/** The value of an entry that has no earlier score: it stands after each that has one, since no score is below nought. */
export const NO_EARLIER_SCORE = -1;

/**
 * Ranks 排名 the entries that have a score, best first. Rounded values are compared: first the score, then each value of
 * the tie chain up to what was scored earlier, which a panel does not know, so that what only that would separate is equal here.
 * Entries equal in all of them share a place, and stand in the order of their ids; a ruling separates them,
 * as long as exactly these entries share exactly these values. A changed score, or another entry that joins them, ends it.
 */
export function rank(
  entries: readonly RankedEntry[],
  ties: readonly TieBreaker[],
  rulings: readonly TieRuling[] = [],
): Place[] {
  const known = panelTies(ties);
  const whole = known.length === ties.length;
  return placesOf(
    scored(entries, (result) => (whole ? allValues(result) : allValues(result).slice(0, known.length + 1))),
    known,
    rulings,
  );
}

/**
 * As {@link rank}, by the whole chain. It never turns around two that {@link rank} told apart, nor what a person ruled where a
 * panel's part of the chain ended.
 *
 * @param earlier of each `earlier` member, by its code, the scores of entries in one unit; who has none is absent or null
 */
export function rankAcross(
  entries: readonly RankedEntry[],
  ties: readonly TieBreaker[],
  earlier: ReadonlyMap<string, ReadonlyMap<string, number | null>>,
  rulings: readonly TieRuling[] = [],
): Place<TieBreaker>[] {
  const values = ({ score, tieValues }: RankedEntry['result'], entryId: string): number[] => {
    let next = 0;
    return [
      score!,
      ...ties.map((tie) =>
        tie.by === 'earlier' ? (earlier.get(tie.code)?.get(entryId) ?? NO_EARLIER_SCORE) : tieValues[next++]!,
      ),
    ];
  };
  return placesOf(scored(entries, values), ties, rulings);
}

/** The values by which an entry with a score is ranked on its panel. */
export const rankValues = (result: RankedEntry['result'], ties: readonly TieBreaker[]): number[] =>
  allValues(result).slice(0, panelTies(ties).length + 1);

const allValues = ({ score, tieValues }: RankedEntry['result']): number[] => [score!, ...tieValues];

function panelTies(ties: readonly TieBreaker[]): SheetTie[] {
  const end = ties.findIndex(({ by }) => by === 'earlier');
  return sheetTies(end === -1 ? ties : ties.slice(0, end));
}

interface ValuedEntry {
  entryId: string;
  values: number[];
}

const scored = (
  entries: readonly RankedEntry[],
  valuesOf: (result: RankedEntry['result'], entryId: string) => number[],
): ValuedEntry[] =>
  entries
    .filter(({ result }) => result.score !== null)
    .map(({ entryId, result }) => ({ entryId, values: valuesOf(result, entryId) }));

function placesOf<Tie>(
  valued: readonly ValuedEntry[],
  ties: readonly Tie[],
  rulings: readonly TieRuling[],
): Place<Tie>[] {
  // Most comparisons are between unequal scores: these are made once for each score.
  const byScore = grouped(valued, ({ values }) => values[0]!);
  const places: Place<Tie>[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    const equals = byScore.get(score)!;
    placeEquals(places, equals.sort(inOrder), ties, { tiedWith: equals.length - 1, compared: [], sharing: 0 });
  }
  if (rulings.length === 0) return places;
  for (const ruling of rulings) apply(ruling, places, valued);
  return places.sort((one, other) => one.place - other.place || (one.entryId < other.entryId ? -1 : 1));
}

/** What a chain compared after the values that were ruled on gives way to the ruling. */
function apply<Tie>(
  { entryIds, values, reason }: TieRuling,
  places: Place<Tie>[],
  valued: readonly ValuedEntry[],
): void {
  const equals = valued.filter((one) => one.values.slice(0, values.length).join() === values.join());
  if (equals.length !== entryIds.length || equals.some(({ entryId }) => !entryIds.includes(entryId))) return;
  const group = places.filter(({ entryId }) => entryIds.includes(entryId));
  const first = Math.min(...group.map(({ place }) => place));
  for (const one of group) {
    const { tiedWith, compared } = one.explanation;
    one.place = first + entryIds.indexOf(one.entryId);
    one.explanation = {
      tiedWith,
      compared: compared.slice(0, values.length - 1),
      sharing: 0,
      ruled: { among: entryIds.length, reason },
    };
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
function placeEquals<Tie>(
  places: Place<Tie>[],
  equals: readonly ValuedEntry[],
  ties: readonly Tie[],
  soFar: Explanation<Tie>,
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
