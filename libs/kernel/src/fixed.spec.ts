import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, formatFixed, parseFixed, sumFixed } from './fixed.js';

const numbers = fc.maxSafeInteger();
const decimals = fc.integer({ min: 0, max: 6 });

describe('a fixed-point number', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), decimals, (value, places) => {
        expect(parseFixed(formatFixed(value, places), places)).toBe(value);
      }),
    );
  });

  it.each([
    ['86.5', 2, 8650],
    ['86.50', 2, 8650],
    ['86.5000', 2, 8650],
    ['-0.01', 2, -1],
    ['-0', 2, 0],
    ['+7', 0, 7],
    [' 7 ', 0, 7],
  ])('%s at %i decimals is %i', (text, places, value) => expect(parseFixed(text, places)).toBe(value));

  it.each(['', '.', '.5', '5.', '1e309', 'NaN', 'Infinity', '86.505', '1,000', '0x10', '９', '9007199254740993'])(
    '%s is none at two decimals',
    (text) => expect(parseFixed(text, 2)).toBeUndefined(),
  );

  it.each([
    [8650, 2, '86.50'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [0, 0, '0'],
  ])('%i at %i decimals is written %s', (value, places, text) => expect(formatFixed(value, places)).toBe(text));

  it('is not written where it is no whole number of its unit', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => formatFixed(value, 2)).toThrow(RangeError);
  });
});

describe('division', () => {
  it.each([
    [1, 2, 1],
    [-1, 2, -1],
    [3, 2, 2],
    [1, 3, 0],
    [2, 3, 1],
    [-2, 3, -1],
    [-1, 3, 0],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
  ])('%i / %i rounds to %i', (numerator, denominator, value) =>
    expect(divideHalfUp(numerator, denominator)).toBe(value),
  );

  it('is never further than half from the quotient, and at half goes away from zero', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
        const off = 2n * (BigInt(divideHalfUp(numerator, denominator)) * BigInt(denominator) - BigInt(numerator));
        const outward = numerator < 0 ? -off : off;
        expect(outward > -BigInt(denominator) && outward <= BigInt(denominator)).toBe(true);
      }),
    );
  });

  it('refuses what is not exact', () => {
    for (const [numerator, denominator] of [
      [1, 0],
      [1, -1],
      [0.5, 1],
      [1, 1.5],
      [Number.NaN, 1],
    ] as const)
      expect(() => divideHalfUp(numerator, denominator)).toThrow(RangeError);
  });
});

describe('a sum', () => {
  it('is exact, in any order', () => {
    const values = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 });
    fc.assert(
      fc.property(values, (list) => {
        const exact = Number(list.reduce((total, value) => total + BigInt(value), 0n));
        expect(sumFixed(list)).toBe(exact);
        expect(sumFixed(list.toReversed())).toBe(exact);
      }),
    );
  });

  it('that leaves the exact numbers is refused', () => {
    expect(() => sumFixed([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});
