import { type AssignmentPlan, costOfLoad, type Demand } from './assignment.plan.rules.js';

/** Prices are rounded to this, so that sums of a whole task have no error at all in float64. */
const GRAIN = 2 ** -20;

/**
 * A cost below which no assignment can be, for any price of an entry of each judge (Lagrange): entries choose judges at the
 * prices, judges choose loads at them, and neither asks the other. Every rule but overlap is kept within an entry, so that the
 * bound is at least that of the linear relaxation. Rounded up, since costs are whole. Infinite where an entry has no choice.
 */
export function lowerBound(
  plan: AssignmentPlan,
  prices: readonly number[],
  demandsOf: (entry: number) => readonly Demand[],
): number {
  const exact = prices.map((price) => Math.round(price / GRAIN) * GRAIN);
  let bound = plan.constant;
  for (let entry = 0; entry < plan.entries; entry += 1) {
    const choice = cheapestChoice(plan, entry, exact, demandsOf(entry));
    if (!choice) return Number.POSITIVE_INFINITY;
    bound += choice.cost;
  }
  for (let judge = 0; judge < plan.judges; judge += 1) {
    const { min, max } = plan.bounds[judge]!;
    let least = Number.POSITIVE_INFINITY;
    for (let load = min; load <= max; load += 1)
      least = Math.min(least, costOfLoad(plan, judge, load) + exact[judge]! * load);
    bound += least;
  }
  return Math.ceil(bound);
}

/**
 * The cheapest judges for an entry, each costing the pair less the judge's price, that meet its demands, with the locked ones,
 * no two of one institution; null where there are none.
 */
export function cheapestChoice(
  plan: AssignmentPlan,
  entry: number,
  prices: readonly number[],
  demands: readonly Demand[],
): { judges: number[]; cost: number } | null {
  const costOf = (judge: number): number => plan.cost[entry * plan.judges + judge]! - prices[judge]!;
  const locked = plan.locked[entry]!;
  const places = plan.need[entry]! - locked.length;
  const left = demands.map(({ judges, atLeast }) => atLeast - locked.filter((judge) => judges[judge] === 1).length);
  const open = demands.filter((_, at) => left[at]! > 0);
  const asked = left.filter((count) => count > 0);
  const candidates = candidatesFor(plan, entry, costOf, open, places);

  let best: { judges: number[]; cost: number } | null = null;
  const chosen: number[] = [];
  const search = (from: number, cost: number): void => {
    const missing = places - chosen.length;
    if (asked.some((count) => count > missing)) return;
    if (missing === 0) {
      if (!best || cost < best.cost) best = { judges: [...locked, ...chosen], cost };
      return;
    }
    for (let at = from; at + missing <= candidates.length; at += 1) {
      const { judge, cost: own } = candidates[at]!;
      if (best && cost + own * missing >= best.cost) return;
      if (chosen.some((other) => plan.institution[other] === plan.institution[judge])) continue;
      chosen.push(judge);
      open.forEach(({ judges }, which) => (asked[which]! -= judges[judge]!));
      search(at + 1, cost + own);
      open.forEach(({ judges }, which) => (asked[which]! += judges[judge]!));
      chosen.pop();
    }
  };
  search(
    0,
    locked.reduce((sum, judge) => sum + costOf(judge), 0),
  );
  return best;
}

/**
 * Of judges who meet the same demands, no more than the cheapest `places`, of different institutions, can be needed: whoever
 * else is chosen can be exchanged for one of them whose institution is free.
 */
function candidatesFor(
  plan: AssignmentPlan,
  entry: number,
  costOf: (judge: number) => number,
  demands: readonly Demand[],
  places: number,
): { judge: number; cost: number }[] {
  if (places === 0) return [];
  const locked = plan.locked[entry]!;
  const taken = new Set(locked.map((judge) => plan.institution[judge]!));
  const kinds = new Map<number, { judge: number; cost: number }[]>();
  for (let judge = 0; judge < plan.judges; judge += 1) {
    if (plan.allowed[entry * plan.judges + judge] === 0 || taken.has(plan.institution[judge]!)) continue;
    const kind = demands.reduce((bits, { judges }) => bits * 2 + judges[judge]!, 0);
    if (!kinds.has(kind)) kinds.set(kind, []);
    insert(kinds.get(kind)!, { judge, cost: costOf(judge) }, plan.institution, places);
  }
  return [...kinds.values()].flat().sort((one, other) => one.cost - other.cost || one.judge - other.judge);
}

/** Keeps the cheapest `most`, one of an institution, in ascending order. */
function insert(
  kept: { judge: number; cost: number }[],
  next: { judge: number; cost: number },
  institution: readonly number[],
  most: number,
): void {
  if (kept.length === most && kept[most - 1]!.cost <= next.cost) return;
  const same = kept.findIndex(({ judge }) => institution[judge] === institution[next.judge]);
  if (same !== -1) {
    if (kept[same]!.cost <= next.cost) return;
    kept.splice(same, 1);
  }
  const at = kept.findIndex(({ cost }) => cost > next.cost);
  kept.splice(at === -1 ? kept.length : at, 0, next);
  if (kept.length > most) kept.pop();
}
