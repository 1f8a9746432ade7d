import type { Highs } from 'highs';
import { balance } from './assignment.balance.rules.js';
import { lowerBound } from './assignment.bound.rules.js';
import { diagnose } from './assignment.diagnosis.js';
import { leastExcepted } from './assignment.exceptions.js';
import { assignmentProblems } from './assignment.input.rules.js';
import { elasticLoads } from './assignment.loads.rules.js';
import { mendOverlap } from './assignment.mending.rules.js';
import type {
  AssignmentAnswer,
  AssignmentPair,
  AssignmentProgress,
  AssignmentRelaxation,
  AssignmentTask,
  AssignmentViolation,
} from './assignment.model.js';
import { entriesByGroup, overlapViolations, type OverlapViolation } from './assignment.overlap.rules.js';
import { type AssignmentPlan, costOfPlan, planOf } from './assignment.plan.rules.js';
import { MISSED_NEVER } from './assignment.misses.rules.js';
import { Relaxation } from './assignment.relaxation.js';
import { roundAll, roundNear, type Whole } from './assignment.rounding.js';
import { allImpossible } from './assignment.relaxations.rules.js';
import { searchShared } from './assignment.shared.js';
import { subtask } from './assignment.subtask.rules.js';
import { costOfAssignment, verifyAssignment } from './assignment.verify.rules.js';
import { grouped } from '../grouped.js';

export interface SearchOptions {
  /** Decides among answers that cost the same. */
  seed: number;
  /** After so long the best assignment that was found is answered. */
  seconds: number;
  /** A gap that is not worth a further search. */
  enough: number;
}

type Impossible = Extract<AssignmentAnswer, { kind: 'impossible' }>;
type PartAnswer =
  | { kind: 'assigned'; pairs: AssignmentPair[]; bound: number }
  | Extract<AssignmentAnswer, { kind: 'impossible' | 'undecided' }>;

/** Further judges for each entry that is opened, and how many entries are at first. */
const RESERVE = 6;
const FIRST_MORE = 40;
const NEAR_SECONDS = 15;

/**
 * Solves a task: part by part, each by its relaxation and whole numbers near it; then overlap is mended. Blocks its thread.
 *
 * @throws Error where the answer breaks a demand after all
 */
export function searchAssignment(
  highs: Highs,
  task: AssignmentTask,
  { seed, seconds, enough }: SearchOptions,
  progress: (step: AssignmentProgress) => void,
): AssignmentAnswer {
  const problems = assignmentProblems(task);
  if (problems.length > 0) return { kind: 'faulty', problems };
  const end = performance.now() + seconds * 1000;
  const plan = planOf(task);
  const { parts } = plan;
  const apart = groupsApart(plan);
  const excepted = (answer: Impossible): Impossible => {
    const least = apart.reduce((sum, { by }) => sum + by, 0);
    const found = leastExcepted(highs, task, { seed, left: () => (end - performance.now()) / 1000, least });
    const kept = found.flatMap(({ kind, waived }) => waived.map((pair) => ({ kind, ...pair, by: 1 })));
    return { ...answer, failing: [...kept, ...answer.failing], relaxations: [...answer.relaxations, ...found] };
  };
  if (apart.length > 0) return excepted({ kind: 'impossible', failing: apart, relaxations: [] });

  const answers: PartAnswer[] = [];
  // Existing pairs that are barred by now join no part, and are given up in any case.
  let bound = plan.constant;
  for (let part = 0; part < parts.count; part += 1) {
    const own = parts.count === 1 ? plan : planOf(subtask(plan, part));
    bound -= own.constant;
    const left = () => (end - performance.now()) / 1000;
    const say = (step: Omit<AssignmentProgress, 'part' | 'parts'>) => progress({ ...step, part, parts: parts.count });
    answers.push(solvePart(highs, own, { seed, enough, left }, say));
  }
  const undecided = answers.find(({ kind }) => kind === 'undecided');
  const impossible = answers.filter((answer) => answer.kind === 'impossible');
  if (impossible.length > 0) return excepted(allImpossible(impossible));
  if (undecided) return { kind: 'undecided', failing: [] };
  const solved = answers.filter((answer) => answer.kind === 'assigned');
  for (const one of solved) bound += one.bound;
  progress({ stage: 'overlap', part: parts.count, parts: parts.count });
  return mended(
    highs,
    plan,
    solved.flatMap(({ pairs }) => pairs),
    { bound, seed, left: () => (end - performance.now()) / 1000 },
  );
}

