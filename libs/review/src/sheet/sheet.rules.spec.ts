import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rubric } from '../rubric/rubric.rules.js';
import { checkSheet, contribution, sameSheet, sheetTotal } from './sheet.rules.js';

const RUBRIC: Rubric = {
  outOf: 10_000,
  commentRequired: false,
  criteria: [
    { code: 'TECH', name: { zh: '技术创新', en: 'Technology' }, max: 6000, step: 50, weight: 6000 },
    { code: 'TEAM', name: { zh: '团队', en: 'Team' }, max: 1000, step: 50, weight: 4000 },
  ],
};
const sound = { TECH: 5550, TEAM: 850 };

describe('checkSheet', () => {
  it('accepts a sound sheet, its ends included', () => {
    expect(checkSheet(RUBRIC, { scores: sound })).toEqual([]);
    expect(checkSheet(RUBRIC, { scores: { TECH: 0, TEAM: 1000 } })).toEqual([]);
  });

  it.each([
    [undefined, 'review.score_missing'],
    [null, 'review.score_missing'],
    ['5550', 'review.score_not_a_number'],
    [Number.NaN, 'review.score_not_a_number'],
    [JSON.parse('1e309'), 'review.score_not_a_number'],
    [{}, 'review.score_not_a_number'],
    [55.5, 'review.score_too_fine'],
    [-50, 'review.score_out_of_range'],
    [6050, 'review.score_out_of_range'],
    [9e15, 'review.score_out_of_range'],
    [5555, 'review.score_off_step'],
  ])('refuses %o', (score, code) => {
    expect(checkSheet(RUBRIC, { scores: { ...sound, TECH: score } })).toMatchObject([{ field: 'scores.TECH', code }]);
  });

  it('says in points what was allowed', () => {
    expect(checkSheet(RUBRIC, { scores: { TECH: 6050, TEAM: 1 } })).toEqual([
      { field: 'scores.TECH', code: 'review.score_out_of_range', params: { max: '60' } },
      { field: 'scores.TEAM', code: 'review.score_off_step', params: { step: '0.5' } },
    ]);
  });

  it('refuses a criterion that the rubric has not, even one that every object inherits', () => {
    expect(checkSheet(RUBRIC, { scores: { ...sound, LUCK: 1 } })).toEqual([
      { field: 'scores.LUCK', code: 'review.criterion_unknown', params: { code: 'LUCK' } },
    ]);
    expect(
      checkSheet({ ...RUBRIC, criteria: [{ ...RUBRIC.criteria[0]!, code: 'toString' }] }, { scores: {} }),
    ).toMatchObject([{ code: 'review.score_missing' }]);
  });

  it('demands a comment where configured', () => {
    const strict = { ...RUBRIC, commentRequired: true };
    expect(checkSheet(strict, { scores: sound })).toMatchObject([
      { field: 'comment', code: 'review.comment_required' },
    ]);
    expect(checkSheet(strict, { scores: sound, comment: ' ' })).toHaveLength(1);
    expect(checkSheet(strict, { scores: sound, comment: '思路清楚' })).toEqual([]);
  });
});

describe('sheetTotal', () => {
  it('adds up, weights included: 55.5 + 8.5 / 10 × 40 = 89.5', () => {
    expect(contribution(RUBRIC.criteria[1]!, 850)).toBe(3400);
    expect(sheetTotal(RUBRIC, sound)).toBe(8950);
  });

  it('lies between 0 and what the rubric is out of, and rises with every score', () => {
    const scores = fc.record({
      TECH: fc.integer({ min: 0, max: 119 }).map((n) => n * 50),
      TEAM: fc.integer({ min: 0, max: 19 }).map((n) => n * 50),
    });
    fc.assert(
      fc.property(scores, (given) => {
        const total = sheetTotal(RUBRIC, given);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThan(RUBRIC.outOf);
        expect(Number.isSafeInteger(total)).toBe(true);
        expect(sheetTotal(RUBRIC, { ...given, TEAM: given.TEAM + 50 })).toBe(total + 200);
      }),
    );
  });
});

describe('sameSheet', () => {
  it('compares scores and comment', () => {
    expect(sameSheet(RUBRIC, { scores: sound }, { scores: { TEAM: 850, TECH: 5550 }, comment: '' })).toBe(true);
    expect(sameSheet(RUBRIC, { scores: sound }, { scores: { ...sound, TEAM: 800 } })).toBe(false);
    expect(sameSheet(RUBRIC, { scores: sound }, { scores: sound, comment: '好' })).toBe(false);
  });
});
