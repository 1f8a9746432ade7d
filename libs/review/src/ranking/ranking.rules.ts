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
export interface Explanation<Tie = SheetTie, Value = number> {
  /** Other entries with the same score. */
  tiedWith: number;
  /**
   * The tie-breakers that were looked at, with this entry's values, up to the one that separated it from all others, save from
   * those with whom it was ruled on.
   */
  compared: { tie: Tie; value: Value }[];
  /** Others that share this place, where the whole chain left them equal. */
  sharing: number;
  /** Where the chair ruled their order: how many were ruled on, and the chair's reason. */
  ruled?: { among: number; reason: string };
}

export interface Place<Tie = SheetTie, Value = number> {
  entryId: string;
  /** 1 is the best; equal entries share a place and the next one skips (1, 2, 2, 4). */
  place: number;
  explanation: Explanation<Tie, Value>;
}

/** A place among all panels of a stage; the value of an entry without a score of an earlier one is null. */
export type PlaceAcross = Place<TieBreaker, number | null>;

/**
 * Ranks 排名 the entries that have a score, best first. Rounded values are compared: first the score, then each value of
 * the tie chain up to what was scored earlier, which a panel does not know, so that what only that would separate is equal here.
 * Entries equal in all of them share a place, and stand in the order of their ids; a ruling separates them while it holds.
 */
export function rank(
  entries: readonly RankedEntry[],
  ties: readonly TieBreaker[],
  rulings: readonly TieRuling[] = [],
): Place[] {
  const valued = scored(entries, (result) => rankValues(result, ties));
  return placesOf(valued, panelTies(ties), holding(rulings, valued));
}

/**
 * The rulings on a panel's entries that hold: as long as exactly these entries share exactly these values. A changed score, or
 * another entry that joins them, ends it.
 *
 * @param entries all that are ranked on the panel
 */
export const rulingsThatHold = (
  entries: readonly RankedEntry[],
  ties: readonly TieBreaker[],
  rulings: readonly TieRuling[],
): TieRuling[] =>
  holding(
    rulings,
    scored(entries, (result) => rankValues(result, ties)),
  );

/**
 * As {@link rank}, of all panels of a stage together and by the whole chain. It never turns around two that {@link rank} told apart,
 * nor what was ruled on a panel. What was scored earlier, and the rest of the chain, rank those of several panels as far as that
 * leaves it open: an entry counts there for no more than each that was ruled before it, so that nobody who was not ruled on loses
 * by a ruling. Those that count the same are taken in turn, the best of the first that each panel's ruling leaves, and share a
 * place where their own values are the same.
 *
 * @param earlier of each `earlier` member, by its code, the scores of entries in one unit; who has none is absent or null
 * @param rulings those of each panel that hold there ({@link rulingsThatHold})
 */
export function rankAcross(
  entries: readonly RankedEntry[],
  ties: readonly TieBreaker[],
  earlier: ReadonlyMap<string, ReadonlyMap<string, number | null>>,
  rulings: readonly TieRuling[] = [],
): PlaceAcross[] {
  const values = ({ score, tieValues }: RankedEntry['result'], entryId: string): (number | null)[] => {
    let next = 0;
    return [
      score!,
      ...ties.map((tie) => (tie.by === 'earlier' ? (earlier.get(tie.code)?.get(entryId) ?? null) : tieValues[next++]!)),
    ];
  };
  return placesOf(scored(entries, values), ties, rulings);
}

/** The values by which an entry with a score is ranked on its panel. */
export const rankValues = ({ score, tieValues }: RankedEntry['result'], ties: readonly TieBreaker[]): number[] =>
  [score!, ...tieValues].slice(0, panelTies(ties).length + 1);

function panelTies(ties: readonly TieBreaker[]): SheetTie[] {
  const end = ties.findIndex(({ by }) => by === 'earlier');
  return sheetTies(end === -1 ? ties : ties.slice(0, end));
}

interface ValuedEntry<Value extends number | null> {
  entryId: string;
  /** The score, then those of the chain. */
  values: Value[];
  /** The least of its own and of those ruled before it. */
  counted: Value[];
  /** The ruling on it and others of the same score. */
  ruling?: TieRuling;
}

const scored = <Value extends number | null>(
  entries: readonly RankedEntry[],
  valuesOf: (result: RankedEntry['result'], entryId: string) => Value[],
): ValuedEntry<Value>[] =>
  entries
    .filter(({ result }) => result.score !== null)
    .map(({ entryId, result }) => {
      const values = valuesOf(result, entryId);
      return { entryId, values, counted: values };
    });

function holding(rulings: readonly TieRuling[], valued: readonly ValuedEntry<number>[]): TieRuling[] {
  return rulings.filter(({ entryIds, values }) => {
    const equals = valued.filter((one) => one.values.join() === values.join());
    return equals.length === entryIds.length && equals.every(({ entryId }) => entryIds.includes(entryId));
  });
}

