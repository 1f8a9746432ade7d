/**
 * Fixed-point numbers: a quantity is a safe integer of its smallest unit (`8650` is 86.50 at two decimals).
 * Nothing here uses floating-point arithmetic on quantities.
 */

/** Parses `"86.5"` at `decimals` into `8650`. Answers `undefined` for anything but a plain decimal that fits exactly. */
export function parseFixed(text: string, decimals: number): number | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text.trim());
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return undefined;
  const value = Number(match[2] + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(value)) return undefined;
  return match[1] === '-' && value !== 0 ? -value : value;
}

/** Writes `8650` at two decimals as `"86.50"`. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a fixed-point number: ${value}`);
  const digits = Math.abs(value)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return value < 0 ? `-${text}` : text;
}

/** `numerator / denominator` rounded half up (away from zero at exactly one half), in exact arithmetic. */
export function divideHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`cannot divide ${numerator} by ${denominator}`);
  const [twice, by] = [2 * Math.abs(numerator) + denominator, 2 * denominator];
  // A remainder is exact wherever both are; so is what is left to divide.
  const value =
    Number.isSafeInteger(twice) && Number.isSafeInteger(by)
      ? (twice - (twice % by)) / by
      : Number((2n * BigInt(Math.abs(numerator)) + BigInt(denominator)) / (2n * BigInt(denominator)));
  return numerator < 0 && value !== 0 ? -value : value;
}

/** The sum of fixed-point numbers; throws where it leaves the safe integers. */
export function sumFixed(values: readonly number[]): number {
  let total = 0;
  for (const value of values) {
    total += value;
    if (!Number.isSafeInteger(total)) throw new RangeError('fixed-point sum out of range');
  }
  return total;
}
