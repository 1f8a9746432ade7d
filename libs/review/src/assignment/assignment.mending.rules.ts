import {
  entriesByGroup,
  overlapViolationsOf,
  type OverlapViolation,
  partsOfGroup,
} from './assignment.overlap.rules.js';
import { type AssignmentPlan, costOfLoad } from './assignment.plan.rules.js';

interface Change {
  entry: number;
  out: number;
  into: number;
  /** The entry that gets the judge in exchange; without it loads change. */
  swap?: number;
  cost: number;
}

/** So many of the cheapest changes are tried at each step. */
const TRIED = 2_000;

/**
 * Mends overlap: exchanges judges of two entries, or one judge for another, always by the cheapest change that lessens what is
 * missing and breaks no other demand. Answers the judges of each entry, and what is still missing where no change helps or
 * `late` says that there is no time left.
 */
export function mendOverlap(
  plan: AssignmentPlan,
  chosen: readonly (readonly number[])[],
  late: () => boolean = () => false,
): { chosen: number[][]; failing: OverlapViolation[] } {
  const groups = entriesByGroup(plan.task);
  const violationsOf = (group: string, of: readonly (readonly number[])[]) =>
    overlapViolationsOf(plan.task, of, [group, groups.get(group)!]);
  let now = chosen.map((judges) => [...judges]);
  const failing = new Map([...groups.keys()].map((group) => [group, violationsOf(group, now)]));
  for (;;) {
    const better = firstBetter(plan, now, failing, violationsOf, late);
    if (!better) return { chosen: now, failing: [...failing.values()].flat() };
    now = better;
    for (const group of groups.keys()) failing.set(group, violationsOf(group, now));
  }
}

/** The assignment after the first change that helps; null where there is none. A change leaves every group but its own as it is. */
function firstBetter(
  plan: AssignmentPlan,
  chosen: number[][],
  failing: ReadonlyMap<string, OverlapViolation[]>,
  violationsOf: (group: string, of: readonly (readonly number[])[]) => OverlapViolation[],
  late: () => boolean,
): number[][] | null {
  const missing = (violations: readonly OverlapViolation[]) => sum(violations.map(({ by }) => by));
  const groupOf = (entry: number) => plan.task.entries[entry]!.group;
  const loads = loadsOf(plan, chosen);
  for (const violation of [...failing.values()].flat()) {
    const changes = [...changesFor(plan, chosen, loads, violation)].sort((one, other) => one.cost - other.cost);
    for (const change of changes.slice(0, TRIED)) {
      if (late()) return null;
      const next = applied(chosen, change);
      const touched = [...new Set([change.entry, change.swap ?? change.entry].map(groupOf))];
      const before = sum(touched.map((group) => missing(failing.get(group)!)));
      if (sum(touched.map((group) => missing(violationsOf(group, next)))) < before) return next;
    }
  }
  return null;
}

/** Changes that bring a judge of one side to an entry of the other. */
function* changesFor(
  plan: AssignmentPlan,
  chosen: number[][],
  loads: readonly number[],
  violation: OverlapViolation,
): Generator<Change> {
  const entries = entriesByGroup(plan.task).get(violation.group)!;
  if (violation.kind === 'disconnected') {
    const [part, ...rest] = partsOfGroup(plan.task, chosen, entries);
    yield* exchanges(plan, chosen, loads, part!, rest.flat(), judgesOf(chosen, rest.flat()));
    yield* exchanges(plan, chosen, loads, rest.flat(), [], judgesOf(chosen, part!));
    return;
  }
  const panelOf = (judge: number) => plan.task.judges[judge]!.panel;
  for (const [one, other] of [violation.panels, violation.panels.toReversed()]) {
    const hold = entries.filter((entry) => chosen[entry]!.some((judge) => panelOf(judge) === one));
    const lack = hold.filter((entry) => !chosen[entry]!.some((judge) => panelOf(judge) === other));
    const judges = plan.task.judges.map((_, judge) => judge).filter((judge) => panelOf(judge) === other);
    yield* exchanges(plan, chosen, loads, lack, entries, new Set(judges));
  }
}

function* exchanges(
  plan: AssignmentPlan,
  chosen: number[][],
  loads: readonly number[],
  entries: readonly number[],
  partners: readonly number[],
  judges: ReadonlySet<number>,
): Generator<Change> {
  const holding = new Map<number, number[]>();
  for (const partner of partners)
    for (const judge of chosen[partner]!) holding.set(judge, [...(holding.get(judge) ?? []), partner]);
  for (const entry of entries)
    for (const out of chosen[entry]!)
      for (const into of judges) {
        if (!fits(plan, chosen, entry, out, into)) continue;
        const saved = pairCost(plan, entry, into) - pairCost(plan, entry, out);
        const room = loads[into]! < plan.bounds[into]!.max && loads[out]! > plan.bounds[out]!.min;
        if (room) yield { entry, out, into, cost: saved + loadChange(plan, loads, out, into) };
        for (const swap of holding.get(into) ?? []) {
          if (swap === entry || !fits(plan, chosen, swap, into, out)) continue;
          const back = pairCost(plan, swap, out) - pairCost(plan, swap, into);
          yield { entry, out, into, swap, cost: saved + back };
        }
      }
}

/** Whether an entry may have one judge instead of another. */
function fits(plan: AssignmentPlan, chosen: number[][], entry: number, out: number, into: number): boolean {
  if (plan.allowed[entry * plan.judges + into] === 0 || plan.locked[entry]!.includes(out)) return false;
  if (chosen[entry]!.includes(into)) return false;
  const rest = chosen[entry]!.filter((judge) => judge !== out);
  if (rest.some((judge) => plan.institution[judge] === plan.institution[into])) return false;
  return plan.composition.every(
    ({ judges, atLeast }) => judges[into]! + sum(rest.map((judge) => judges[judge]!)) >= atLeast,
  );
}

function applied(chosen: number[][], { entry, out, into, swap }: Change): number[][] {
  return chosen.map((judges, at) => {
    if (at === entry) return judges.map((judge) => (judge === out ? into : judge));
    if (at === swap) return judges.map((judge) => (judge === into ? out : judge));
    return judges;
  });
}

const pairCost = (plan: AssignmentPlan, entry: number, judge: number): number =>
  plan.cost[entry * plan.judges + judge]!;

const loadChange = (plan: AssignmentPlan, loads: readonly number[], out: number, into: number): number =>
  costOfLoad(plan, into, loads[into]! + 1) -
  costOfLoad(plan, into, loads[into]!) +
  costOfLoad(plan, out, loads[out]! - 1) -
  costOfLoad(plan, out, loads[out]!);

function loadsOf(plan: AssignmentPlan, chosen: readonly number[][]): number[] {
  const loads = Array.from({ length: plan.judges }, () => 0);
  for (const judge of chosen.flat()) loads[judge]! += 1;
  return loads;
}

const judgesOf = (chosen: readonly number[][], entries: readonly number[]): Set<number> =>
  new Set(entries.flatMap((entry) => chosen[entry]!));

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
