import type { CallbackEvent } from 'highs';
import { type Relaxation, SIMPLEX_INTERRUPT } from './assignment.relaxation.js';

const WHOLE = 1e-6;
/** Numbers of HiGHS: a type of variable, states of a solution and a model, events. */
const INTEGER = 1;
const FEASIBLE = 2;
const OPTIMAL = 7;
const MIP_INTERRUPT = 6;
/** Costs are whole, so that what is less than one away is the same. */
const LESS_THAN_ONE = 0.99;

/** What a search for whole numbers found. */
export interface Whole {
  /** What it costs, misses included. */
  cost: number;
  /** The judges of each entry. */
  chosen: number[][];
  missed: boolean;
  /** Whether nothing cheaper exists among the pairs that were open. */
  proven: boolean;
}

const NOTHING: Whole = { cost: Number.POSITIVE_INFINITY, chosen: [], missed: true, proven: false };

/**
 * Makes a solution whole while most of what is whole already stays as it is: only entries that are not, and `more` others at equal
 * distances, are open. That is a small problem; the answer is often the best there is, which the caller can tell by the bound.
 */
export function roundNear(
  relaxation: Relaxation,
  entries: number,
  values: readonly number[],
  more: number,
  seconds: number,
): Whole {
  const open = new Set(Array.from({ length: more }, (_, at) => Math.floor((at * entries) / more)));
  relaxation.pairs.forEach(({ entry }, at) => {
    const value = values[at] ?? 0;
    if (Math.abs(value - Math.round(value)) > WHOLE) open.add(entry);
  });
  if (open.size === 0) return read(relaxation, entries, true);
  relaxation.free();
  relaxation.fixWhere(({ entry }) => !open.has(entry), values);
  return searchWhole(relaxation, entries, seconds);
}

/**
 * The best whole solution of all, by branch and bound. Pairs are open whose reduced cost is no more than what `known` costs
 * above the relaxation: with any other an assignment would cost more than `known`.
 */
export function roundAll(relaxation: Relaxation, entries: number, seconds: number, known: Whole): Whole {
  relaxation.free();
  relaxation.solve(() => false);
  const margin = known.missed ? Number.POSITIVE_INFINITY : known.cost - relaxation.objective() + WHOLE;
  relaxation.addPairs(relaxation.improving(margin, Number.POSITIVE_INFINITY));
  if (!known.missed) relaxation.startFrom(known.chosen);
  return searchWhole(relaxation, entries, seconds);
}

/** By branch and bound among the pairs that are open; `also` are further columns that have to be whole. */
export function searchWhole(
  relaxation: Relaxation,
  entries: number,
  seconds: number,
  also: readonly number[] = [],
): Whole {
  const { model } = relaxation;
  const columns = [...relaxation.pairs.map(({ column }) => column), ...also];
  const types = new Int32Array(columns.length).fill(INTEGER);
  model.changeColsIntegrality({ kind: 'set', indices: Int32Array.from(columns) }, types);
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const left = (end - performance.now()) / 1000;
    model.zeroAllClocks();
    model.options.set({ presolve: 'on', time_limit: Math.max(1, left), mip_rel_gap: 0, mip_abs_gap: LESS_THAN_ONE });
    const stop = (event: CallbackEvent) => {
      if (performance.now() > end && 'interrupt' in event) event.interrupt();
      return undefined;
    };
    const { modelStatus } = model.run({ [SIMPLEX_INTERRUPT]: stop, [MIP_INTERRUPT]: stop });
    if (model.info.get('primal_solution_status') !== FEASIBLE) return NOTHING;
    const proven = modelStatus === OPTIMAL;
    if (relaxation.addInstitutions() === 0) return read(relaxation, entries, proven);
    if (left <= 0) return NOTHING;
  }
}

function read(relaxation: Relaxation, entries: number, proven: boolean): Whole {
  const chosen: number[][] = Array.from({ length: entries }, () => []);
  const values = relaxation.values();
  relaxation.pairs.forEach(({ entry, judge }, at) => {
    if (values[at]! > 0.5) chosen[entry]!.push(judge);
  });
  return { cost: Math.round(relaxation.objective()), chosen, missed: relaxation.isMissing(), proven };
}
