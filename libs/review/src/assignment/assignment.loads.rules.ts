import { balance } from './assignment.balance.rules.js';
import { lowerBound } from './assignment.bound.rules.js';
import type { Misses } from './assignment.misses.rules.js';
import type { AssignmentPlan } from './assignment.plan.rules.js';

/** One entry fewer outside of the bounds is worth more than any spreading of them. */
const FEW = 1_000_000;

/** What bounds of loads alone would have to give way by; absent where that is not enough, or was not found. */
export interface ElasticLoads {
  above?: Misses;
  below?: Misses;
  /** Whether it is proven that no assignment keeps all bounds of loads. */
  isProven: boolean;
}

/**
 * Assignments that meet every other demand, with judges above their ceilings alone, and below their floors alone, by as little as
 * possible and spread over as many judges as possible. They need no solver.
 */
export function elasticLoads(plan: AssignmentPlan, seed: number, late: () => boolean): ElasticLoads {
  const above = elastic(plan, { above: true, below: false }, seed, late);
  const below = elastic(plan, { above: false, below: true }, seed, late);
  return {
    ...(above ? { above: above.misses } : {}),
    ...(below ? { below: below.misses } : {}),
    isProven: above?.isProven === true || below?.isProven === true,
  };
}

function elastic(
  plan: AssignmentPlan,
  gives: { above: boolean; below: boolean },
  seed: number,
  late: () => boolean,
): { misses: Misses; isProven: boolean } | null {
  const free: AssignmentPlan = {
    ...plan,
    task: { ...plan.task, rules: { ...plan.task.rules, level: 1 } },
    cost: new Int32Array(plan.cost.length),
    constant: 0,
    outside: FEW,
    fair: plan.bounds.map(({ min, max }) => ({ from: min, to: max })),
    bounds: plan.bounds.map(({ min, max }) => ({
      min: gives.below ? 0 : min,
      max: gives.above ? Math.max(plan.entries, max) : max,
    })),
  };
  const found = balance(free, seed, late);
  if (!found) return null;
  const loads = plan.bounds.map(() => 0);
  for (const judge of found.chosen.flat()) loads[judge]! += 1;
  const off = (by: (load: number, at: number) => number) =>
    loads.flatMap((load, judge) => (by(load, judge) > 0 ? [{ judge, by: by(load, judge) }] : []));
  const above = off((load, judge) => load - plan.bounds[judge]!.max);
  const below = off((load, judge) => plan.bounds[judge]!.min - load);
  return {
    misses: { coverage: [], composition: [], institution: [], above, below },
    isProven: lowerBound(free, found.prices, () => plan.composition) > 0,
  };
}
