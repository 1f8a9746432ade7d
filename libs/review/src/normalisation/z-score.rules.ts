import { divideHalfUp } from '@haishi/kernel';
import {
  componentsOf,
  layOut,
  rawMeans,
  type SheetLayout,
  shortages,
  toDecimals,
  toHundredths,
} from './layout.rules.js';
import type { NormalisationRefusal, NormalisedEntry, NormalisedSheet, Refused } from './normalisation.model.js';

export interface ZScores {
  /** Mean and standard deviation of all sheets, before and after, in hundredths. */
  mean: number;
  deviation: number;
  /** In ascending order of id, as are the judges. */
  entries: NormalisedEntry[];
  judges: { judge: string; sheets: number; mean: number; deviation: number }[];
}

/**
 * Standard scores 标准分: each total less its judge's mean, divided by the standard deviation of that judge's totals (Pearson's
 * standard score), then times the standard deviation of all sheets and put on their mean. An entry gets the mean of its sheets.
 * Deviations are those of the sheets themselves (divided by their number, not by one less), so that every judge's sheets, and all
 * together, end with exactly the mean and the spread of all.
 *
 * It takes every judge's entries to be as good as any other's; where lots or quality decide who reads what, that is wrong and
 * `additiveModel` is meant. Where the graph of judges and entries is not connected it is worse than no normalisation: each part would be
 * put on one mean, whatever its entries are worth.
 *
 * @param minSheets Sheets that each judge needs. A judge with fewer, or whose totals are all the same, is refused, as is a graph that is
 * not connected.
 * @param decimals Of the adjusted scores, 4 at most.
 * @throws RangeError that names a total that is no number of hundredths, a judge with two sheets of one entry, or a `minSheets` below 1.
 */
export function zScore(
  sheets: readonly NormalisedSheet[],
  { minSheets, decimals = 2 }: { minSheets: number; decimals?: number },
): ZScores | Refused {
  const layout = layOut(sheets);
  const moments = layout.byJudge.map((own) => momentsOf(own.map((sheet) => layout.totals[sheet]!)));
  const refused = [...shortages(layout, minSheets), ...withoutSpread(layout, moments, minSheets)];
  const components = componentsOf(layout);
  if (components.length > 1) refused.push({ kind: 'disconnected', components });
  if (refused.length > 0) return { refused };

  const all = momentsOf([...layout.totals]);
  const scaled = layout.totals.map((total, sheet) => {
    const own = moments[layout.judgeOf[sheet]!]!;
    return (own.count * total - own.sum) / own.root;
  });
  const raw = rawMeans(layout);
  return {
    mean: divideHalfUp(all.sum, all.count),
    deviation: toHundredths(all.root / all.count),
    entries: layout.entries.map((entry, at) => {
      const own = scaled.subarray(layout.from[at], layout.from[at + 1]);
      const z = own.reduce((sum, value) => sum + value, 0) / own.length;
      const adjusted = toDecimals((all.sum + all.root * z) / all.count, decimals);
      return { entry, sheets: own.length, raw: raw[at]!, adjusted };
    }),
    judges: layout.judges.map((judge, at) => {
      const { count, sum, root } = moments[at]!;
      return { judge, sheets: count, mean: divideHalfUp(sum, count), deviation: toHundredths(root / count) };
    }),
  };
}

interface Moments {
  count: number;
  sum: number;
  /** The standard deviation times the count. */
  root: number;
}

/** Exact up to the root: squares of totals leave the safe integers. */
function momentsOf(totals: readonly number[]): Moments {
  let [sum, squares] = [0, 0n];
  for (const total of totals) {
    sum += total;
    squares += BigInt(total) ** 2n;
  }
  const count = totals.length;
  return { count, sum, root: Math.sqrt(Number(BigInt(count) * squares - BigInt(sum) ** 2n)) };
}

function withoutSpread(
  { judges, byJudge, totals }: SheetLayout,
  moments: readonly Moments[],
  minSheets: number,
): NormalisationRefusal[] {
  return judges.flatMap((judge, at) => {
    const { count, root } = moments[at]!;
    if (root > 0 || count < minSheets) return [];
    return [{ kind: 'no_spread', judge, sheets: count, total: totals[byJudge[at]![0]!]! }];
  });
}
