import type { AssignmentEntry, AssignmentJudge, AssignmentRules } from './assignment.model.js';

/** What a judge's knowledge lacks for an entry: the cost at the entry's first field that the judge knows; else the last. */
export function mismatchOf(
  judge: AssignmentJudge,
  entry: AssignmentEntry,
  { mismatch }: Pick<AssignmentRules, 'mismatch'>,
): number {
  const none = mismatch.length - 1;
  const at = entry.fields.findIndex((field) => judge.fields.includes(field));
  return mismatch[at === -1 ? none : Math.min(at, none)]!;
}

/** Loads that count as level: the mean of those who can share, rounded down and up, as far as the judge's bounds allow. */
export interface Fair {
  from: number;
  to: number;
}

export function fairLoad(mean: number, { min, max }: { min: number; max: number }): Fair {
  const within = (load: number) => Math.min(max, Math.max(min, load));
  return { from: within(Math.floor(mean)), to: within(Math.ceil(mean)) };
}

/**
 * What a load costs: nothing where it is level, and n (n + 1) / 2 times `level` where it is n entries away. Convex, so that
 * two judges at one entry too many are better than one at two, as in HotCRP's assignment by minimum-cost flow.
 */
export function loadCost(load: number, { from, to }: Fair, level: number): number {
  const away = Math.max(0, from - load, load - to);
  return (level * away * (away + 1)) / 2;
}
