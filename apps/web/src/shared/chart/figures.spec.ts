import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram, outside, rampStep } from './figures';

describe('figures of charts', () => {
  it('count each value once, at an end where it lies outside', () => {
    expect(histogram([-1, -0.81, 0, 0.99, 1], -1, 1, 10).map(({ count }) => count)).toEqual([
      2, 0, 0, 0, 0, 1, 0, 0, 0, 2,
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -2, max: 2, noNaN: true })),
        fc.integer({ min: 1, max: 20 }),
        (values, parts) => {
          const bins = histogram(values, -1, 1, parts);
          expect(bins).toHaveLength(parts);
          expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        },
      ),
    );
  });

  it('tell who is outside of bounds, which belong to them', () => {
    expect(outside([0, 2, 5, 6, 9], { min: 2, max: 6 })).toEqual({ below: 1, above: 1 });
  });

  it('have a colour for whatever there is, the darkest for the most', () => {
    expect([0, 1, 50, 99, 100].map((value) => rampStep(value, 100, 4))).toEqual([0, 1, 2, 4, 4]);
    expect(rampStep(3, 0, 4)).toBe(0);
  });
});
