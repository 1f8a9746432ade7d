import type { AssignmentPair, AssignmentProblem, AssignmentTask } from './assignment.model.js';
import { grouped } from '../grouped.js';

/** Counts and costs stay below this, so that sums of a whole task are exact. */
const MOST = 1_000_000;

/** Every reason for which a task cannot be read; empty where there is none. Whether it has a solution is another question. */
export function assignmentProblems(task: AssignmentTask): AssignmentProblem[] {
  const problems: AssignmentProblem[] = [...countProblems(task)];
  for (const list of ['judges', 'entries'] as const) {
    if (task[list].length === 0) problems.push({ kind: 'empty', list });
    for (const id of repeated(task[list].map((one) => one.id))) problems.push({ kind: 'listed_twice', list, id });
  }
  for (const { id, load } of task.judges) {
    const [min, max] = [load?.min ?? task.rules.load.min, load?.max ?? task.rules.load.max];
    if (min > max) problems.push({ kind: 'bounds_crossed', judge: id, min, max });
  }
  const known = {
    entries: new Set(task.entries.map(({ id }) => id)),
    judges: new Set(task.judges.map(({ id }) => id)),
  };
  for (const list of ['barred', 'locked', 'existing'] as const)
    for (const { entry, judge } of task[list])
      if (!known.entries.has(entry) || !known.judges.has(judge))
        problems.push({ kind: 'unknown_pair', list, entry, judge });
  return problems.length > 0 ? problems : lockedProblems(task);
}

function* countProblems({ judges, entries, rules }: AssignmentTask): Generator<AssignmentProblem> {
  const counts: [string, number | undefined][] = [
    ['judgesPerEntry', rules.judgesPerEntry],
    ['load.min', rules.load.min],
    ['load.max', rules.load.max],
    ['level', rules.level],
    ['keep', rules.keep],
    ['overlap.sharedByPanels', rules.overlap.sharedByPanels],
    ['mismatch', rules.mismatch.length === 0 ? Number.NaN : 0],
    ...rules.mismatch.map((cost, at): [string, number] => [`mismatch ${at}`, cost]),
    ...rules.composition.map(({ type, atLeast }): [string, number] => [`composition ${type}`, atLeast]),
    ...judges.map(({ id, load }): [string, number | undefined] => [`load.min of ${id}`, load?.min]),
    ...judges.map(({ id, load }): [string, number | undefined] => [`load.max of ${id}`, load?.max]),
    ...entries.map((entry): [string, number | undefined] => [`judges of ${entry.id}`, entry.judges]),
  ];
  for (const [name, value] of counts)
    if (value !== undefined && !(Number.isInteger(value) && value >= 0 && value <= MOST))
      yield { kind: 'not_a_count', name, value };
}

/** Whoever locked a pair decided on its region, language and institution: these keep other pairs apart, and not this one. */
function lockedProblems({ judges, entries, rules, barred, locked }: AssignmentTask): AssignmentProblem[] {
  const problems: AssignmentProblem[] = [];
  const judgeOf = new Map(judges.map((judge) => [judge.id, judge]));
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const never = new Set(barred.map(keyOfPair));
  const distinct = [...new Map(locked.map((pair) => [keyOfPair(pair), pair])).values()];
  for (const pair of distinct) if (never.has(keyOfPair(pair))) problems.push({ kind: 'locked_but_barred', ...pair });
  for (const [id, pairs] of grouped(distinct, ({ entry }) => entry)) {
    const room = entryOf.get(id)!.judges ?? rules.judgesPerEntry;
    if (pairs.length > room) problems.push({ kind: 'locked_too_many', of: 'entry', id, locked: pairs.length, room });
  }
  for (const [id, pairs] of grouped(distinct, ({ judge }) => judge)) {
    const room = judgeOf.get(id)!.load?.max ?? rules.load.max;
    if (pairs.length > room) problems.push({ kind: 'locked_too_many', of: 'judge', id, locked: pairs.length, room });
  }
  return problems;
}

export const keyOfPair = ({ entry, judge }: AssignmentPair): string => JSON.stringify([entry, judge]);

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.size === seen.add(id).size))];
}
