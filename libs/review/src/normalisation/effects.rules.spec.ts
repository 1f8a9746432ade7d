import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedSheets, reordered, sheetOf } from '../../../../test/support/normalisation.js';
import { fitEffects, stepBound } from './effects.rules.js';
import { fitRobustly } from './huber.rules.js';
import { layOut, type SheetLayout } from './layout.rules.js';

/** Solves by Gaussian elimination with the greatest pivot of each column. */
function eliminate(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows.reduce(
      (best, row, other) => (other >= at && Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? other : best),
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    for (let other = 0; other < rows.length; other += 1) {
      const factor = other === at ? 0 : rows[other]![at]! / rows[at]![at]!;
      rows[other] = rows[other]!.map((value, column) => value - factor * rows[at]![column]!);
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!);
}

/** The whole normal equations, entries first, written out sheet by sheet; effects of judges are made to sum to nought. */
function direct(
  { entries, judges, entryOf, judgeOf, totals }: SheetLayout,
  weights: Float64Array,
  ratio: number,
): number[] {
  const size = entries.length + judges.length;
  const matrix = Array.from({ length: size }, () => Array<number>(size).fill(0));
  const right = Array<number>(size).fill(0);
  totals.forEach((total, sheet) => {
    const both = [entryOf[sheet]!, entries.length + judgeOf[sheet]!];
    for (const row of both) {
      right[row]! += weights[sheet]! * total;
      for (const column of both) matrix[row]![column]! += weights[sheet]!;
    }
  });
  for (let row = entries.length; row < size; row += 1) {
    matrix[row]![row]! += ratio;
    for (let column = entries.length; column < size; column += 1) matrix[row]![column]! += 1;
  }
  return eliminate(matrix, right);
}

const ratios = fc.constantFrom(0, 0.01, 1, 50);
const noStart = ({ judges }: SheetLayout) => new Float64Array(judges.length);

describe('fitEffects', () => {
  it('solves what elimination of the whole equations solves, with any weights', () => {
    const weight = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(joinedSheets, ratios, fc.infiniteStream(weight), (sheets, ratio, stream) => {
        const layout = layOut(sheets);
        const weights = layout.totals.map(() => stream.next().value!);
        const effects = fitEffects(layout, { weights, ratio, start: noStart(layout), steps: stepBound(layout) })!;
        const expected = direct(layout, weights, ratio);
        [...effects.entries, ...effects.judges].forEach((value, at) => {
          expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-6);
        });
      }),
    );
  });

  it('settles on a chain of judges, each sharing one entry with the next', () => {
    const judges = 900;
    const merit = (entry: number) => 5000 + ((entry * 37) % 101) * 40;
    // A long slope: what one end knows of the other comes through every judge between.
    const effect = (judge: number) => 3 * judge - (3 * (judges - 1)) / 2;
    const chain = Array.from({ length: judges - 1 }, (_, entry) =>
      [entry, entry + 1].map((judge) => sheetOf(entry, judge, 2 * (merit(entry) + effect(judge)))),
    ).flat();
    const layout = layOut(chain);
    const weights = layout.totals.map(() => 1);
    const fit = fitEffects(layout, { weights, ratio: 0, start: noStart(layout), steps: stepBound(layout) })!;
    fit.entries.forEach((value, entry) => expect(Math.abs(value - 2 * merit(entry))).toBeLessThan(1e-6));
    expect(fitEffects(layout, { weights, ratio: 0, start: noStart(layout), steps: 20 })).toBeUndefined();
  });
});

describe('fitRobustly', () => {
  it('is the same to the last bit in whatever order the sheets come', () => {
    const any = joinedSheets.chain((sheets) => fc.tuple(fc.constant(sheets), reordered(sheets)));
    fc.assert(
      fc.property(any, ratios, ([sheets, other], ratio) => {
        const [layout, again] = [layOut(sheets), layOut(other)];
        expect(again).toEqual(layout);
        expect(fitRobustly(again, { ratio, steps: stepBound(again) })).toEqual(
          fitRobustly(layout, { ratio, steps: stepBound(layout) }),
        );
      }),
    );
  });

  it('balances the cut residuals of every entry, and those of every judge against the ratio: the least of a convex loss', () => {
    fc.assert(
      fc.property(joinedSheets, ratios, (sheets, ratio) => {
        const layout = layOut(sheets);
        const fit = fitRobustly(layout, { ratio, steps: stepBound(layout) })!;
        const cutOf = (of: Int32Array, number: number) =>
          fit.cut.reduce((sum, value, sheet) => sum + (of[sheet] === number ? value : 0), 0);
        layout.entries.forEach((_, entry) => expect(Math.abs(cutOf(layout.entryOf, entry))).toBeLessThan(1e-3));
        layout.judges.forEach((_, judge) =>
          expect(Math.abs(cutOf(layout.judgeOf, judge) - ratio * fit.judges[judge]!)).toBeLessThan(1e-3),
        );
      }),
    );
  });

  it('settles where most sheets are far from what fits, and steps by their weights alone would be short', () => {
    const table: [number, number, number][] = [
      [0, 0, 0],
      [0, 1, 864],
      [1, 1, 5300],
      [1, 2, 0],
      [1, 3, 2343],
      [2, 2, 2041],
      [2, 3, 2926],
      [3, 3, 6565],
      [3, 4, 868],
      [3, 5, 1014],
      [4, 2, 828],
      [4, 3, 0],
      [4, 4, 5488],
      [4, 5, 3],
      [5, 0, 4268],
      [5, 5, 3938],
      [6, 0, 5111],
      [6, 1, 6881],
      [7, 1, 0],
      [7, 2, 655],
    ];
    const layout = layOut(table.map(([entry, judge, total]) => sheetOf(entry, judge, total)));
    expect(fitRobustly(layout, { ratio: 0.01, steps: stepBound(layout) })).toBeDefined();
  });

  it('gives up where the effects do not settle', () => {
    const sheets = [sheetOf(0, 0, 1), sheetOf(0, 1, 5), sheetOf(1, 1, 3)];
    expect(fitRobustly(layOut(sheets), { ratio: 0, steps: 0 })).toBeUndefined();
  });
});
