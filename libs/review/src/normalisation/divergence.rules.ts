import { divideHalfUp } from '@haishi/kernel';
import { compareIds, layOut } from './layout.rules.js';
import type { NormalisedSheet } from './normalisation.model.js';

/** A sheet to be looked at again 复评. Figures are in hundredths. */
export interface DivergentSheet extends NormalisedSheet {
  /** The mean of the other judges' totals of the entry, rounded half up. */
  othersMean: number;
  others: number;
  /** The total less `othersMean`: below nought where the judge gave less. */
  difference: number;
}

/**
 * The sheets whose total differs from the mean of the other judges' totals of the same entry by more than `threshold`, in
 * hundredths; the greatest difference first, then by entry and judge. Means are compared unrounded. An entry with one sheet has
 * nothing to differ from.
 *
 * @throws RangeError that names a threshold or total that is no number of hundredths, or a judge with two sheets of one entry.
 */
export function divergence(sheets: readonly NormalisedSheet[], threshold: number): DivergentSheet[] {
  if (!Number.isSafeInteger(threshold) || threshold < 0) throw new RangeError(`not a threshold: ${threshold}`);
  const { entries, judges, from, entryOf, judgeOf, totals } = layOut(sheets);
  const sums = entries.map((_, entry) =>
    totals.subarray(from[entry], from[entry + 1]).reduce((sum, total) => sum + total, 0),
  );
  const divergent: { sheet: DivergentSheet; apart: number }[] = [];
  totals.forEach((total, at) => {
    const entry = entryOf[at]!;
    const others = from[entry + 1]! - from[entry]! - 1;
    const rest = sums[entry]! - total;
    const scaled = Math.abs(total * others - rest);
    if (scaled <= threshold * others) return;
    const othersMean = divideHalfUp(rest, others);
    const given = { entry: entries[entry]!, judge: judges[judgeOf[at]!]!, total };
    divergent.push({
      sheet: { ...given, othersMean, others, difference: total - othersMean },
      apart: scaled / others,
    });
  });
  return divergent
    .sort(
      (one, other) =>
        other.apart - one.apart ||
        compareIds(one.sheet.entry, other.sheet.entry) ||
        compareIds(one.sheet.judge, other.sheet.judge),
    )
    .map(({ sheet }) => sheet);
}
