import type { Highs } from 'highs';
import type { AssignmentAnswer, AssignmentRelaxation, AssignmentViolation } from './assignment.model.js';
import { type AssignmentPlan, isFlow } from './assignment.plan.rules.js';
import { type Misses, type MissPrices, NEVER } from './assignment.misses.rules.js';
import type { ElasticLoads } from './assignment.loads.rules.js';
import { Relaxation } from './assignment.relaxation.js';
import { roundAll, type Whole } from './assignment.rounding.js';

const KINDS = ['coverage', 'above', 'below', 'composition', 'institution'] as const;
/** Seconds for a proof that no whole misses are fewer; beyond, what the relaxation shows has to do. */
const PROOF_SECONDS = 5;

/**
 * Why a task has no solution, by elastic demands: those that fail where as little as possible is missed in all, and, for each
 * kind of demand, the least by which that kind alone has to give way, where that is enough; for bounds of loads as `loads` says.
 * Where time is over before anything shows that there is no solution, the answer is `undecided`.
 */
export function diagnose(
  highs: Highs,
  plan: AssignmentPlan,
  { loads, seed, left }: { loads: ElasticLoads; seed: number; left(): number },
): Extract<AssignmentAnswer, { kind: 'impossible' | 'undecided' }> {
  const all = (price: number): MissPrices => ({
    coverage: price,
    composition: price,
    institution: price,
    above: price,
    below: price,
  });
  const least = missed(highs, plan, all(1), seed, left)?.misses;
  const alone = (kind: (typeof KINDS)[number]): Misses | null => {
    const known = kind === 'above' || kind === 'below' ? loads[kind] : undefined;
    if (known) return known;
    const found = missed(highs, plan, { ...all(NEVER), [kind]: 1 }, seed, left);
    return found?.isProven ? found.misses : null;
  };
  const relaxations = KINDS.flatMap((kind): AssignmentRelaxation[] => {
    const misses = alone(kind);
    const others = KINDS.filter((other) => other !== kind);
    if (!misses || misses[kind].length === 0 || others.some((other) => misses[other].length > 0)) return [];
    return [relaxationOf(plan, kind, misses)];
  });
  const failing = least ?? (loads.isProven ? (loads.above ?? loads.below) : undefined);
  if (!failing) return { kind: 'undecided', failing: [] };
  return { kind: 'impossible', failing: violationsOf(plan, failing), relaxations };
}

/** What is missed at these prices, and whether no whole misses are fewer; null where time is over before that is known. */
function missed(
  highs: Highs,
  plan: AssignmentPlan,
  prices: MissPrices,
  seed: number,
  left: () => number,
): { misses: Misses; isProven: boolean } | null {
  const relaxation = new Relaxation(highs, plan, prices, false, seed);
  try {
    if (!relaxation.solve(() => left() <= 0)) return null;
    const misses = relaxation.misses();
    if (isFlow(plan)) return { misses, isProven: true };
    const nothing: Whole = { cost: 0, chosen: plan.locked, missed: true, proven: false };
    const isProven = roundAll(relaxation, plan.entries, Math.min(left(), PROOF_SECONDS), nothing).proven;
    return { misses: isProven ? relaxation.misses() : misses, isProven };
  } finally {
    relaxation.model.dispose();
  }
}

function violationsOf(plan: AssignmentPlan, misses: Misses): AssignmentViolation[] {
  const { entries, judges, rules } = plan.task;
  return [
    ...misses.coverage.map(({ entry, by }) => ({
      kind: 'coverage' as const,
      entry: entries[entry]!.id,
      by: whole(by),
    })),
    ...misses.composition.map(({ entry, demand, by }) => ({
      kind: 'composition' as const,
      entry: entries[entry]!.id,
      type: rules.composition[demand]!.type,
      by: whole(by),
    })),
    ...misses.institution.map(({ entry, institution, by }) => ({
      kind: 'institution' as const,
      entry: entries[entry]!.id,
      institution: judges[institution]!.institution!,
      by: whole(by),
    })),
    ...misses.above.map(({ judge, by }) => ({ kind: 'load_above' as const, judge: judges[judge]!.id, by: whole(by) })),
    ...misses.below.map(({ judge, by }) => ({ kind: 'load_below' as const, judge: judges[judge]!.id, by: whole(by) })),
  ];
}

function relaxationOf(plan: AssignmentPlan, kind: (typeof KINDS)[number], misses: Misses): AssignmentRelaxation {
  const { entries, judges, rules } = plan.task;
  if (kind === 'coverage') {
    const fewer = misses.coverage.reduce((sum, { by }) => sum + whole(by), 0);
    return { kind, fewer, entries: misses.coverage.map(({ entry }) => entries[entry]!.id) };
  }
  if (kind === 'composition')
    return {
      kind,
      waived: misses.composition.map(({ entry, demand, by }) => ({
        entry: entries[entry]!.id,
        type: rules.composition[demand]!.type,
        by: whole(by),
      })),
    };
  if (kind === 'institution')
    return {
      kind,
      waived: misses.institution.map(({ entry, institution }) => ({
        entry: entries[entry]!.id,
        institution: judges[institution]!.institution!,
      })),
    };
  const { load } = rules;
  if (kind === 'above')
    return {
      kind: 'ceiling',
      judges: misses.above.map(({ judge, by }) => {
        const from = judges[judge]!.load?.max ?? load.max;
        return { judge: judges[judge]!.id, from, to: from + whole(by) };
      }),
    };
  return {
    kind: 'floor',
    judges: misses.below.map(({ judge, by }) => {
      const from = judges[judge]!.load?.min ?? load.min;
      return { judge: judges[judge]!.id, from, to: from - whole(by) };
    }),
  };
}

/** Misses of a flow are whole up to the solver's tolerance; what only the relaxation shows of others is missed by at least that. */
const whole = (by: number): number => Math.ceil(by - 1e-4);