/** Groups whose entries no judge could join: each has a part of the graph more than one wherever the task falls apart. */
function groupsApart(plan: AssignmentPlan): AssignmentViolation[] {
  if (!plan.task.rules.overlap.connected) return [];
  return [...entriesByGroup(plan.task)].flatMap(([group, entries]) => {
    const by = new Set(entries.map((entry) => plan.parts.ofEntry[entry])).size - 1;
    return by > 0 ? [{ kind: 'disconnected' as const, group, by }] : [];
  });
}

function solvePart(
  highs: Highs,
  plan: AssignmentPlan,
  { seed, enough, left }: { seed: number; enough: number; left(): number },
  say: (step: Omit<AssignmentProgress, 'part' | 'parts'>) => void,
): PartAnswer {
  const late = () => left() <= 0;
  say({ stage: 'exchange' });
  const near = balanced(plan, seed, late);
  const loads = near ? null : elasticLoads(plan, seed, late);
  const impossible = () => {
    say({ stage: 'diagnosis' });
    return diagnose(highs, plan, { loads: loads ?? elasticLoads(plan, seed, late), seed, left });
  };
  if (loads?.isProven) return impossible();
  const nearest = (): PartAnswer =>
    near ? { kind: 'assigned', pairs: named(plan, near.whole), bound: near.bound } : { kind: 'undecided', failing: [] };
  if (near && near.whole.cost - near.bound <= enough * near.whole.cost) return nearest();
  const relaxation = new Relaxation(highs, plan, MISSED_NEVER, true, seed);
  try {
    if (!relaxation.solve(late, (cost) => say({ stage: 'relaxation', cost }))) return nearest();
    if (relaxation.isMissing()) return impossible();
    const bound = Math.max(
      near?.bound ?? 0,
      lowerBound(plan, relaxation.judgePrices(), () => plan.composition),
    );
    const whole = roundNearer(relaxation, plan, left, near?.whole, (one) => {
      say({ stage: 'rounding', cost: one.cost });
      return !one.missed && one.cost - bound <= enough * one.cost;
    });
    if (whole.done) return { kind: 'assigned', pairs: named(plan, whole.best), bound };

    const last = roundAll(relaxation, plan.entries, left(), whole.best);
    if (last.missed && last.proven) return impossible();
    const best = better(whole.best, last);
    if (best.missed) return { kind: 'undecided', failing: [] };
    return { kind: 'assigned', pairs: named(plan, best), bound: last.proven ? best.cost : bound };
  } finally {
    relaxation.model.dispose();
  }
}

/** An assignment by exchanges alone, which needs no solver, and the bound that its prices give. */
function balanced(plan: AssignmentPlan, seed: number, late: () => boolean): { whole: Whole; bound: number } | null {
  const found = balance(plan, seed, late);
  if (!found) return null;
  const cost = costOfPlan(plan, found.chosen);
  const bound = lowerBound(plan, found.prices, () => plan.composition);
  return { whole: { cost, chosen: found.chosen, missed: false, proven: cost === bound }, bound };
}

/** Opens more and more entries, until what is found is good enough. */
function roundNearer(
  relaxation: Relaxation,
  plan: AssignmentPlan,
  left: () => number,
  known: Whole | undefined,
  good: (whole: Whole) => boolean,
): { best: Whole; done: boolean } {
  const values = relaxation.values();
  const reserve = relaxation.improving(Number.POSITIVE_INFINITY, RESERVE);
  const first = roundNear(relaxation, plan.entries, values, 0, Math.min(left(), NEAR_SECONDS));
  let best = known ? better(known, first) : first;
  for (let more = FIRST_MORE; !good(best); more *= 4) {
    if (more > plan.entries * 4 || left() <= 0) return { best, done: false };
    if (more === FIRST_MORE) relaxation.addPairs(reserve);
    const seconds = Math.min(left(), NEAR_SECONDS);
    best = better(best, roundNear(relaxation, plan.entries, values, Math.min(more, plan.entries), seconds));
  }
  return { best, done: true };
}

