import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aggregate,
  type Aggregation,
  checkAggregation,
  type CountedSheet,
  DEFAULT_AGGREGATION,
} from './aggregation.rules.js';

const sheets = (...totals: number[]): CountedSheet[] =>
  totals.map((total, index) => ({ seatNo: index + 1, total, scores: {} }));
const mean = (minValid = 1, decimals = 2): Aggregation => ({
  dropHighest: 0,
  dropLowest: 0,
  minValid,
  decimals,
  ties: [],
});

describe('aggregate: worked by hand', () => {
  it('strikes one highest and one lowest of seven', () => {
    // 86 + 88.5 + 84 + 90 + 87.5 = 436; / 5 = 87.20. All seven: 606.5 / 7 = 86.642857…
    expect(aggregate(DEFAULT_AGGREGATION, sheets(8600, 8850, 9100, 7950, 8400, 9000, 8750))).toEqual({
      score: 8720,
      untrimmed: 8664,
      valid: 7,
      droppedHighest: [3],
      droppedLowest: [4],
      tieValues: [],
    });
  });

  it('takes a recused seat out of the denominator', () => {
    // Six sheets, 91 and 79.5 struck: 86 + 88.5 + 84 + 90 = 348.5; / 4 = 87.125, half up 87.13.
    expect(aggregate(DEFAULT_AGGREGATION, sheets(8600, 8850, 9100, 7950, 8400, 9000))).toMatchObject({
      score: 8713,
      valid: 6,
    });
  });

  it('counts before striking: five are enough, four are flagged', () => {
    expect(aggregate(DEFAULT_AGGREGATION, sheets(8000, 8100, 8200, 8300, 8400)).score).toBe(8200);
    expect(aggregate(DEFAULT_AGGREGATION, sheets(8000, 8100, 8200, 8300))).toEqual({
      score: null,
      untrimmed: 8150,
      valid: 4,
      droppedHighest: [],
      droppedLowest: [],
      tieValues: [],
    });
  });

  it('has nothing to say of no sheet', () => {
    expect(aggregate(mean(), [])).toEqual({
      score: null,
      untrimmed: null,
      valid: 0,
      droppedHighest: [],
      droppedLowest: [],
      tieValues: [],
    });
  });

  it('rounds half up, exactly', () => {
    expect(aggregate(mean(), sheets(8001, 8002)).score).toBe(8002);
    expect(aggregate(mean(1, 3), sheets(8001, 8002)).score).toBe(80015);
    expect(aggregate(mean(1, 0), sheets(8050)).score).toBe(81);
    expect(aggregate(mean(1, 0), sheets(8049)).score).toBe(80);
    expect(aggregate(mean(), sheets(8000, 8000, 8001)).score).toBe(8000);
    expect(aggregate(mean(), sheets(8000, 8001, 8001)).score).toBe(8001);
  });

  it('strikes the lower seat as the lower of equals', () => {
    expect(aggregate(DEFAULT_AGGREGATION, sheets(8000, 8000, 8000, 8000, 8000))).toMatchObject({
      droppedLowest: [1],
      droppedHighest: [5],
    });
  });

  it('strikes as many as configured on either side', () => {
    const twoAndOne = { ...DEFAULT_AGGREGATION, dropHighest: 2 };
    expect(aggregate(twoAndOne, sheets(9000, 8000, 8500, 9500, 7000))).toMatchObject({
      score: 8250,
      droppedHighest: [1, 4],
      droppedLowest: [5],
    });
  });

  it('gives the tie chain its values: a criterion over counted sheets, the mean of all', () => {
    const tied: Aggregation = {
      ...DEFAULT_AGGREGATION,
      ties: [{ by: 'criterion', code: 'TECH' }, { by: 'earlier', code: 'ONE' }, { by: 'untrimmed' }],
    };
    const judged = [2700, 2650, 3000, 2000, 2800].map((tech, index) => ({
      seatNo: index + 1,
      total: 8000 + index * 100,
      scores: { TECH: tech },
    }));
    // Seats 1 and 5 are struck; (26.5 + 30 + 20) / 3 = 25.50; all totals / 5 = 82.00.
    expect(aggregate(tied, judged).tieValues).toEqual([2550, 8200]);
  });
});

