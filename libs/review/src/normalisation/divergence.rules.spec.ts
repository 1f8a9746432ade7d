import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedSheets, reordered, sheetOf } from '../../../../test/support/normalisation.js';
import { divergence } from './divergence.rules.js';

describe('divergence', () => {
  it('names the sheets that differ by more than the threshold, the greatest difference first', () => {
    const sheets = [
      sheetOf(0, 0, 8000),
      sheetOf(0, 1, 8001),
      sheetOf(0, 2, 6000),
      sheetOf(1, 0, 7000),
      sheetOf(2, 1, 0),
    ];
    expect(divergence(sheets, 1000)).toEqual([
      { ...sheetOf(0, 2, 6000), othersMean: 8001, others: 2, difference: -2001 },
      { ...sheetOf(0, 1, 8001), othersMean: 7000, others: 2, difference: 1001 },
    ]);
  });

  it('compares unrounded, and leaves what differs by the threshold alone', () => {
    const sheets = [sheetOf(0, 0, 1000), sheetOf(0, 1, 0), sheetOf(0, 2, 1)];
    expect(divergence(sheets, 999)).toMatchObject([{ judge: 'j000', othersMean: 1, difference: 999 }]);
    expect(divergence([sheetOf(0, 0, 500), sheetOf(0, 1, 1500)], 1000)).toEqual([]);
    expect(divergence([sheetOf(0, 1, 500), sheetOf(0, 0, 1500)], 999).map(({ judge }) => judge)).toEqual([
      'j000',
      'j001',
    ]);
  });

  it('finds what looking at each sheet by itself finds, in any order', () => {
    const any = joinedSheets.chain((sheets) => fc.tuple(fc.constant(sheets), reordered(sheets), fc.nat(10_000)));
    fc.assert(
      fc.property(any, ([sheets, other, threshold]) => {
        const found = divergence(sheets, threshold);
        expect(divergence(other, threshold)).toEqual(found);
        const expected = sheets.filter((sheet) => {
          const rest = sheets.filter(({ entry, judge }) => entry === sheet.entry && judge !== sheet.judge);
          const sum = rest.reduce((all, { total }) => all + total, 0);
          return rest.length > 0 && Math.abs(sheet.total * rest.length - sum) > threshold * rest.length;
        });
        const names = (list: readonly { entry: string; judge: string }[]) =>
          list.map(({ entry, judge }) => `${entry} ${judge}`).sort();
        expect(names(found)).toEqual(names(expected));
      }),
    );
  });

  it.each([-1, 0.5])('throws on a threshold that is none', (threshold) => {
    expect(() => divergence([], threshold)).toThrow(RangeError);
  });
});
