/** The bounds of a 95 % confidence interval, in hundredths. */
export interface Interval {
  from: number;
  to: number;
}

/** Below, the spread of so few values says nothing of how sure their mean is. */
const FEWEST_VALUES = 3;

/** The 97.5 % points of Student's t for 1 to 10 degrees of freedom. */
const T_POINTS = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];
const NORMAL_POINT = 1.959964;

/**
 * Between which bounds the mean lies that values come to in the long run, by Student's t on their own standard error (1908): in
 * 95 of 100 samples of independent, roughly normal values. The values are `numerators` over `denominator`, in hundredths; sums are
 * exact, so that their order changes nothing. Bounds are rounded outwards.
 *
 * @returns null below three values, and where all are the same, since nothing then tells how far they vary.
 */
export function meanInterval(numerators: readonly bigint[], denominator: bigint): Interval | null {
  const count = BigInt(numerators.length);
  if (count < FEWEST_VALUES) return null;
  const sum = numerators.reduce((so, value) => so + value, 0n);
  const squares = numerators.reduce((so, value) => so + value * value, 0n);
  // (n − 1) n² times the squared standard error, in units of the denominator.
  const spread = count * squares - sum * sum;
  if (spread === 0n) return null;
  const [n, unit] = [numerators.length, Number(denominator)];
  const mean = Number(sum) / n / unit;
  const reach = (studentPoint(n - 1) * Math.sqrt(Number(spread) / (n - 1))) / n / unit;
  return { from: Math.floor(mean - reach), to: Math.ceil(mean + reach) };
}

/** Beyond the table by the expansion of Cornish and Fisher, which is right there to four digits. */
export function studentPoint(freedom: number): number {
  const known = T_POINTS[freedom - 1];
  if (known !== undefined) return known;
  const z = NORMAL_POINT;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}
