import type { Effects } from './effects.rules.js';
import { rawMeans, type SheetLayout, toDecimals, toHundredths } from './layout.rules.js';
import type { NormalisedEntry } from './normalisation.model.js';

export interface JudgeFigures {
  judge: string;
  sheets: number;
  /** In hundredths: what the judge gives beyond the mean of all judges; below nought where harsh. */
  effect: number;
  /**
   * The correlation (Pearson) of the judge's totals with the adjusted scores of the entries, in hundredths from −100 to 100.
   * The judge's own sheets are part of these scores. Absent where either are all the same.
   */
  agreement: number | null;
  /** The root of the mean square of the judge's residuals, in hundredths. */
  spread: number;
}

/** Each entry before and after, in the layout's order. */
export function entryFigures(layout: SheetLayout, effects: Effects, decimals: number): NormalisedEntry[] {
  const raw = rawMeans(layout);
  return layout.entries.map((entry, at) => ({
    entry,
    sheets: layout.from[at + 1]! - layout.from[at]!,
    raw: raw[at]!,
    adjusted: toDecimals(effects.entries[at]!, decimals),
  }));
}

/** What is told of each judge, in the layout's order. */
export function judgeFigures(layout: SheetLayout, { entries, judges, residuals }: Effects): JudgeFigures[] {
  return layout.judges.map((judge, at) => {
    const own = layout.byJudge[at]!;
    const squares = own.reduce((sum, sheet) => sum + residuals[sheet]! * residuals[sheet]!, 0);
    return {
      judge,
      sheets: own.length,
      effect: toHundredths(judges[at]!),
      agreement: correlation(
        own.map((sheet) => layout.totals[sheet]!),
        own.map((sheet) => entries[layout.entryOf[sheet]!]!),
      ),
      spread: toHundredths(Math.sqrt(squares / own.length)),
    };
  });
}

/** In hundredths; a spread below a millionth of one is a rounding error, and none. */
function correlation(ones: readonly number[], others: readonly number[]): number | null {
  const [first, second] = [centred(ones), centred(others)];
  const least = 1e-12 * ones.length;
  const [variance, other] = [product(first, first), product(second, second)];
  return variance < least || other < least
    ? null
    : toHundredths((100 * product(first, second)) / Math.sqrt(variance * other));
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const product = (ones: readonly number[], others: readonly number[]): number =>
  ones.reduce((sum, value, at) => sum + value * others[at]!, 0);
