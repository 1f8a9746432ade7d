import { type Effects, fitEffects, stepBound } from './effects.rules.js';
import { entryFigures, type JudgeFigures, judgeFigures } from './figures.rules.js';
import { CUT_VARIANCE, fitRobustly } from './huber.rules.js';
import { componentsOf, layOut, type SheetLayout, shortages, toHundredths } from './layout.rules.js';
import type { NormalisationRefusal, NormalisedEntry, NormalisedSheet, Refused } from './normalisation.model.js';
import { ratioOf, spareSheets, type Variances, variancesOf } from './variance.rules.js';

export interface AdditiveOptions {
  /** Sheets that each judge needs. */
  minSheets: number;
  /**
   * How far judges' effects are drawn towards nought: as if each judge had given so many more sheets without any. `none` is 0,
   * `estimated` the variance of the noise over that of the judges, as the sheets show them.
   */
  shrinkage: 'none' | 'estimated' | { ratio: number };
  /** Whether sheets that fit nothing count less. */
  robust: boolean;
  /** Of the adjusted scores; 2 where absent, 4 at most. */
  decimals?: number;
}

export interface AdditiveScores {
  /** The mean of the adjusted scores, in hundredths. */
  mean: number;
  /** Standard deviations in hundredths, where they were estimated. */
  deviations: { noise: number; judges: number } | null;
  /** In ascending order of id, as are the judges. */
  entries: NormalisedEntry[];
  judges: JudgeFigures[];
}

/**
 * Scores cleared of how harsh their judges are, where not every judge scores every entry: total = mean + entry + judge + noise,
 * fitted over all sheets. The adjusted score of an entry is the mean plus the entry's effect: what all judges would have given it
 * on average. Entries are not drawn towards their mean, whatever the number of their sheets; judges may be (best linear unbiased
 * prediction, Henderson 1975). Conferences calibrate reviewers so: by regularised least squares (Platt and Burges 2012), at
 * NeurIPS 2013 and 2014 by the same terms with normal priors (Ge, Welling and Ghahramani). A judge's taste beyond a constant is noise to the model.
 *
 * The answer is the same to the last digit however the sheets are ordered: sums run in a fixed order, with no arithmetic but what
 * IEEE 754 defines to the last bit.
 *
 * @returns refusals where there are fewer than two entries, a judge has too few sheets, the graph of judges and entries is not
 * connected, or the ratio is to be estimated and no sheet is left to tell it from.
 * @throws RangeError that names a total that is no number of hundredths, a judge with two sheets of one entry, a ratio below 0, or a
 * `minSheets` below 1.
 */
export function additiveModel(sheets: readonly NormalisedSheet[], options: AdditiveOptions): AdditiveScores | Refused {
  const layout = layOut(sheets);
  const refused = refusals(layout, options);
  if (refused.length > 0) return { refused };
  const fit = fitted(layout, options, stepBound(layout));
  if (!fit) return { refused: [{ kind: 'not_settled', steps: stepBound(layout) }] };
  const { entries, variances } = fit;
  return {
    mean: toHundredths(entries.reduce((sum, value) => sum + value, 0) / entries.length),
    deviations: variances && {
      noise: toHundredths(Math.sqrt(variances.noise)),
      judges: toHundredths(Math.sqrt(variances.judges)),
    },
    entries: entryFigures(layout, fit, options.decimals ?? 2),
    judges: judgeFigures(layout, fit),
  };
}

type Fit = Effects & { variances: Variances | null };

function refusals(layout: SheetLayout, { minSheets, shrinkage }: AdditiveOptions): NormalisationRefusal[] {
  const refused = shortages(layout, minSheets);
  const components = componentsOf(layout);
  if (components.length > 1) refused.push({ kind: 'disconnected', components });
  const missing = 1 - spareSheets(layout);
  if (refused.length === 0 && shrinkage === 'estimated' && missing > 0)
    refused.push({ kind: 'noise_unknown', sheets: layout.totals.length, needed: layout.totals.length + missing });
  return refused;
}

function fitted(layout: SheetLayout, { shrinkage, robust }: AdditiveOptions, steps: number): Fit | undefined {
  const fit = (ratio: number) => (robust ? fitRobustly : fitPlainly)(layout, { ratio, steps });
  if (shrinkage !== 'estimated') {
    const ratio = shrinkage === 'none' ? 0 : shrinkage.ratio;
    if (!(ratio >= 0 && Number.isFinite(ratio))) throw new RangeError(`not a ratio of variances: ${ratio}`);
    const given = fit(ratio);
    return given && { ...given, variances: null };
  }
  const free = fit(0);
  if (!free) return undefined;
  const variances = variancesOf(layout, {
    fitted: layout.totals.map((total, sheet) => total - free.residuals[sheet]!),
    residuals: free.cut,
    kept: robust ? CUT_VARIANCE : 1,
  });
  const drawn = fit(ratioOf(variances));
  return drawn && { ...drawn, variances };
}

function fitPlainly(layout: SheetLayout, { ratio, steps }: { ratio: number; steps: number }) {
  const weights = new Float64Array(layout.totals.length).fill(1);
  const fit = fitEffects(layout, { weights, ratio, start: new Float64Array(layout.judges.length), steps });
  return fit && { ...fit, cut: fit.residuals };
}