function placesOf<Tie, Value extends number | null>(
  valued: readonly ValuedEntry<Value>[],
  ties: readonly Tie[],
  rulings: readonly TieRuling[],
): Place<Tie, Value>[] {
  const ruledOn = new Map(rulings.flatMap((ruling) => ruling.entryIds.map((entryId) => [entryId, ruling] as const)));
  // Most comparisons are between unequal scores: these are made once for each score.
  const byScore = grouped(valued, ({ values }) => values[0]!);
  const places: Place<Tie, Value>[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    const equals = byScore.get(score)!;
    if (ruledOn.size > 0) count(equals, ruledOn);
    placeEquals(places, equals.sort(inOrder), ties, { tiedWith: equals.length - 1, level: 0 });
  }
  return places;
}

/** Gives entries of one score the rulings on them, and what they count for by these. */
function count<Value extends number | null>(
  equals: readonly ValuedEntry<Value>[],
  ruledOn: ReadonlyMap<string, TieRuling>,
): void {
  const byRuling = grouped(
    equals.filter(({ entryId }) => ruledOn.has(entryId)),
    ({ entryId }) => ruledOn.get(entryId)!,
  );
  for (const [ruling, ruled] of byRuling) {
    if (ruled.length === 1) continue;
    for (const one of ruled) one.ruling = ruling;
    const line = inRuledOrder(ruled);
    let least = line[0]!.values;
    for (const one of line) {
      if (compareValues(one.values, least) > 0) least = one.values;
      one.counted = least;
    }
  }
}

/** Below zero where the entry with the values `one` stands before the other, zero where nothing separates them; none is after any. */
function compareValues(one: readonly (number | null)[], other: readonly (number | null)[]): number {
  for (let index = 0; index < one.length; index += 1) {
    const [here, there] = [one[index] ?? null, other[index] ?? null];
    if (here === there) continue;
    if (here === null) return 1;
    return there === null ? -1 : there - here;
  }
  return 0;
}

type Valued = ValuedEntry<number | null>;

const byId = (one: Valued, other: Valued): number => (one.entryId < other.entryId ? -1 : 1);

const inOrder = (one: Valued, other: Valued): number => compareValues(one.counted, other.counted) || byId(one, other);

/** Places entries that the first `level` values have not separated, in order, after those that are placed. */
function placeEquals<Tie, Value extends number | null>(
  places: Place<Tie, Value>[],
  equals: readonly ValuedEntry<Value>[],
  ties: readonly Tie[],
  { tiedWith, level }: { tiedWith: number; level: number },
): void {
  if (equals.length > 1 && level < ties.length && !areRuled(equals, level)) {
    for (const still of grouped(equals, ({ counted }) => counted[level + 1]!).values())
      placeEquals(places, still, ties, { tiedWith, level: level + 1 });
    return;
  }
  for (const sharers of inTurn(equals)) {
    const place = places.length + 1;
    for (const { entryId, values, ruling } of sharers.toSorted(byId)) {
      const compared = ties.slice(0, level).map((tie, at) => ({ tie, value: values[at + 1]! }));
      const ruled = ruling ? { ruled: { among: ruling.entryIds.length, reason: ruling.reason } } : {};
      places.push({ entryId, place, explanation: { tiedWith, compared, sharing: sharers.length - 1, ...ruled } });
    }
  }
}

/** Whether one ruling says in which order all of these stand, once the values that it was on were compared. */
const areRuled = (equals: readonly Valued[], level: number): boolean => {
  const { ruling } = equals[0]!;
  return ruling !== undefined && level + 1 >= ruling.values.length && equals.every((one) => one.ruling === ruling);
};

/** Those that count the same, as they share places. */
function inTurn<Value extends number | null>(equals: readonly ValuedEntry<Value>[]): (readonly ValuedEntry<Value>[])[] {
  if (equals.length === 1) return [equals];
  const lines = [...grouped(equals, ({ entryId, ruling }) => ruling ?? entryId).values()].map(inRuledOrder);
  if (lines.length === equals.length) return [equals];
  const turns: ValuedEntry<Value>[][] = [];
  for (let left = lines; left.length > 0; left = left.filter(({ length }) => length > 0)) {
    const heads = left.map(([head]) => head!);
    const best = heads.reduce((one, other) => (compareValues(other.values, one.values) < 0 ? other : one));
    const taken = left.filter(([head]) => compareValues(head!.values, best.values) === 0);
    turns.push(taken.map((line) => line.shift()!));
  }
  return turns;
}

/** Entries of one ruling, best first. */
const inRuledOrder = <Value extends number | null>(ruled: readonly ValuedEntry<Value>[]): ValuedEntry<Value>[] =>
  ruled.toSorted(({ entryId, ruling }, other) =>
    ruling ? ruling.entryIds.indexOf(entryId) - ruling.entryIds.indexOf(other.entryId) : 0,
  );
