import { describe, expect, it } from 'vitest';
import { checkRubric, type Criterion, formatPoints, type Rubric } from './rubric.rules.js';

const criterion = (code: string, max: number, change: Partial<Criterion> = {}): Criterion => ({
  code,
  name: { zh: code, en: code },
  max,
  step: 50,
  weight: max,
  ...change,
});
const rubric = (...criteria: Criterion[]): Rubric => ({ outOf: 10_000, criteria, commentRequired: false });

describe('checkRubric', () => {
  it('accepts the usual hundred points', () => {
    const usual = rubric(
      criterion('TECH', 3000),
      criterion('MARKET', 2500),
      criterion('TEAM', 2000),
      criterion('FINANCE', 1000),
      criterion('LANDING', 1500),
    );
    expect(checkRubric(usual)).toEqual([]);
  });

  it('names the sum where it is not what the rubric is out of', () => {
    expect(checkRubric(rubric(criterion('A', 5000), criterion('B', 4900)))).toEqual([
      { field: 'criteria', code: 'review.rubric_sum', params: { sum: '99', outOf: '100' } },
    ]);
  });

  it('accepts weights that convert every step exactly, and refuses others', () => {
    const tenPoints = (weight: number, step = 50) => criterion('A', 1000, { weight, step });
    expect(checkRubric({ ...rubric(tenPoints(3000)), outOf: 3000 })).toEqual([]);
    expect(checkRubric({ ...rubric(criterion('A', 300, { step: 100, weight: 1000 })), outOf: 1000 })).toEqual([
      { field: 'criteria.0.weight', code: 'review.weight_inexact', params: { weight: '10' } },
    ]);
  });

  it.each([
    [criterion('A', 10_000, { step: 300 }), 'criteria.0.step', 'review.step_not_dividing'],
    [criterion('A', Number.NaN), 'criteria.0.max', 'review.points_invalid'],
    [criterion('A', 10_000, { step: 0 }), 'criteria.0.step', 'review.points_invalid'],
    [criterion('A', 10_000, { weight: 1e309 }), 'criteria.0.weight', 'review.points_invalid'],
    [criterion('A', 10_000, { weight: 0.5 }), 'criteria.0.weight', 'review.points_invalid'],
    [criterion('a b', 10_000), 'criteria.0.code', 'common.bad_format'],
    [criterion('A', 10_000, { name: { zh: ' ', en: 'x' } }), 'criteria.0.name.zh', 'common.required'],
  ])('refuses %o', (faulty, field, code) => {
    expect(checkRubric(rubric(faulty)).map((fault) => [fault.field, fault.code])).toContainEqual([field, code]);
  });

  it('refuses none, too many, a code used twice, and a wild total', () => {
    expect(checkRubric(rubric())).toMatchObject([{ field: 'criteria', code: 'review.rubric_empty' }]);
    const many = Array.from({ length: 41 }, (_, index) => criterion(`C${index}`, 100));
    expect(checkRubric({ ...rubric(...many), outOf: 4100 })).toMatchObject([
      { code: 'common.list_too_long', params: { max: 40, length: 41 } },
    ]);
    expect(checkRubric(rubric(criterion('A', 5000), criterion('A', 5000)))).toEqual([
      { field: 'criteria.1.code', code: 'review.criterion_repeated', params: { code: 'A' } },
    ]);
    expect(checkRubric({ ...rubric(criterion('A', 10_000)), outOf: -1 })).toMatchObject([
      { field: 'outOf', code: 'review.points_invalid' },
    ]);
  });
});

describe('formatPoints', () => {
  it.each([
    [2750, '27.5'],
    [3000, '30'],
    [5, '0.05'],
    [0, '0'],
    [-50, '-0.5'],
    [-150, '-1.5'],
  ])('%d is %s', (value, text) => expect(formatPoints(value)).toBe(text));
});
