import type { Highs } from 'highs';
import { cannotRead } from './assignment.language.rules.js';
import type { AssignmentRelaxation, AssignmentTask } from './assignment.model.js';
import { MISSED_NEVER } from './assignment.misses.rules.js';
import { isFlow, planOf } from './assignment.plan.rules.js';
import { Relaxation } from './assignment.relaxation.js';
import { roundAll, roundNear, type Whole } from './assignment.rounding.js';

/**
 * The fewest pairs whose judge does not read the language that would let every other demand but overlap be met; null where no number of
 * them would, or the time was over. Asked of the whole task, since languages may be all that parts it.
 */
export function leastUnread(
  highs: Highs,
  task: AssignmentTask,
  seed: number,
  left: () => number,
): Extract<AssignmentRelaxation, { kind: 'language' }> | null {
  if (!task.rules.readLanguages) return null;
  const plan = planOf({ ...task, existing: [], rules: { ...task.rules, readLanguages: false, level: 0 } });
  const unread = Int32Array.from(plan.cost, (_, at) =>
    cannotRead(task.judges[at % plan.judges]!, task.entries[Math.floor(at / plan.judges)]!, task.rules) ? 1 : 0,
  );
  for (const [entry, judges] of plan.locked.entries())
    for (const judge of judges) unread[entry * plan.judges + judge] = 0;
  const relaxation = new Relaxation(highs, { ...plan, cost: unread }, MISSED_NEVER, true, seed);
  try {
    if (!relaxation.solve(() => left() <= 0) || relaxation.isMissing()) return null;
    const nothing: Whole = { cost: Number.POSITIVE_INFINITY, chosen: plan.locked, missed: true, proven: false };
    const whole = isFlow(plan)
      ? roundNear(relaxation, plan.entries, relaxation.values(), 0, left())
      : roundAll(relaxation, plan.entries, left(), nothing);
    if (whole.missed || !whole.proven) return null;
    const waived = whole.chosen.flatMap((judges, entry) =>
      judges
        .filter((judge) => unread[entry * plan.judges + judge] === 1)
        .map((judge) => ({ entry: task.entries[entry]!.id, judge: task.judges[judge]!.id })),
    );
    return waived.length === 0 ? null : { kind: 'language', waived };
  } finally {
    relaxation.model.dispose();
  }
}
