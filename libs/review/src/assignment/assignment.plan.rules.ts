import { type Fair, fairLoad, loadCost, mismatchOf } from './assignment.cost.rules.js';
import { cannotRead, isOfHome } from './assignment.exceptions.rules.js';
import { keyOfPair } from './assignment.input.rules.js';
import type { AssignmentPair, AssignmentTask } from './assignment.model.js';
import { partsOf } from './assignment.parts.rules.js';

/** Judges of whom an entry needs at least so many. */
export interface Demand {
  /** 1 for every judge who counts, by number. */
  judges: Uint8Array;
  atLeast: number;
}

/** A task in numbers: entries and judges by their place in its lists. */
export interface AssignmentPlan {
  task: AssignmentTask;
  entries: number;
  judges: number;
  /** 1 where a pair may be; of entry e and judge j at e × judges + j. */
  allowed: Uint8Array;
  /** What a pair costs, less `keep` where it exists already. */
  cost: Int32Array;
  /** What is paid in any case: `keep` for every existing pair. */
  constant: number;
  need: number[];
  locked: number[][];
  /** The number of the judge's institution; one of its own where none is known or the rule is off. */
  institution: number[];
  /** In the order of `rules.composition`. */
  composition: Demand[];
  bounds: { min: number; max: number }[];
  fair: Fair[];
  /** What each entry outside of `fair` costs besides, where few in all are worth more than level ones. */
  outside: number;
  parts: { ofEntry: number[]; ofJudge: number[]; count: number };
}

/** The task in numbers. It is taken to be free of `assignmentProblems`. */
export function planOf(task: AssignmentTask): AssignmentPlan {
  const { rules } = task;
  const [entries, judges] = [task.entries.length, task.judges.length];
  const numbers = numbersOf(task);
  const allowed = new Uint8Array(entries * judges).fill(1);
  const cost = new Int32Array(entries * judges);
  const unread = new Uint8Array(rules.readLanguages ? entries * judges : 0);
  const costs = new Map<string, Int32Array>();
  task.entries.forEach((entry, row) => {
    const fields = JSON.stringify(entry.fields);
    if (!costs.has(fields))
      costs.set(
        fields,
        Int32Array.from(task.judges, (judge) => mismatchOf(judge, entry, rules)),
      );
    cost.set(costs.get(fields)!, row * judges);
    task.judges.forEach((judge, column) => {
      const at = row * judges + column;
      if (isOfHome(judge, entry, rules)) allowed[at] = 0;
      if (cannotRead(judge, entry, rules)) unread[at] = 1;
    });
  });
  const at = (pair: AssignmentPair): number => numbers.entry.get(pair.entry)! * judges + numbers.judge.get(pair.judge)!;
  for (const pair of task.locked) {
    unread[at(pair)] = 0;
    allowed[at(pair)] = 1;
  }
  unread.forEach((isUnread, place) => {
    if (isUnread) allowed[place] = 0;
  });
  for (const pair of task.barred) allowed[at(pair)] = 0;
  const existing = distinct(task.existing);
  for (const pair of existing) cost[at(pair)]! -= rules.keep;
  const locked: number[][] = task.entries.map(() => []);
  for (const { entry, judge } of distinct(task.locked))
    locked[numbers.entry.get(entry)!]!.push(numbers.judge.get(judge)!);

  const need = task.entries.map((entry) => entry.judges ?? rules.judgesPerEntry);
  const bounds = task.judges.map(({ load }) => ({
    min: load?.min ?? rules.load.min,
    max: Math.min(load?.max ?? rules.load.max, Math.max(entries, load?.min ?? rules.load.min)),
  }));
  const parts = partsOf(entries, judges, (entry, judge) => allowed[entry * judges + judge] === 1);
  const means = meanLoads(need, parts);
  return {
    task,
    entries,
    judges,
    allowed,
    cost,
    constant: rules.keep * existing.length,
    need,
    locked,
    institution: institutionNumbers(task),
    composition: rules.composition.map(({ type, atLeast }) => ({
      judges: Uint8Array.from(task.judges, ({ types }) => (types.includes(type) ? 1 : 0)),
      atLeast,
    })),
    bounds,
    outside: 0,
    fair: bounds.map((own, judge) => fairLoad(means[parts.ofJudge[judge]!]!, own)),
    parts,
  };
}

/** What `load` entries cost for a judge. */
export function costOfLoad({ fair, outside, task }: AssignmentPlan, judge: number, load: number): number {
  const { from, to } = fair[judge]!;
  return loadCost(load, fair[judge]!, task.rules.level) + outside * Math.max(0, from - load, load - to);
}

/** Whether nothing but coverage and load is asked: then it is a flow, and a vertex of its relaxation is whole. */
export const isFlow = ({ task: { rules, judges } }: AssignmentPlan): boolean =>
  rules.composition.every(({ atLeast }) => atLeast === 0) &&
  !(rules.onePerInstitution && judges.some(({ institution }) => institution != null));

/** What judges for every entry cost. */
export function costOfPlan(plan: AssignmentPlan, chosen: readonly (readonly number[])[]): number {
  const loads = plan.bounds.map(() => 0);
  let cost = plan.constant;
  chosen.forEach((judges, entry) =>
    judges.forEach((judge) => {
      loads[judge]! += 1;
      cost += plan.cost[entry * plan.judges + judge]!;
    }),
  );
  return loads.reduce((sum, load, judge) => sum + costOfLoad(plan, judge, load), cost);
}

function numbersOf(task: AssignmentTask) {
  return {
    entry: new Map(task.entries.map(({ id }, at) => [id, at])),
    judge: new Map(task.judges.map(({ id }, at) => [id, at])),
  };
}

function institutionNumbers({ judges, rules }: AssignmentTask): number[] {
  const first = new Map<string, number>();
  return judges.map(({ institution }, at) => {
    if (!rules.onePerInstitution || institution == null) return at;
    if (!first.has(institution)) first.set(institution, at);
    return first.get(institution)!;
  });
}

function meanLoads(need: readonly number[], parts: AssignmentPlan['parts']): number[] {
  const [seats, judges] = [Array.from({ length: parts.count }, () => 0), Array.from({ length: parts.count }, () => 0)];
  need.forEach((count, entry) => (seats[parts.ofEntry[entry]!]! += count));
  for (const part of parts.ofJudge) judges[part]! += 1;
  return seats.map((count, part) => count / Math.max(1, judges[part]!));
}

const distinct = (pairs: readonly AssignmentPair[]): AssignmentPair[] => [
  ...new Map(pairs.map((pair) => [keyOfPair(pair), pair])).values(),
];
