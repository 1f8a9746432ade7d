import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JudgedSheet, judgeFigures } from './judges.rules.js';

const total = fc.integer({ min: 0, max: 10_000 });
/** Totals by entry, a column for each judge. */
const full = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 12 }))
  .chain(([judges, entries]) =>
    fc.array(fc.array(total, { minLength: judges, maxLength: judges }), { minLength: entries, maxLength: entries }),
  );
const sheetsOf = (totals: readonly (readonly (number | null)[])[]): JudgedSheet[] =>
  totals.flatMap((row, entry) =>
    row.flatMap((one, judge) => (one === null ? [] : [{ entryId: `e${entry}`, personId: `j${judge}`, total: one }])),
  );
const partial = fc
  .array(fc.array(fc.option(total), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 10 })
  .map(sheetsOf);
const of = (sheets: readonly JudgedSheet[], personId: string) =>
  judgeFigures(sheets).find((one) => one.personId === personId)!;

describe('how judges scored', () => {
  it('comes to differences that make up for one another where all scored all', () => {
    fc.assert(
      fc.property(full, (totals) => {
        const figures = judgeFigures(sheetsOf(totals));
        const sum = figures.reduce((so, { difference }) => so + difference!, 0);
        expect(Math.abs(sum)).toBeLessThanOrEqual(figures.length / 2);
      }),
    );
  });

  it('does not depend on the order of the sheets', () => {
    const shuffled = partial.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(judgeFigures(other)).toEqual(judgeFigures(all));
      }),
    );
  });

  it('counts every sheet once, and lists the harshest first', () => {
    fc.assert(
      fc.property(partial, (sheets) => {
        const figures = judgeFigures(sheets);
        expect(figures.reduce((sum, one) => sum + one.sheets, 0)).toBe(sheets.length);
        const differences = figures.map(({ difference }) => difference ?? Infinity);
        expect(differences).toEqual([...differences].sort((one, other) => one - other));
        for (const { agreement } of figures) expect(Math.abs(agreement ?? 0)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('follows whoever gives more, by exactly their share', () => {
    fc.assert(
      fc.property(full, fc.integer({ min: 1, max: 5000 }), (totals, more) => {
        const judges = totals[0]!.length;
        const raised = totals.map(([first, ...rest]) => [first! + more * judges, ...rest]);
        const before = of(sheetsOf(totals), 'j0');
        const after = of(sheetsOf(raised), 'j0');
        expect(after.mean - before.mean).toBe(more * judges);
        expect(Math.abs(after.difference! - before.difference! - more * (judges - 1))).toBeLessThanOrEqual(1);
        expect(after.agreement).toBe(before.agreement);
      }),
    );
  });

  it('is worked out in hundredths, rounded half away from zero', () => {
    const sheets = sheetsOf([
      [8000, 9000, 9001],
      [7000, 7500, null],
    ]);
    expect(judgeFigures(sheets)).toEqual([
      { personId: 'j0', sheets: 2, mean: 7500, difference: -459, interval: null, agreement: null },
      { personId: 'j1', sheets: 2, mean: 8250, difference: 292, interval: null, agreement: null },
      { personId: 'j2', sheets: 1, mean: 9001, difference: 334, interval: null, agreement: null },
    ]);
  });

  it('agrees fully with whoever ranks alike, and not at all with whoever turns it round', () => {
    const sheets = sheetsOf([
      [1000, 2000, 9000],
      [2000, 3000, 6000],
      [3000, 4000, 3000],
    ]);
    expect(of(sheets, 'j2').agreement).toBe(-100);
    expect(
      of(
        sheets.filter(({ personId }) => personId !== 'j2'),
        'j0',
      ).agreement,
    ).toBe(100);
  });

  it('says nothing of agreement below three entries, nor where all are given the same', () => {
    expect(
      of(
        sheetsOf([
          [1, 2],
          [3, 4],
        ]),
        'j0',
      ).agreement,
    ).toBeNull();
    expect(
      of(
        sheetsOf([
          [5, 2],
          [5, 4],
          [5, 6],
        ]),
        'j0',
      ).agreement,
    ).toBeNull();
    expect(
      of(
        sheetsOf([
          [5, 2],
          [5, 4],
          [5, 6],
        ]),
        'j1',
      ).agreement,
    ).toBeNull();
  });

  it('compares nobody with themselves alone', () => {
    expect(judgeFigures(sheetsOf([[9000], [8000], [7000]]))).toEqual([
      { personId: 'j0', sheets: 3, mean: 8000, difference: null, interval: null, agreement: null },
    ]);
  });
});
