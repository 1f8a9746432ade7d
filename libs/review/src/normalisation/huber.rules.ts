import { type Effects, fitEffects } from './effects.rules.js';
import type { SheetLayout } from './layout.rules.js';
import { spareSheets } from './variance.rules.js';

/** In standard deviations: keeps 95 % of the efficiency of least squares where the noise is normal (Huber 1964). */
const CUT = 1.345;
/** The mean of the square of a standard normal value that is cut at `CUT`. */
export const CUT_VARIANCE = 0.7102;
/** The median of the absolute value of a standard normal one. */
const NORMAL_MEDIAN = 0.6745;
/** In hundredths: less than the last digit of a score is no noise. */
const LEAST_THRESHOLD = 1;
const RESCALED = 8;
const STEPS = 500;
/** In hundredths. */
const TOLERANCE = 1e-7;
/** The share of its weight that a sheet beyond the threshold has in a long step. */
const LONG = 0.01;

/**
 * The effects by Huber's loss (1964): residuals count by their square up to a threshold and by their size beyond it, so that a
 * sheet that fits nothing pulls no harder the wilder it is. A sheet beyond the threshold weighs threshold ÷ residual, and weights
 * and effects are found in turn (iteratively reweighted least squares, Holland and Welsch 1977). The threshold is 1.345 standard
 * deviations of the noise, which are taken from the median of the absolute residuals; it is found anew in each of the first steps
 * and then held, so that the loss is one convex function that every further step lowers.
 *
 * @returns nothing where weights or effects have not settled; `cut` holds each residual up to the threshold.
 */
export function fitRobustly(
  layout: SheetLayout,
  { ratio, steps }: { ratio: number; steps: number },
): (Effects & { cut: Float64Array }) | undefined {
  const weights = layout.totals.map(() => 1);
  let fit = fitEffects(layout, { weights, ratio, start: new Float64Array(layout.judges.length), steps });
  let threshold = 0;
  for (let step = 0; fit && step < STEPS; step += 1) {
    if (step < RESCALED) threshold = thresholdOf(layout, fit.residuals);
    const next = lowered(layout, fit, { threshold, ratio, steps });
    if (next && step >= RESCALED && settled(fit, next)) return { ...next, cut: cutAt(threshold, next.residuals) };
    fit = next;
  }
  return undefined;
}

interface Step {
  threshold: number;
  ratio: number;
  steps: number;
}

/**
 * One step down. Beyond the threshold the loss is straight and the weights are more curved than it is; where few sheets lie
 * within it, steps by them are short. With a hundredth of the weight they are nearly Newton's, which can go too far: such a step
 * is taken only where it lowers the loss.
 */
function lowered(layout: SheetLayout, fit: Effects, step: Step): Effects | undefined {
  const long = reweighted(layout, fit, LONG, step);
  return long && lossOf(long, step) < lossOf(fit, step) ? long : reweighted(layout, fit, 1, step);
}

/** The least of the parabola that touches the loss at these effects, each sheet curved by its weight. */
function reweighted(
  layout: SheetLayout,
  fit: Effects,
  beyond: number,
  { threshold, ratio, steps }: Step,
): Effects | undefined {
  const cut = cutAt(threshold, fit.residuals);
  const weights = fit.residuals.map((residual, sheet) =>
    cut[sheet] === residual ? 1 : (beyond * cut[sheet]!) / residual,
  );
  const totals = layout.totals.map((total, sheet) => total - fit.residuals[sheet]! + cut[sheet]! / weights[sheet]!);
  return fitEffects(layout, { weights, ratio, start: fit.judges, steps, totals });
}

function lossOf({ residuals, judges }: Effects, { threshold, ratio }: Step): number {
  let loss = 0;
  for (const residual of residuals) {
    const size = Math.abs(residual);
    loss += size <= threshold ? (size * size) / 2 : threshold * (size - threshold / 2);
  }
  for (const effect of judges) loss += (ratio * effect * effect) / 2;
  return loss;
}

const cutAt = (threshold: number, residuals: Float64Array): Float64Array =>
  residuals.map((residual) => Math.max(-threshold, Math.min(threshold, residual)));

function thresholdOf(layout: SheetLayout, residuals: Float64Array): number {
  // Fitted effects take up part of the noise: what remains is less by the share of spare sheets.
  const lost = Math.sqrt(residuals.length / Math.max(1, spareSheets(layout)));
  const sizes = residuals.map(Math.abs).sort();
  const middle = sizes.length >> 1;
  const median = sizes.length % 2 === 1 ? sizes[middle]! : (sizes[middle - 1]! + sizes[middle]!) / 2;
  return Math.max(LEAST_THRESHOLD, (CUT * lost * median) / NORMAL_MEDIAN);
}

const settled = (before: Effects, after: Effects): boolean =>
  after.residuals.every((residual, sheet) => Math.abs(residual - before.residuals[sheet]!) <= TOLERANCE);
