import { fairLoad, loadCost, mismatchOf } from './assignment.cost.rules.js';
import { cannotRead } from './assignment.language.rules.js';
import { keyOfPair } from './assignment.input.rules.js';
import type { AssignmentCost, AssignmentPair, AssignmentTask, AssignmentViolation } from './assignment.model.js';
import { overlapViolations } from './assignment.overlap.rules.js';
import { partsOf } from './assignment.parts.rules.js';
import { grouped } from '../grouped.js';

/** Every demand that these pairs do not meet, read from the task alone: nothing that a solver said is believed. */
export function verifyAssignment(task: AssignmentTask, pairs: readonly AssignmentPair[]): AssignmentViolation[] {
  const judgeAt = new Map(task.judges.map(({ id }, at) => [id, at]));
  const entryAt = new Map(task.entries.map(({ id }, at) => [id, at]));
  const violations: AssignmentViolation[] = [];
  const seen = new Set<string>();
  const chosen: number[][] = task.entries.map(() => []);
  for (const pair of pairs) {
    const [entry, judge] = [entryAt.get(pair.entry), judgeAt.get(pair.judge)];
    if (entry === undefined || judge === undefined) violations.push({ kind: 'unknown', ...pair, by: 1 });
    else if (seen.has(keyOfPair(pair))) violations.push({ kind: 'twice', ...pair, by: 1 });
    else chosen[entry]!.push(judge);
    seen.add(keyOfPair(pair));
  }
  for (const pair of task.barred) if (seen.has(keyOfPair(pair))) violations.push({ kind: 'barred', ...pair, by: 1 });
  for (const pair of task.locked)
    if (!seen.has(keyOfPair(pair))) violations.push({ kind: 'not_locked', ...pair, by: 1 });
  return [
    ...violations,
    ...chosen.flatMap((judges, entry) => [...entryViolations(task, entry, judges)]),
    ...loadViolations(task, chosen),
    ...overlapViolations(task, chosen),
  ];
}

/** What pairs cost, by the definitions of `assignment.cost.rules`. */
export function costOfAssignment(task: AssignmentTask, pairs: readonly AssignmentPair[]): AssignmentCost {
  const judgeOf = new Map(task.judges.map((judge) => [judge.id, judge]));
  const entryOf = new Map(task.entries.map((entry) => [entry.id, entry]));
  const mismatch = sum(pairs.map((pair) => mismatchOf(judgeOf.get(pair.judge)!, entryOf.get(pair.entry)!, task.rules)));
  const kept = new Set(pairs.map(keyOfPair));
  const lost = new Set(task.existing.map(keyOfPair).filter((key) => !kept.has(key)));
  const [level, givenUp] = [levelCost(task, pairs), task.rules.keep * lost.size];
  return { mismatch, level, givenUp, total: mismatch + level + givenUp };
}

function* entryViolations(task: AssignmentTask, at: number, chosen: readonly number[]): Generator<AssignmentViolation> {
  const { rules } = task;
  const { id: entry, judges: own, region } = task.entries[at]!;
  const judges = chosen.map((judge) => task.judges[judge]!);
  const missing = (own ?? rules.judgesPerEntry) - judges.length;
  if (missing !== 0) yield { kind: 'coverage', entry, by: missing };
  for (const { type, atLeast } of rules.composition) {
    const by = atLeast - judges.filter(({ types }) => types.includes(type)).length;
    if (by > 0) yield { kind: 'composition', entry, type, by };
  }
  if (rules.onePerInstitution)
    for (const [institution, same] of grouped(judges, (judge) => judge.institution))
      if (institution != null && same.length > 1)
        yield { kind: 'institution', entry, institution, by: same.length - 1 };
  if (rules.awayFromHome)
    for (const { id, region: home } of judges)
      if (home != null && home === region) yield { kind: 'home_region', entry, judge: id, by: 1 };
  for (const judge of judges)
    if (cannotRead(judge, task.entries[at]!, rules) && !isLocked(task, entry, judge.id))
      yield { kind: 'language', entry, judge: judge.id, by: 1 };
}

function* loadViolations(task: AssignmentTask, chosen: readonly number[][]): Generator<AssignmentViolation> {
  const loads = task.judges.map(() => 0);
  for (const judge of chosen.flat()) loads[judge]! += 1;
  for (const [at, { id, load }] of task.judges.entries()) {
    const above = loads[at]! - (load?.max ?? task.rules.load.max);
    const below = (load?.min ?? task.rules.load.min) - loads[at]!;
    if (above > 0) yield { kind: 'load_above', judge: id, by: above };
    if (below > 0) yield { kind: 'load_below', judge: id, by: below };
  }
}

function levelCost(task: AssignmentTask, pairs: readonly AssignmentPair[]): number {
  const { rules, judges, entries } = task;
  const never = new Map(
    [...grouped(task.barred, ({ entry }) => entry)].map(([entry, own]) => [
      entry,
      new Set(own.map(({ judge }) => judge)),
    ]),
  );
  const home = (entry: number, judge: number) =>
    rules.awayFromHome && judges[judge]!.region != null && judges[judge]!.region === entries[entry]!.region;
  const unread = (entry: number, judge: number) =>
    cannotRead(judges[judge]!, entries[entry]!, rules) && !isLocked(task, entries[entry]!.id, judges[judge]!.id);
  const parts = partsOf(
    entries.length,
    judges.length,
    (entry, judge) =>
      !home(entry, judge) && !unread(entry, judge) && !never.get(entries[entry]!.id)?.has(judges[judge]!.id),
  );
  const loads = grouped(pairs, ({ judge }) => judge);
  const costs = judges.map(({ id, load }, at) => {
    const seats = entries.filter((_, entry) => parts.ofEntry[entry] === parts.ofJudge[at]);
    const sharing = parts.ofJudge.filter((part) => part === parts.ofJudge[at]).length;
    const mean = sum(seats.map((entry) => entry.judges ?? rules.judgesPerEntry)) / sharing;
    const min = load?.min ?? rules.load.min;
    const max = Math.min(load?.max ?? rules.load.max, Math.max(entries.length, min));
    return loadCost(loads.get(id)?.length ?? 0, fairLoad(mean, { min, max }), rules.level);
  });
  return sum(costs);
}

const isLocked = ({ locked }: AssignmentTask, entry: string, judge: string): boolean =>
  locked.some((pair) => pair.entry === entry && pair.judge === judge);

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