describe('aggregate: always', () => {
  const judged = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }).chain((seats) =>
    fc.tuple(
      ...seats.map((seatNo) =>
        fc.record({
          seatNo: fc.constant(seatNo),
          total: fc.integer({ min: 0, max: 10_000 }),
          scores: fc.constant({}),
        }),
      ),
    ),
  );
  const configured = fc
    .record({
      dropHighest: fc.integer({ min: 0, max: 3 }),
      dropLowest: fc.integer({ min: 0, max: 3 }),
      decimals: fc.integer({ min: 0, max: 4 }),
    })
    .map((drops): Aggregation => ({
      ...drops,
      minValid: drops.dropHighest + drops.dropLowest + 1,
      ties: [{ by: 'untrimmed' }],
    }));

  it('does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(configured, judged, fc.infiniteStream(fc.nat()), (aggregation, list, keys) => {
        const shuffled = list
          .map((sheet) => ({ sheet, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key);
        expect(
          aggregate(
            aggregation,
            shuffled.map(({ sheet }) => sheet),
          ),
        ).toEqual(aggregate(aggregation, list));
      }),
    );
  });

  it('lies within the sheets that count', () => {
    fc.assert(
      fc.property(configured, judged, (aggregation, list) => {
        const { score, droppedHighest, droppedLowest } = aggregate(aggregation, list);
        fc.pre(score !== null);
        const struck = [...droppedHighest, ...droppedLowest];
        const kept = list.filter(({ seatNo }) => !struck.includes(seatNo)).map(({ total }) => total);
        const unit = 10 ** (aggregation.decimals - 2);
        expect(score!).toBeGreaterThanOrEqual(Math.round(Math.min(...kept) * unit) - 1);
        expect(score!).toBeLessThanOrEqual(Math.round(Math.max(...kept) * unit) + 1);
        if (aggregation.decimals >= 2) {
          expect(score!).toBeGreaterThanOrEqual(Math.min(...kept) * unit);
          expect(score!).toBeLessThanOrEqual(Math.max(...kept) * unit);
        }
      }),
    );
  });

  it('never falls when a judge gives more', () => {
    fc.assert(
      fc.property(configured, judged, fc.nat(), fc.integer({ min: 1, max: 5000 }), (aggregation, list, pick, more) => {
        const before = aggregate(aggregation, list);
        fc.pre(before.score !== null);
        const raised = list.map((sheet, index) =>
          index === pick % list.length ? { ...sheet, total: sheet.total + more } : sheet,
        );
        const after = aggregate(aggregation, raised);
        expect(after.score!).toBeGreaterThanOrEqual(before.score!);
        expect(after.untrimmed!).toBeGreaterThanOrEqual(before.untrimmed!);
      }),
    );
  });

  it('is what its definition says: the sorted totals without k at each end, summed, rounded half up', () => {
    fc.assert(
      fc.property(configured, judged, (aggregation, list) => {
        const totals = list.map(({ total }) => total).sort((a, b) => a - b);
        const { score, valid } = aggregate(aggregation, list);
        expect(valid).toBe(list.length);
        if (totals.length < aggregation.minValid) {
          expect(score).toBeNull();
          return;
        }
        for (let round = 0; round < aggregation.dropLowest; round += 1) totals.shift();
        for (let round = 0; round < aggregation.dropHighest; round += 1) totals.pop();
        const scaled = BigInt(totals.reduce((sum, total) => sum + total, 0)) * 10n ** BigInt(aggregation.decimals);
        const by = BigInt(totals.length) * 100n;
        const [whole, rest] = [scaled / by, scaled % by];
        expect(score).toBe(Number(rest * 2n >= by ? whole + 1n : whole));
      }),
    );
  });

  it('names as many struck seats as configured, none twice', () => {
    fc.assert(
      fc.property(configured, judged, (aggregation, list) => {
        const { score, droppedHighest, droppedLowest } = aggregate(aggregation, list);
        fc.pre(score !== null);
        expect(droppedHighest).toHaveLength(aggregation.dropHighest);
        expect(droppedLowest).toHaveLength(aggregation.dropLowest);
        expect(new Set([...droppedHighest, ...droppedLowest]).size).toBe(
          aggregation.dropHighest + aggregation.dropLowest,
        );
      }),
    );
  });
});

describe('checkAggregation', () => {
  it('finds the default sound', () => expect(checkAggregation(DEFAULT_AGGREGATION, [])).toEqual([]));

  it.each([
    [{ dropHighest: -1 }, 'dropHighest', 'common.number_out_of_range'],
    [{ dropLowest: 1.5 }, 'dropLowest', 'common.number_out_of_range'],
    [{ minValid: Number.NaN }, 'minValid', 'common.number_out_of_range'],
    [{ minValid: 51 }, 'minValid', 'common.number_out_of_range'],
    [{ decimals: 5 }, 'decimals', 'common.number_out_of_range'],
    [{ dropHighest: 11 }, 'dropHighest', 'common.number_out_of_range'],
    [{ minValid: 2 }, 'minValid', 'review.min_valid_too_small'],
    [
      { ties: [{ by: 'untrimmed' as const }, { by: 'criterion' as const, code: 'NOPE' }] },
      'ties.1.code',
      'review.criterion_unknown',
    ],
  ])('refuses %o', (change, field, code) => {
    expect(checkAggregation({ ...DEFAULT_AGGREGATION, ...change }, ['TECH'])).toMatchObject([{ field, code }]);
  });

  it('accepts three valid where two are struck, and a known criterion', () => {
    expect(
      checkAggregation({ ...DEFAULT_AGGREGATION, minValid: 3, ties: [{ by: 'criterion', code: 'TECH' }] }, ['TECH']),
    ).toEqual([]);
  });
});
