import type { Highs } from 'highs';
import type { AssignmentAnswer, AssignmentRelaxation, AssignmentViolation } from './assignment.model.js';
import { type AssignmentPlan, isFlow } from './assignment.plan.rules.js';
import { type Misses, type MissPrices, NEVER } from './assignment.misses.rules.js';
import { Relaxation } from './assignment.relaxation.js';
import { roundAll, type Whole } from './assignment.rounding.js';

const KINDS = ['coverage', 'above', 'below', 'composition', 'institution'] as const;

/**
 * Why a task has no solution, by elastic demands: those that fail where as little as possible is missed in all, and, for each
 * kind of demand, the least by which that kind alone has to give way, where that is enough.
 */
export function diagnose(
  highs: Highs,
  plan: AssignmentPlan,
  seed: number,
  left: () => number,
): Extract<AssignmentAnswer, { kind: 'impossible' | 'undecided' }> {
  const all = (price: number): MissPrices => ({
    coverage: price,
    composition: price,
    institution: price,
    above: price,
    below: price,
  });
  const least = missed(highs, plan, all(1), seed, left);
  if (!least) return { kind: 'undecided', failing: [] };
  const relaxations = KINDS.flatMap((kind): AssignmentRelaxation[] => {
    const misses = missed(highs, plan, { ...all(NEVER), [kind]: 1 }, seed, left);
    const others = KINDS.filter((other) => other !== kind);
    if (!misses || misses[kind].length === 0 || others.some((other) => misses[other].length > 0)) return [];
    return [relaxationOf(plan, kind, misses)];
  });
  return { kind: 'impossible', failing: violationsOf(plan, least), relaxations };
}

function missed(
  highs: Highs,
  plan: AssignmentPlan,
  prices: MissPrices,
  seed: number,
  left: () => number,
): Misses | null {
  const relaxation = new Relaxation(highs, plan, prices, false, seed);
  try {
    if (!relaxation.solve(() => left() <= 0)) return null;
    if (!isFlow(plan)) {
      const nothing: Whole = { cost: 0, chosen: plan.locked, missed: true, proven: false };
      if (!roundAll(relaxation, plan.entries, left(), nothing).proven) return null;
    }
    return relaxation.misses();
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

/** Misses of a flow are whole up to the solver's tolerance. */
const whole = (by: number): number => Math.ceil(by - 1e-4);
