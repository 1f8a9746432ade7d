import { cheapestChoice } from './assignment.bound.rules.js';
import type { AssignmentPlan } from './assignment.plan.rules.js';

/** What a judge who is as loaded as is fair costs an entry that chooses, beside the pair. */
const WORN = 8;
const FULL = -1_000_000;
const TRIES = 4;
/** Judges of each entry that a relaxation begins with, beside as many as it needs. */
const CHEAPEST = 4;
/** Parts the judges who come first among equals from entry to entry. */
const TURN = 8;

/**
 * A first try: one entry after another, in an order that `turn` decides, takes the judges who are cheapest for it and have room,
 * dearer the more they have. Nearly an assignment, though the last entries may find nobody; a start for the solver.
 */
export function firstTry(plan: AssignmentPlan, turn: number): { entry: number; judge: number }[] {
  const loads = Array.from({ length: plan.judges }, () => 0);
  const prices = Array.from({ length: plan.judges }, () => 0);
  const pairs: { entry: number; judge: number }[] = [];
  for (const entry of inTurn(plan.entries, turn))
    for (const judge of cheapestChoice(plan, entry, prices, plan.composition)?.judges ?? []) {
      pairs.push({ entry, judge });
      const load = (loads[judge]! += 1);
      const { max } = plan.bounds[judge]!;
      prices[judge] = load >= max ? FULL : (-WORN * load) / Math.max(1, plan.fair[judge]!.to);
    }
  return pairs;
}

/** All numbers below `count` once, in steps that have no divisor in common with it. */
export function inTurn(count: number, turn: number): number[] {
  const common = (one: number, other: number): number => (other === 0 ? one : common(other, one % other));
  let step = 1 + ((turn * 7919) % Math.max(1, count));
  while (common(step, count) !== 1) step += 1;
  return Array.from({ length: count }, (_, at) => (turn + at * step) % count);
}

/**
 * The pairs that a relaxation begins with: what a few first tries chose, and the cheapest judges of each entry, in an order of the
 * seed's where they cost the same.
 */
export function firstPairs(
  plan: AssignmentPlan,
  costOf: (entry: number, judge: number) => number,
  seed: number,
): { entry: number; judge: number }[] {
  const tries = Array.from({ length: TRIES }, (_, at) => firstTry(plan, seed + at)).flat();
  const cheapest = Array.from({ length: plan.entries }, (_, entry) => {
    const turn = (judge: number) => (judge + (entry + seed) * TURN) % plan.judges;
    const all = Array.from({ length: plan.judges }, (__, judge) => judge)
      .filter((judge) => plan.allowed[entry * plan.judges + judge] === 1)
      .sort((one, other) => costOf(entry, one) - costOf(entry, other) || turn(one) - turn(other));
    const judges = [...plan.locked[entry]!, ...all.slice(0, plan.need[entry]! + CHEAPEST)];
    return judges.map((judge) => ({ entry, judge }));
  });
  return [...tries, ...cheapest.flat()];
}
