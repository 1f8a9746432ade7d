import type { AssignmentTask } from './assignment.model.js';
import type { AssignmentPlan } from './assignment.plan.rules.js';

/** One part of a task as a task of its own. */
export function subtask({ task, parts }: AssignmentPlan, part: number): AssignmentTask {
  const judges = task.judges.filter((_, at) => parts.ofJudge[at] === part);
  const entries = task.entries.filter((_, at) => parts.ofEntry[at] === part);
  const known = { judges: new Set(judges.map(({ id }) => id)), entries: new Set(entries.map(({ id }) => id)) };
  const within = (pairs: AssignmentTask['locked']) =>
    pairs.filter(({ entry, judge }) => known.entries.has(entry) && known.judges.has(judge));
  return {
    ...task,
    judges,
    entries,
    barred: within(task.barred),
    locked: within(task.locked),
    existing: within(task.existing),
  };
}
