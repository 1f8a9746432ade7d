import type { Highs } from 'highs';
import { EXCEPTED, type ExceptedRule } from './assignment.exceptions.rules.js';
import { mendOverlap } from './assignment.mending.rules.js';
import type { AssignmentPair, AssignmentRelaxation, AssignmentTask } from './assignment.model.js';
import { MISSED_NEVER } from './assignment.misses.rules.js';
import { type AssignmentPlan, isFlow, planOf } from './assignment.plan.rules.js';
import { Relaxation } from './assignment.relaxation.js';
import { roundAll, roundNear, type Whole } from './assignment.rounding.js';

export type Excepted = Extract<AssignmentRelaxation, { kind: ExceptedRule }>;

interface Search {
  seed: number;
  left(): number;
  /** No assignment has fewer such pairs: as many join what the rules part. */
  least: number;
}

/** For each rule that keeps judges from some entries, the fewest pairs against it that would let every other demand be met, if any would. */
export function leastExcepted(highs: Highs, task: AssignmentTask, search: Search): Excepted[] {
  return (Object.keys(EXCEPTED) as ExceptedRule[]).flatMap((kind) => {
    const waived = fewest(highs, task, kind, search);
    return waived === null || waived.length === 0 ? [] : [{ kind, waived }];
  });
}

/** Asked of the whole task, since the rule may be all that parts it; null where no pairs were proven to be the fewest that are enough. */
function fewest(
  highs: Highs,
  task: AssignmentTask,
  kind: ExceptedRule,
  { seed, left, least }: Search,
): AssignmentPair[] | null {
  const { off, keeps } = EXCEPTED[kind];
  const free = planOf({ ...task, existing: [], rules: { ...task.rules, ...off, level: 0 } });
  const cost = Int32Array.from(free.cost, (_, at) =>
    keeps(task.judges[at % free.judges]!, task.entries[Math.floor(at / free.judges)]!, task.rules) ? 1 : 0,
  );
  for (const [entry, judges] of free.locked.entries())
    for (const judge of judges) cost[entry * free.judges + judge] = 0;
  if (!cost.includes(1)) return null;
  const plan = { ...free, cost };
  const whole = wholeOf(highs, plan, seed, left);
  if (!whole) return null;
  const pairsOf = (chosen: readonly (readonly number[])[]) =>
    chosen.flatMap((judges, entry) =>
      judges
        .filter((judge) => cost[entry * plan.judges + judge] === 1)
        .map((judge) => ({ entry: task.entries[entry]!.id, judge: task.judges[judge]!.id })),
    );
  const { chosen, failing } = mendOverlap(plan, whole.chosen, () => left() <= 0);
  const waived = pairsOf(chosen);
  return failing.length === 0 && waived.length === Math.max(least, pairsOf(whole.chosen).length) ? waived : null;
}

/** The cheapest assignment but for overlap; null where there is none, or the time was over. */
function wholeOf(highs: Highs, plan: AssignmentPlan, seed: number, left: () => number): Whole | null {
  const relaxation = new Relaxation(highs, plan, MISSED_NEVER, true, seed);
  try {
    if (!relaxation.solve(() => left() <= 0) || relaxation.isMissing()) return null;
    const nothing: Whole = { cost: Number.POSITIVE_INFINITY, chosen: plan.locked, missed: true, proven: false };
    const whole = isFlow(plan)
      ? roundNear(relaxation, plan.entries, relaxation.values(), 0, left())
      : roundAll(relaxation, plan.entries, left(), nothing);
    return whole.missed || !whole.proven ? null : whole;
  } finally {
    relaxation.model.dispose();
  }
}
