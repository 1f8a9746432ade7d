/**
 * The divisor by which seats are given out: Sainte-Laguë (Webster; 1, 3, 5 …), which favours neither large nor small, or
 * d'Hondt (Jefferson; 1, 2, 3 …), which favours the large.
 */
export type DivisorMethod = 'sainte-lague' | 'dhondt';

/** Seats given out, or why they cannot be. */
export type Apportionment =
  | {
      seats: number[];
      /** Who had an equal claim to the last seats, so that the published rule for ties decided; empty where nobody had. */
      tied: number[];
    }
  | { impossible: { kind: 'minimums_above_size' | 'caps_below_size'; size: number; bound: number } };

/** The divisor of a cell's `seat`-th seat, from 1; only the ratio of two divisors of one method says anything. */
export const divisorOf = (method: DivisorMethod, seat: number): number => (method === 'dhondt' ? seat : 2 * seat - 1);

/**
 * Gives out `size` seats in proportion to `weights`, one after another, each to the greatest weight ÷ divisor of its next
 * seat, in exact arithmetic (Balinski and Young, Fair Representation, 1982).
 *
 * Every one starts with its minimum (none by default), and stops at its cap (unbounded by default); no weight, no seat
 * beyond the minimum. Where quotients are equal, **the greater weight comes first, then whoever stands earlier in the given
 * order**. All numbers are counts: safe integers from 0.
 *
 * @throws RangeError that names what is not a count, or the list that is too short.
 */
export function apportion(
  size: number,
  weights: readonly number[],
  limits: { minimums?: readonly number[]; caps?: readonly number[]; method?: DivisorMethod } = {},
): Apportionment {
  const { minimums = weights.map(() => 0), method = 'sainte-lague' } = limits;
  const caps = limits.caps ?? weights.map(() => Number.MAX_SAFE_INTEGER);
  requireCounts('size', [size], 1);
  requireCounts('weights', weights, weights.length);
  requireCounts('minimums', minimums, weights.length);
  requireCounts('caps', caps, weights.length);

  const least = minimums.reduce((sum, value) => sum + value, 0);
  if (least > size) return { impossible: { kind: 'minimums_above_size', size, bound: least } };
  const tops = weights.map((weight, index) => Math.max(minimums[index]!, weight === 0 ? 0 : caps[index]!));
  const most = tops.reduce((sum, value) => sum + value, 0);
  if (most < size) return { impossible: { kind: 'caps_below_size', size, bound: most } };

  const exact = weights.map(BigInt);
  const seats = [...minimums];
  const claim = (index: number) => ({ index, divisor: BigInt(divisorOf(method, seats[index]! + 1)) });
  type Claim = ReturnType<typeof claim>;
  const quotients = (one: Claim, other: Claim): number =>
    sign(exact[other.index]! * one.divisor - exact[one.index]! * other.divisor);
  const order = (one: Claim, other: Claim): number =>
    quotients(one, other) || weights[other.index]! - weights[one.index]! || one.index - other.index;

  const open = weights.map((_, index) => index).filter((index) => seats[index]! < tops[index]!);
  const claims = open.map(claim).sort(order);
  const served: Claim[] = [];
  for (let left = size - least; left > 0; left -= 1) {
    const next = claims.shift()!;
    served.push(next);
    seats[next.index]! += 1;
    if (seats[next.index]! < tops[next.index]!) insert(claims, claim(next.index), order);
  }
  const last = served.at(-1);
  const waiting = last === undefined ? [] : claims.filter((one) => quotients(one, last) === 0);
  const equals = waiting.length === 0 ? [] : served.filter((one) => quotients(one, last!) === 0);
  return { seats, tied: [...equals, ...waiting].map(({ index }) => index).sort((one, other) => one - other) };
}

/** Throws a RangeError that names `name` unless `values` are `length` safe integers from 0. */
export function requireCounts(name: string, values: readonly number[], length: number): void {
  if (values.length !== length) throw new RangeError(`${name}: ${values.length} values instead of ${length}`);
  const wrong = values.find((value) => !Number.isSafeInteger(value) || value < 0);
  if (wrong !== undefined) throw new RangeError(`${name}: ${wrong} is not a count`);
}

const sign = (value: bigint): number => (value === 0n ? 0 : value < 0n ? -1 : 1);

function insert<T>(sorted: T[], item: T, order: (one: T, other: T) => number): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(sorted[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, item);
}
