import { divideHalfUp, sumFixed } from '@haishi/kernel';
import { Joined } from '../assignment/assignment.parts.rules.js';
import type { NormalisationComponent, NormalisationRefusal, NormalisedSheet } from './normalisation.model.js';

/** The greatest total, in hundredths, either side of nought: with it no sum of this room leaves the safe integers. */
export const MAX_TOTAL = 10_000_000;
const ENTRIES_NEEDED = 2;
const SNAP = 1_000_000;

/**
 * Sheets by number, in ascending order of entry, then judge. Every sum of this room runs over them in this order, so that
 * answers are the same to the last digit however the sheets came.
 */
export interface SheetLayout {
  entries: string[];
  judges: string[];
  /** Sheets of entry e are those from `from[e]` to before `from[e + 1]`. */
  from: Int32Array;
  /** The judge of each sheet. */
  judgeOf: Int32Array;
  /** The entry of each sheet. */
  entryOf: Int32Array;
  /** In hundredths. */
  totals: Float64Array;
  /** Sheets of each judge, in order. */
  byJudge: number[][];
}

/** @throws RangeError that names a total that is no whole number of hundredths within `MAX_TOTAL`, or a pair with two sheets. */
export function layOut(sheets: readonly NormalisedSheet[]): SheetLayout {
  const ordered = [...sheets].sort(
    (one, other) => compareIds(one.entry, other.entry) || compareIds(one.judge, other.judge),
  );
  const entries = [...new Set(ordered.map(({ entry }) => entry))];
  const judges = [...new Set(ordered.map(({ judge }) => judge))].sort(compareIds);
  const numbers = new Map(judges.map((judge, at) => [judge, at]));
  const layout: SheetLayout = {
    entries,
    judges,
    from: new Int32Array(entries.length + 1),
    judgeOf: new Int32Array(ordered.length),
    entryOf: new Int32Array(ordered.length),
    totals: new Float64Array(ordered.length),
    byJudge: judges.map(() => []),
  };
  let number = -1;
  for (const [at, { entry, judge, total }] of ordered.entries()) {
    if (!Number.isSafeInteger(total) || Math.abs(total) > MAX_TOTAL)
      throw new RangeError(`judge ${judge} cannot give ${total} hundredths to ${entry}`);
    const before = ordered[at - 1];
    if (before?.entry === entry && before.judge === judge)
      throw new RangeError(`judge ${judge} has two sheets of ${entry}`);
    if (before?.entry !== entry) layout.from[(number += 1)] = at;
    layout.entryOf[at] = number;
    layout.judgeOf[at] = numbers.get(judge)!;
    layout.totals[at] = total;
    layout.byJudge[layout.judgeOf[at]!]!.push(at);
  }
  layout.from[entries.length] = ordered.length;
  return layout;
}

/** What any normalisation lacks: two entries, and so many sheets of each judge. */
export function shortages({ entries, judges, byJudge }: SheetLayout, minSheets: number): NormalisationRefusal[] {
  if (!Number.isSafeInteger(minSheets) || minSheets < 1) throw new RangeError(`not a number of sheets: ${minSheets}`);
  const few = byJudge.flatMap(({ length }, at) =>
    length < minSheets
      ? [{ kind: 'too_few_sheets' as const, judge: judges[at]!, sheets: length, needed: minSheets }]
      : [],
  );
  if (entries.length >= ENTRIES_NEEDED) return few;
  return [{ kind: 'too_few_entries', entries: entries.length, needed: ENTRIES_NEEDED }, ...few];
}

/** The parts of the graph that joins each judge with the judge's entries; the one with the most sheets first. */
export function componentsOf({ entries, judges, entryOf, judgeOf }: SheetLayout): NormalisationComponent[] {
  const sets = new Joined(entries.length + judges.length);
  entryOf.forEach((entry, at) => sets.join(entry, entries.length + judgeOf[at]!));
  const components = new Map<number, NormalisationComponent>();
  entries.forEach((entry, at) => {
    const root = sets.root(at);
    const component = components.get(root);
    if (component) component.entries.push(entry);
    else components.set(root, { entries: [entry], judges: [], sheets: 0 });
  });
  judges.forEach((judge, at) => components.get(sets.root(entries.length + at))!.judges.push(judge));
  for (const entry of entryOf) components.get(sets.root(entry))!.sheets += 1;
  return [...components.values()].sort((one, other) => other.sheets - one.sheets);
}

/** The mean of each entry's totals, in hundredths, rounded half up. */
export function rawMeans({ entries, from, totals }: SheetLayout): number[] {
  return entries.map((_, entry) => {
    const own = [...totals.subarray(from[entry], from[entry + 1])];
    return divideHalfUp(sumFixed(own), own.length);
  });
}

/**
 * What was computed in floating point as whole hundredths, rounded half up. It is first brought to a millionth of one, so that
 * the last bits of a sum do not decide what lies at one half.
 */
export const toHundredths = (value: number): number => toDecimals(value, 2);

/** Hundredths computed in floating point, in whole units of so many decimals, 4 at most; rounded once, as `toHundredths` does. */
export function toDecimals(value: number, decimals: number): number {
  const exact = Math.round(value * SNAP);
  return divideHalfUp(exact * 10 ** Math.max(0, decimals - 2), SNAP * 10 ** Math.max(0, 2 - decimals));
}

/** By code units, which is the same everywhere. */
export const compareIds = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
