import type { SheetLayout } from './layout.rules.js';

/** In hundredths: where one more sweep of backfitting would change no judge's effect by more, the effects have settled. */
const TOLERANCE = 1e-9;

/** What the sheets are made of, in hundredths and unrounded: entry + judge + residual. */
export interface Effects {
  /** The score of each entry as the mean of all judges would have given it. */
  entries: Float64Array;
  /** They sum to nought. */
  judges: Float64Array;
  /** Of each sheet. */
  residuals: Float64Array;
}

/** Within it conjugate gradients settle even on a long chain of judges, where rounding costs steps beyond one a judge. */
export const stepBound = ({ judges }: SheetLayout): number => 100 + 10 * judges.length;

/**
 * The effects for which the sum of weight × residual², plus `ratio` × the sum of the judges' effects², is least: Henderson's mixed
 * model equations (1950; Searle, Casella and McCulloch, Variance Components, 1992), entries fixed and judges random with the
 * variance of the noise over that of the judges as ratio; at ratio 0 plain least squares. The graph has to be connected. Effects of
 * judges sum to nought, by the equations where the ratio is above 0, by choice where it is 0.
 *
 * Given the judges, an entry is the weighted mean of its sheets less their judges' effects. What is left are equations for the
 * judges alone, solved over the sheets by conjugate gradients scaled by their diagonal (Hestenes and Stiefel 1952): each step
 * costs as much as a sweep of backfitting, but the steps needed do not explode where judges form a chain.
 *
 * @param start Effects of judges to begin from; they change nothing but the steps needed.
 * @param totals What is fitted instead of the sheets' own totals; residuals are of their own.
 * @returns nothing where the effects have not settled after so many steps.
 */
export function fitEffects(
  layout: SheetLayout,
  task: { weights: Float64Array; ratio: number; start: Float64Array; steps: number; totals?: Float64Array },
): Effects | undefined {
  const { weights, ratio, start, steps, totals = layout.totals } = task;
  const nothing = new Float64Array(layout.totals.length);
  const scale = scaleOf(layout, weights, ratio);
  const effects = start.slice();
  const gradient = gradientOf(layout, weights, ratio, totals, effects);
  let scaled = gradient.map((value, judge) => value * scale[judge]!);
  let direction = scaled.slice();
  let length = dot(gradient, scaled);
  for (let step = 0; scaled.some((value) => Math.abs(value) > TOLERANCE); step += 1) {
    if (step === steps) return undefined;
    // With no totals at all the gradient is the equations' own answer to the direction, turned around.
    const answer = gradientOf(layout, weights, ratio, nothing, direction);
    const along = -length / dot(direction, answer);
    for (let judge = 0; judge < effects.length; judge += 1) {
      effects[judge]! += along * direction[judge]!;
      gradient[judge]! += along * answer[judge]!;
    }
    scaled = gradient.map((value, judge) => value * scale[judge]!);
    const next = dot(gradient, scaled);
    const turn = next / length;
    direction = scaled.map((value, judge) => value + turn * direction[judge]!);
    length = next;
  }
  const mean = effects.reduce((sum, value) => sum + value, 0) / effects.length;
  const judges = effects.map((value) => value - mean);
  const entries = entriesOf(layout, weights, totals, judges);
  const residuals = layout.totals.map(
    (total, sheet) => total - entries[layout.entryOf[sheet]!]! - judges[layout.judgeOf[sheet]!]!,
  );
  return { entries, judges, residuals };
}

/** The weighted mean of each entry's totals less their judges' effects. */
function entriesOf(
  { entries, from, judgeOf }: SheetLayout,
  weights: Float64Array,
  totals: Float64Array,
  judges: Float64Array,
): Float64Array {
  const means = new Float64Array(entries.length);
  for (let entry = 0; entry < means.length; entry += 1) {
    let [sum, weight] = [0, 0];
    for (let sheet = from[entry]!; sheet < from[entry + 1]!; sheet += 1) {
      sum += weights[sheet]! * (totals[sheet]! - judges[judgeOf[sheet]!]!);
      weight += weights[sheet]!;
    }
    means[entry] = sum / weight;
  }
  return means;
}

/** Half the descent of the sum at these judges' effects, the entries being the best for them. */
function gradientOf(
  layout: SheetLayout,
  weights: Float64Array,
  ratio: number,
  totals: Float64Array,
  judges: Float64Array,
): Float64Array {
  const { entryOf, judgeOf } = layout;
  const entries = entriesOf(layout, weights, totals, judges);
  const gradient = judges.map((effect) => -ratio * effect);
  for (let sheet = 0; sheet < totals.length; sheet += 1) {
    const judge = judgeOf[sheet]!;
    gradient[judge]! += weights[sheet]! * (totals[sheet]! - judges[judge]! - entries[entryOf[sheet]!]!);
  }
  return gradient;
}

/** One over the diagonal of the judges' equations; 0 for a judge who shares no entry, of whom they say nothing. */
function scaleOf({ judges, from, judgeOf }: SheetLayout, weights: Float64Array, ratio: number): Float64Array {
  const diagonal = new Float64Array(judges.length).fill(ratio);
  for (let entry = 0; entry + 1 < from.length; entry += 1) {
    let weight = 0;
    for (let sheet = from[entry]!; sheet < from[entry + 1]!; sheet += 1) weight += weights[sheet]!;
    for (let sheet = from[entry]!; sheet < from[entry + 1]!; sheet += 1)
      diagonal[judgeOf[sheet]!]! += (weights[sheet]! * (weight - weights[sheet]!)) / weight;
  }
  return diagonal.map((value) => (value > 0 ? 1 / value : 0));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}