const better = (one: Whole, other: Whole): Whole =>
  other.missed || (!one.missed && one.cost <= other.cost) ? one : other;

function mended(
  highs: Highs,
  plan: AssignmentPlan,
  pairs: readonly AssignmentPair[],
  { bound, seed, left }: { bound: number; seed: number; left(): number },
): AssignmentAnswer {
  const { task } = plan;
  const judgeAt = new Map(task.judges.map(({ id }, at) => [id, at]));
  const own = grouped(pairs, ({ entry }) => entry);
  const found = overlapped(
    highs,
    plan,
    task.entries.map(({ id }) => (own.get(id) ?? []).map(({ judge }) => judgeAt.get(judge)!)),
    { seed, left },
  );
  if (!('chosen' in found)) return found;
  const { chosen } = found;
  const answer = named(plan, { chosen });
  const broken = verifyAssignment(task, answer);
  if (broken.length > 0) throw new Error(`The assignment breaks demands: ${JSON.stringify(broken.slice(0, 5))}.`);
  const cost = costOfAssignment(task, answer);
  if (cost.total < bound) throw new Error(`The assignment costs ${cost.total}, less than its bound ${bound}.`);
  return {
    kind: 'assigned',
    pairs: answer,
    cost,
    bound,
    gap: cost.total === 0 ? 0 : (cost.total - bound) / cost.total,
  };
}

/** The nearest assignment with all overlap by exchanges; where they do not get there, one by branch and bound, or why there is none. */
function overlapped(
  highs: Highs,
  plan: AssignmentPlan,
  chosen: readonly (readonly number[])[],
  { seed, left }: { seed: number; left(): number },
): { chosen: number[][] } | Extract<AssignmentAnswer, { kind: 'impossible' | 'undecided' }> {
  const late = () => left() <= 0;
  const by = mendOverlap(plan, chosen, late);
  if (by.failing.length === 0) return by;
  const unshared = by.failing.some(({ kind }) => kind === 'shared');
  const exact = unshared && !late() ? searchShared(highs, plan, seed, left) : null;
  const again = exact && mendOverlap(plan, exact.chosen, late);
  if (again?.failing.length === 0) return again;
  const impossible = exact !== null && exact.short > 0 && exact.proven;
  return { kind: impossible ? 'impossible' : 'undecided', ...lessOverlap(plan, exact?.chosen ?? by.chosen, late) };
}

/** What an assignment lacks of overlap, and the demand of panels that it would meet, with a few exchanges for the others. */
function lessOverlap(
  plan: AssignmentPlan,
  chosen: readonly (readonly number[])[],
  late: () => boolean,
): { failing: OverlapViolation[]; relaxations: AssignmentRelaxation[] } {
  const { task } = plan;
  const from = task.rules.overlap.sharedByPanels;
  const failing = overlapViolations(task, chosen);
  const short = Math.max(0, ...failing.map((one) => (one.kind === 'shared' ? one.by : 0)));
  if (short === 0) return { failing, relaxations: [] };
  const overlap = { ...task.rules.overlap, sharedByPanels: from - short };
  const eased = mendOverlap({ ...plan, task: { ...task, rules: { ...task.rules, overlap } } }, chosen, late);
  return {
    failing,
    relaxations: eased.failing.length === 0 ? [{ kind: 'overlap', from, to: from - short }] : [],
  };
}

const named = ({ task }: AssignmentPlan, { chosen }: Pick<Whole, 'chosen'>): AssignmentPair[] =>
  chosen.flatMap((judges, entry) =>
    judges
      .toSorted((one, other) => one - other)
      .map((judge) => ({ entry: task.entries[entry]!.id, judge: task.judges[judge]!.id })),
  );
