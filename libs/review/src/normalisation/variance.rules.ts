import type { SheetLayout } from './layout.rules.js';

/** No effect of a judge that is drawn by it reaches a hundredth. */
const GREATEST_RATIO = 1e12;

/** Variances in hundredths squared. */
export interface Variances {
  noise: number;
  judges: number;
}

/** How many sheets more than unknowns there are in a connected graph: what the noise is told from. */
export const spareSheets = ({ entries, judges, totals }: SheetLayout): number =>
  totals.length - entries.length - judges.length + 1;

/**
 * The variance of the noise and of the judges' effects, by Henderson's method of fitting constants (his method 3, 1953): what
 * the sheets of an entry differ by, less what they differ by once the judges are fitted, is on average
 * (sheets − entries) × variance of judges + (judges − 1) × variance of noise. Unbiased where nothing is cut; a variance of judges
 * that comes out below nought is nought.
 *
 * @param residuals Of the fit at ratio 0, in a connected graph with spare sheets.
 * @param kept The part of the noise's variance that cutting the residuals leaves; 1 where none was cut.
 */
export function variancesOf(
  layout: SheetLayout,
  { fitted, residuals, kept }: { fitted: Float64Array; residuals: Float64Array; kept: number },
): Variances {
  const { entries, judges, from, totals } = layout;
  const within = squares(residuals);
  const values = fitted.map((value, sheet) => value + residuals[sheet]!);
  let between = 0;
  for (let entry = 0; entry < entries.length; entry += 1) {
    const own = values.subarray(from[entry], from[entry + 1]);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    between += squares(own.map((value) => value - mean));
  }
  const cut = within / spareSheets(layout);
  const explained = between - within - (judges.length - 1) * cut;
  return { noise: cut / kept, judges: Math.max(0, explained / (totals.length - entries.length)) };
}

/** The noise over the judges: how far effects of judges are drawn towards nought. Where judges show none, as good as wholly. */
export const ratioOf = ({ noise, judges }: Variances): number =>
  judges * GREATEST_RATIO > noise ? noise / judges : GREATEST_RATIO;

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
