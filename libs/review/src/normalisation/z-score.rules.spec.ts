import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedSheets, reordered, sheetOf } from '../../../../test/support/normalisation.js';
import type { NormalisedSheet } from './normalisation.model.js';
import { zScore, type ZScores } from './z-score.rules.js';

function scores(sheets: readonly NormalisedSheet[]): ZScores {
  const outcome = zScore(sheets, { minSheets: 2 });
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  return outcome;
}
const spread = joinedSheets.filter((sheets) => !('refused' in zScore(sheets, { minSheets: 2 })));

describe('zScore', () => {
  // Worked by hand: judge 0 has mean 6000 and deviation 1000, judge 1 mean 8000 and deviation 2000; all 7000 and √3,500,000.
  const byHand = [sheetOf(0, 0, 5000), sheetOf(1, 0, 7000), sheetOf(0, 1, 10_000), sheetOf(1, 1, 6000)];

  it('gives what is worked out by hand', () => {
    expect(
      scores([...byHand, sheetOf(2, 0, 7000), sheetOf(2, 1, 10_000), sheetOf(3, 0, 5000), sheetOf(3, 1, 6000)]),
    ).toEqual({
      mean: 7000,
      deviation: 1871,
      entries: [
        { entry: 'e00000', sheets: 2, raw: 7500, adjusted: 7000 },
        { entry: 'e00001', sheets: 2, raw: 6500, adjusted: 7000 },
        { entry: 'e00002', sheets: 2, raw: 8500, adjusted: 8871 },
        { entry: 'e00003', sheets: 2, raw: 5500, adjusted: 5129 },
      ],
      judges: [
        { judge: 'j000', sheets: 4, mean: 6000, deviation: 1000 },
        { judge: 'j001', sheets: 4, mean: 8000, deviation: 2000 },
      ],
    });
  });

  it('does not depend on the order of the sheets', () => {
    const any = spread.chain((sheets) => fc.tuple(fc.constant(sheets), reordered(sheets)));
    fc.assert(
      fc.property(any, ([sheets, other]) => {
        expect(scores(other)).toEqual(scores(sheets));
      }),
    );
  });

  it('undoes how harsh a judge is and how far the judge spreads', () => {
    const changed = fc.tuple(spread, fc.nat(5), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -5000, max: 5000 }));
    fc.assert(
      fc.property(changed, ([sheets, number, times, more]) => {
        const judge = `j00${number}`;
        const other = scores(
          sheets.map((sheet) => (sheet.judge === judge ? { ...sheet, total: sheet.total * times + more } : sheet)),
        );
        const before = scores(sheets);
        const standard = ({ mean, deviation }: ZScores, adjusted: number) => (adjusted - mean) / deviation;
        // What is printed is rounded; in deviations that is a difference of at most two hundredths and a share of the score.
        before.entries.forEach(({ adjusted }, at) => {
          const apart = standard(other, other.entries[at]!.adjusted) - standard(before, adjusted);
          const least = Math.min(before.deviation, other.deviation);
          expect(Math.abs(apart)).toBeLessThanOrEqual((2 + Math.abs(standard(before, adjusted))) / least);
        });
      }),
    );
  });

  it('leaves the mean of all sheets where it was', () => {
    fc.assert(
      fc.property(spread, (sheets) => {
        const { mean, entries } = scores(sheets);
        const sum = entries.reduce((all, entry) => all + entry.adjusted * entry.sheets, 0);
        expect(Math.abs(sum / sheets.length - mean)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses entries that no chain of judges in common compares', () => {
    const apart = [...byHand, sheetOf(2, 2, 4000), sheetOf(3, 2, 5000)];
    expect(zScore(apart, { minSheets: 2 })).toEqual({
      refused: [
        {
          kind: 'disconnected',
          components: [
            { entries: ['e00000', 'e00001'], judges: ['j000', 'j001'], sheets: 4 },
            { entries: ['e00002', 'e00003'], judges: ['j002'], sheets: 2 },
          ],
        },
      ],
    });
  });

  it.each([
    [0, 74],
    [1, 742],
    [3, 74237],
    [4, 742372],
  ])('rounds once, to as many decimals as are asked for: %i', (decimals, adjusted) => {
    const answer = zScore([...byHand, sheetOf(2, 0, 6400), sheetOf(2, 1, 8200)], { minSheets: 2, decimals });
    expect('entries' in answer && answer.entries[2]!.adjusted).toBe(adjusted);
  });

  it('refuses judges without spread, judges with too few sheets, and what has nothing to compare', () => {
    const flat = [...byHand.slice(0, 2), sheetOf(0, 1, 6000), sheetOf(1, 1, 6000), sheetOf(1, 2, 6000)];
    expect(zScore(flat, { minSheets: 2 })).toEqual({
      refused: [
        { kind: 'too_few_sheets', judge: 'j002', sheets: 1, needed: 2 },
        { kind: 'no_spread', judge: 'j001', sheets: 2, total: 6000 },
      ],
    });
    expect(zScore([sheetOf(0, 0, 1), sheetOf(0, 1, 2)], { minSheets: 1 })).toMatchObject({
      refused: [{ kind: 'too_few_entries', entries: 1, needed: 2 }, { kind: 'no_spread' }, { kind: 'no_spread' }],
    });
    expect(zScore([], { minSheets: 1 })).toEqual({ refused: [{ kind: 'too_few_entries', entries: 0, needed: 2 }] });
  });

  it('tells equal scores from unequal ones that no rounded square could', () => {
    const near = [9_999_999, 10_000_000].flatMap((total, entry) => [
      sheetOf(entry, 0, total),
      sheetOf(entry, 1, total),
    ]);
    expect(scores(near).entries.map(({ adjusted }) => adjusted)).toEqual([9_999_999, 10_000_000]);
  });

  it.each([
    [[sheetOf(0, 0, 1.5)], 2],
    [[sheetOf(0, 0, 10_000_001)], 2],
    [[sheetOf(0, 0, 1), sheetOf(0, 1, 1), sheetOf(0, 0, 2)], 2],
    [byHand, 0],
  ])('throws on what it cannot read', (sheets, minSheets) => {
    expect(() => zScore(sheets, { minSheets })).toThrow(RangeError);
  });
});
