import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelOf, type Panel, seeded } from '../../../../test/support/normalisation.js';
import { meanInterval, studentPoint } from './interval.rules.js';
import { judgeFigures } from './judges.rules.js';

const value = fc.bigInt({ min: -10_000n, max: 10_000n });
const unit = fc.bigInt({ min: 1n, max: 60n });

describe('an interval of a mean', () => {
  it('is that of a worked example', () => {
    // 1, 2, 3, 4, 5 points: mean 3, deviation 1.5811, standard error 0.7071, t of 4 degrees 2.7764.
    expect(meanInterval([100n, 200n, 300n, 400n, 500n], 1n)).toEqual({ from: 103, to: 497 });
    expect(meanInterval([300n, 600n, 900n, 1200n, 1500n], 3n)).toEqual({ from: 103, to: 497 });
  });

  it.each([
    [1, 12.706],
    [2, 4.303],
    [10, 2.228],
    [11, 2.201],
    [15, 2.131],
    [20, 2.086],
    [30, 2.042],
    [60, 2.0],
    [120, 1.98],
    [100_000, 1.96],
  ])('goes by the published point of Student’s t for %d degrees of freedom', (freedom, point) => {
    expect(studentPoint(freedom)).toBeCloseTo(point, 3);
  });

  it('is none of fewer than three values, nor of values that are all the same', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 2 }),
        value,
        fc.integer({ min: 3, max: 40 }),
        unit,
        (few, one, n, of) => {
          expect(meanInterval(few, of)).toBeNull();
          expect(meanInterval(Array(n).fill(one), of)).toBeNull();
        },
      ),
    );
  });

  it('holds the mean, moves with the values, turns around with them, and does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 30 }), value, unit, (values, more, of) => {
        const interval = meanInterval(values, of);
        expect(meanInterval(values.toReversed(), of)).toEqual(interval);
        if (!interval) return;
        const mean = Number(values.reduce((sum, one) => sum + one, 0n)) / values.length / Number(of);
        expect(interval.from).toBeLessThanOrEqual(mean);
        expect(interval.to).toBeGreaterThanOrEqual(mean);
        const near = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThanOrEqual(1);
        const moved = meanInterval(
          values.map((one) => one + more * of),
          of,
        )!;
        near(moved.from, interval.from + Number(more));
        near(moved.to, interval.to + Number(more));
        const turned = meanInterval(
          values.map((one) => -one),
          of,
        )!;
        near(turned.from, -interval.to);
        near(turned.to, -interval.from);
      }),
    );
  });

  it('is narrower where the same values come more often', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 20 }), (values) => {
        const [once, twice] = [meanInterval(values, 1n), meanInterval([...values, ...values], 1n)];
        if (once) expect(twice!.to - twice!.from).toBeLessThanOrEqual(once.to - once.from);
      }),
    );
  });
});

/** The share of judges whose interval holds what they differ by from the judges of the same entries, over simulated panels. */
function covered(panels: number, panel: Panel): number {
  let [held, all] = [0, 0];
  for (let seed = 1; seed <= panels; seed += 1) {
    const { sheets, effects } = panelOf(seed, panel);
    const effectOf = (judge: string) => effects[Number(judge.slice(1))]!;
    const byEntry = Map.groupBy(sheets, ({ entry }) => entry);
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const judged = sheets.map(({ entry, judge, total }) => ({ entryId: entry, personId: judge, total }));
    for (const { personId, interval } of judgeFigures(judged)) {
      if (!interval) continue;
      const own = sheets.filter(({ judge }) => judge === personId);
      const truth =
        effectOf(personId) -
        mean(own.map(({ entry }) => mean(byEntry.get(entry)!.map(({ judge }) => effectOf(judge)))));
      all += 1;
      if (interval.from <= truth && truth <= interval.to) held += 1;
    }
  }
  return held / all;
}

describe('the interval of how harsh a judge is', () => {
  const noise = { merit: 500, harshness: 400, noise: 300 };

  it.each([
    ['seven judges of eight entries', { entries: 8, judges: 7, each: 7 }],
    ['five judges of three entries', { entries: 3, judges: 5, each: 5 }],
    ['five judges of thirty entries', { entries: 30, judges: 5, each: 5 }],
  ])('holds it in 95 of 100 panels, two more or fewer, where all judge all: %s', (_, panel) => {
    const share = covered(300, { ...panel, ...noise });
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  it('holds it in at least 93 of 100 where each entry has others, since whom one judges with adds to the spread', () => {
    expect(covered(100, { entries: 60, judges: 12, each: 3, ...noise })).toBeGreaterThan(0.93);
  });

  it('tells a judge who is harsh by a deviation of the noise on twenty entries from one who is not', () => {
    let [harsh, fair] = [0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const { normal } = seeded(seed);
      const sheets = Array.from({ length: 20 }, (_, entry) =>
        Array.from({ length: 5 }, (__, judge) => ({
          entryId: `e${entry}`,
          personId: `j${judge}`,
          total: Math.round(7500 + (judge === 0 ? -375 : 0) + normal() * 300),
        })),
      ).flat();
      const of = (judge: string) => judgeFigures(sheets).find(({ personId }) => personId === judge)!.interval!;
      if (of('j0').to < 0) harsh += 1;
      const { from, to } = of('j1');
      if (from <= 75 && 75 <= to) fair += 1;
    }
    expect(harsh / 200).toBeGreaterThan(0.95);
    expect(fair / 200).toBeGreaterThan(0.92);
  });
});
