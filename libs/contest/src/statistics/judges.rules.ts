import { type Interval, meanInterval } from './interval.rules.js';

/** A valid sheet: neither struck nor of a recused judge. */
export interface JudgedSheet {
  entryId: string;
  personId: string;
  /** In hundredths. */
  total: number;
}

/** How a judge scored beside the others who scored the same entries. */
export interface JudgeFigures {
  personId: string;
  /** Valid sheets. */
  sheets: number;
  /** Of the totals, in hundredths. */
  mean: number;
  /**
   * How harsh: the mean of total less the mean of all valid sheets of its entry, in hundredths; below 0 is harsher than
   * the others. Over entries that others scored too; null where there is none.
   */
  difference: number | null;
  /**
   * Where that lies in the long run, with 95 % confidence: from how much it varies from entry to entry. Null where there is too
   * little to tell.
   */
  interval: Interval | null;
  /**
   * Pearson's correlation of the totals with the others' mean of each entry, in hundredths from -100 to 100. Null below
   * three entries that others scored too, and where one side gave all of them the same.
   */
  agreement: number | null;
}

const FEWEST_ENTRIES = 3;

/** The figures of all judges of these sheets, the harshest first. */
export function judgeFigures(sheets: readonly JudgedSheet[]): JudgeFigures[] {
  const entries = new Map(
    [...Map.groupBy(sheets, ({ entryId }) => entryId)].map(([id, all]) => [id, { count: all.length, sum: sumOf(all) }]),
  );
  const figures = [...Map.groupBy(sheets, ({ personId }) => personId)].map(([personId, own]): JudgeFigures => {
    const compared = own
      .map(({ entryId, total }) => ({ total: BigInt(total), ...entries.get(entryId)! }))
      .filter(({ count }) => count > 1);
    return {
      personId,
      sheets: own.length,
      mean: rounded(sumOf(own), BigInt(own.length)),
      ...differenceOf(compared),
      agreement: agreementOf(compared),
    };
  });
  return figures.sort(
    (one, other) =>
      (one.difference ?? Infinity) - (other.difference ?? Infinity) || (one.personId < other.personId ? -1 : 1),
  );
}

/** A judge's total for an entry, with the count and sum of all valid sheets of it. */
interface Compared {
  total: bigint;
  count: number;
  sum: bigint;
}

function differenceOf(compared: readonly Compared[]): Pick<JudgeFigures, 'difference' | 'interval'> {
  if (compared.length === 0) return { difference: null, interval: null };
  const common = commonMultiple(compared.map(({ count }) => count));
  const differences = compared.map(({ total, sum, count }) => total * common - (sum * common) / BigInt(count));
  const sum = differences.reduce((so, one) => so + one, 0n);
  return {
    difference: rounded(sum, common * BigInt(compared.length)),
    interval: meanInterval(differences, common),
  };
}

/** Sums are exact, so that the order of sheets changes nothing; only the root at the end is not. */
function agreementOf(compared: readonly Compared[]): number | null {
  if (compared.length < FEWEST_ENTRIES) return null;
  const common = commonMultiple(compared.map(({ count }) => count - 1));
  const pairs = compared.map(({ total, sum, count }) => [total, ((sum - total) * common) / BigInt(count - 1)] as const);
  const number = BigInt(pairs.length);
  const sums = { x: 0n, y: 0n, xx: 0n, yy: 0n, xy: 0n };
  for (const [x, y] of pairs) {
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
  }
  const own = number * sums.xx - sums.x * sums.x;
  const others = number * sums.yy - sums.y * sums.y;
  if (own === 0n || others === 0n) return null;
  const both = number * sums.xy - sums.x * sums.y;
  const hundredths = Math.round((100 * Number(both)) / (Math.sqrt(Number(own)) * Math.sqrt(Number(others))));
  return Math.max(-100, Math.min(100, hundredths));
}

const sumOf = (sheets: readonly JudgedSheet[]): bigint => sheets.reduce((sum, { total }) => sum + BigInt(total), 0n);

/** Half away from zero. */
function rounded(numerator: bigint, denominator: bigint): number {
  const magnitude = (2n * (numerator < 0n ? -numerator : numerator) + denominator) / (2n * denominator);
  return Number(numerator < 0n ? -magnitude : magnitude);
}

function commonMultiple(numbers: readonly number[]): bigint {
  const divisor = (one: bigint, other: bigint): bigint => (other === 0n ? one : divisor(other, one % other));
  return numbers.map(BigInt).reduce((so, one) => (so / divisor(so, one)) * one, 1n);
}
