import type { Highs } from 'highs';
import { Batch } from './assignment.columns.js';
import { MISSED_NEVER } from './assignment.misses.rules.js';
import { entriesByGroup, soleInstitutions } from './assignment.overlap.rules.js';
import type { AssignmentPlan } from './assignment.plan.rules.js';
import { Relaxation } from './assignment.relaxation.js';
import { searchWhole, type Whole } from './assignment.rounding.js';

/** More than so many columns for what panels share is more than branch and bound gets through. */
const MOST = 12_000;

/** What every two panels of a group can share. */
export interface SharedAnswer {
  /** The judges of each entry. */
  chosen: number[][];
  /** So many entries fewer than demanded are shared by the two panels that share the fewest; 0 where the demand is met. */
  short: number;
  /** Whether no assignment is short by less. */
  proven: boolean;
}

/**
 * An assignment in which what every two panels share is as near to `sharedByPanels` as it can be, by branch and bound; where it
 * is met, one that costs little besides. Null where the task is too large for that, or the time was over before anything was found.
 */
export function searchShared(
  highs: Highs,
  plan: AssignmentPlan,
  seed: number,
  left: () => number,
): SharedAnswer | null {
  if (columnsOf(plan) > MOST) return null;
  const least = solve(highs, plan, { seed, left, known: null });
  if (least.missed) return null;
  const { chosen, cost: short, proven } = least;
  if (short > 0) return { chosen, short, proven };
  const cheap = solve(highs, plan, { seed, left, known: chosen });
  return { chosen: cheap.missed ? chosen : cheap.chosen, short: 0, proven: true };
}

function solve(
  highs: Highs,
  plan: AssignmentPlan,
  { seed, left, known }: { seed: number; left(): number; known: number[][] | null },
): Whole {
  const relaxation = new Relaxation(highs, plan, MISSED_NEVER, known !== null, seed);
  try {
    relaxation.addPairs(allPairs(plan));
    const judging = new SharedRows(relaxation, plan).add(known !== null);
    if (known) relaxation.startFrom(known);
    return searchWhole(relaxation, plan.entries, left(), judging);
  } finally {
    relaxation.model.dispose();
  }
}

/** Columns and rows that say what panels share. */
class SharedRows {
  private readonly columns = new Batch();
  private readonly rows = new Batch();
  private readonly relaxation: Relaxation;
  private readonly plan: AssignmentPlan;
  private readonly pairAt: Map<string, number>;

  constructor(relaxation: Relaxation, plan: AssignmentPlan) {
    this.relaxation = relaxation;
    this.plan = plan;
    this.pairAt = new Map(relaxation.pairs.map(({ entry, judge, column }) => [`${entry} ${judge}`, column]));
  }

  /** `met`: nothing may be short. Answers the columns that have to be whole: whether a panel judges in a group. */
  add(met: boolean): number[] {
    const short = this.column(1, 0, met ? 0 : this.plan.task.rules.overlap.sharedByPanels);
    const judging: number[] = [];
    for (const group of groupsOf(this.plan)) judging.push(...this.addGroup(group, short));
    this.relaxation.addParts(this.columns, this.rows);
    return judging;
  }

  private addGroup({ entries, panels }: SharedGroup, short: number): number[] {
    const demanded = this.plan.task.rules.overlap.sharedByPanels;
    const judging = panels.map(({ bound }) => this.column(0, bound ? 1 : 0, 1));
    const present = entries.map((entry) =>
      panels.map(({ judges }, panel) => this.present(entry, judges, judging[panel]!)),
    );
    const together = entries.map(() => panels.map((): number[] => []));
    for (const one of panels.keys())
      for (let other = one + 1; other < panels.length; other += 1) {
        if (panels[one]!.sole !== undefined && panels[one]!.sole === panels[other]!.sole) continue;
        const shared = present.flatMap((own, row) => {
          const [first, second] = [own[one], own[other]];
          if (first == null || second == null) return [];
          const both = this.column(0, 0, 1);
          for (const side of [first, second]) this.row(0, [side, 1], [both, -1]);
          for (const side of [one, other]) together[row]![side]!.push(both);
          return [both];
        });
        const judged = [judging[one]!, judging[other]!].map((column): Term => [column, -demanded]);
        this.row(-demanded, [short, 1], ...judged, ...shared.map((column): Term => [column, 1]));
      }
    // Of an entry's panels each meets no more than the others: without it the relaxation would promise far too much.
    for (const [row, entry] of entries.entries())
      for (const [panel, met] of together[row]!.entries())
        if (met.length > 0)
          this.row(0, [present[row]![panel]!, this.plan.need[entry]! - 1], ...met.map((column): Term => [column, -1]));
    return judging;
  }

  /** The column that says whether a panel judges an entry; null where it cannot. */
  private present(entry: number, judges: readonly number[], judging: number): number | null {
    const pairs = judges.flatMap((judge) => this.pairAt.get(`${entry} ${judge}`) ?? []);
    for (const pair of pairs) this.row(0, [judging, 1], [pair, -1]);
    if (pairs.length <= 1) return pairs[0] ?? null;
    const column = this.column(0, 0, 1);
    this.row(0, [column, -1], ...pairs.map((pair): Term => [pair, 1]));
    return column;
  }

  private column(cost: number, lower: number, upper: number): number {
    this.columns.add(cost, lower, upper, []);
    return this.relaxation.nextColumn + this.columns.count - 1;
  }

  private row(lower: number, ...terms: readonly Term[]): void {
    const sorted = terms.toSorted(([one], [other]) => one - other);
    this.rows.add(
      0,
      lower,
      Number.POSITIVE_INFINITY,
      sorted.map(([column]) => column),
      sorted.map(([, value]) => value),
    );
  }
}

type Term = readonly [column: number, value: number];

interface SharedGroup {
  entries: readonly number[];
  /** Those that can judge in the group; `bound` where they have to, since they have entries of no other; `sole` by {@link soleInstitutions}. */
  panels: { judges: number[]; bound: boolean; sole: string | undefined }[];
}

function groupsOf(plan: AssignmentPlan): SharedGroup[] {
  const { task, allowed, judges, bounds } = plan;
  const may = (judge: number, entries: Iterable<number>) =>
    [...entries].some((entry) => allowed[entry * judges + judge] === 1);
  const groups = [...entriesByGroup(task).values()];
  const sole = soleInstitutions(task);
  return groups.map((entries) => {
    const others = groups.flatMap((one) => (one === entries ? [] : one));
    const panels = new Map<string, number[]>();
    for (const [judge, { panel }] of task.judges.entries())
      if (panel != null && may(judge, entries)) panels.set(panel, [...(panels.get(panel) ?? []), judge]);
    return {
      entries,
      panels: [...panels].map(([panel, own]) => ({
        judges: own,
        sole: sole.get(panel),
        bound: own.some((judge) => bounds[judge]!.min > 0 && !may(judge, others)),
      })),
    };
  });
}

const columnsOf = (plan: AssignmentPlan): number =>
  groupsOf(plan).reduce(
    (all, { entries, panels }) => all + (entries.length * panels.length * (panels.length - 1)) / 2,
    0,
  );

function allPairs({ entries, judges, allowed }: AssignmentPlan): { entry: number; judge: number }[] {
  return Array.from({ length: entries * judges }, (_, at) => at)
    .filter((at) => allowed[at] === 1)
    .map((at) => ({ entry: Math.floor(at / judges), judge: at % judges }));
}
