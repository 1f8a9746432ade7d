import { fairLoad, loadCost, mismatchOf } from './assignment.cost.rules.js';
import { cannotRead, isOfHome } from './assignment.exceptions.rules.js';
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
  const locked = judgesByEntry(task.locked);
  return [
    ...violations,
    ...chosen.flatMap((judges, entry) => [...entryViolations(task, entry, judges, locked)]),
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

function* entryViolations(
  task: AssignmentTask,
  at: number,
  chosen: readonly number[],
  locked: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<AssignmentViolation> {
  const { rules } = task;
  const { id: entry, judges: own, region } = task.entries[at]!;
  const judges = chosen.map((judge) => task.judges[judge]!);
  const isLocked = ({ id }: { id: string }) => locked.get(entry)?.has(id) === true;
  const missing = (own ?? rules.judgesPerEntry) - judges.length;
  if (missing !== 0) yield { kind: 'coverage', entry, by: missing };
  for (const { type, atLeast } of rules.composition) {
    const by = atLeast - judges.filter(({ types }) => types.includes(type)).length;
    if (by > 0) yield { kind: 'composition', entry, type, by };
  }
  if (rules.onePerInstitution)
    for (const [institution, same] of grouped(judges, (judge) => judge.institution)) {
      const by = same.length - Math.max(1, same.filter(isLocked).length);
      if (institution != null && by > 0) yield { kind: 'institution', entry, institution, by };
    }
  for (const judge of judges.filter((one) => !isLocked(one))) {
    if (isOfHome(judge, { region }, rules)) yield { kind: 'home_region', entry, judge: judge.id, by: 1 };
    if (cannotRead(judge, task.entries[at]!, rules)) yield { kind: 'language', entry, judge: judge.id, by: 1 };
  }
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
  const never = judgesByEntry(task.barred);
  const locked = judgesByEntry(task.locked);
  const parts = partsOf(entries.length, judges.length, (entry, judge) => {
    const [one, other] = [judges[judge]!, entries[entry]!];
    if (never.get(other.id)?.has(one.id)) return false;
    const kept = isOfHome(one, other, rules) || cannotRead(one, other, rules);
    return !kept || locked.get(other.id)?.has(one.id) === true;
  });
  const seats = Array.from({ length: parts.count }, () => 0);
  const sharing = Array.from({ length: parts.count }, () => 0);
  for (const [entry, part] of parts.ofEntry.entries()) seats[part]! += entries[entry]!.judges ?? rules.judgesPerEntry;
  for (const part of parts.ofJudge) sharing[part]! += 1;
  const loads = grouped(pairs, ({ judge }) => judge);
  const costs = judges.map(({ id, load }, at) => {
    const part = parts.ofJudge[at]!;
    const min = load?.min ?? rules.load.min;
    const max = Math.min(load?.max ?? rules.load.max, Math.max(entries.length, min));
    const fair = fairLoad(seats[part]! / sharing[part]!, { min, max });
    return loadCost(loads.get(id)?.length ?? 0, fair, rules.level);
  });
  return sum(costs);
}

const judgesByEntry = (pairs: readonly AssignmentPair[]): Map<string, Set<string>> =>
  new Map(
    [...grouped(pairs, ({ entry }) => entry)].map(([entry, own]) => [entry, new Set(own.map(({ judge }) => judge))]),
  );

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
