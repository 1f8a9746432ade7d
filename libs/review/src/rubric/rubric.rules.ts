import type { LocalText } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';

/** One line of a rubric 评分项. Points are in hundredths: `3000` is 30.00. */
export interface Criterion {
  /** Unique in the rubric; upper-case letters, digits and `_`. */
  code: string;
  name: LocalText;
  /** What a judge may give at most. */
  max: number;
  /** Scores are multiples of this. */
  step: number;
  /** What a full score contributes to the total; equal to `max` where the criterion is not weighted otherwise. */
  weight: number;
  guidance?: LocalText;
}

/** The rubric 评分表 on which every judge of a panel scores. */
export interface Rubric {
  /** The highest total, in hundredths; the weights add up to it. */
  outOf: number;
  criteria: Criterion[];
  commentRequired: boolean;
}

export const MAX_CRITERIA = 40;
/** Keeps every sum of a panel far inside the safe integers. */
export const MAX_POINTS = 1_000_000_00;
const CODE = /^[A-Z0-9_]{1,32}$/;

const isPoints = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= MAX_POINTS;

/** Every fault of a rubric, by field; empty where it is sound. */
export function checkRubric(rubric: Rubric): FieldFailure[] {
  const faults: FieldFailure[] = [];
  if (!isPoints(rubric.outOf)) faults.push({ field: 'outOf', code: 'review.points_invalid' });
  if (rubric.criteria.length === 0) faults.push({ field: 'criteria', code: 'review.rubric_empty' });
  if (rubric.criteria.length > MAX_CRITERIA)
    faults.push({
      field: 'criteria',
      code: 'common.list_too_long',
      params: { max: MAX_CRITERIA, length: rubric.criteria.length },
    });
  const seen = new Set<string>();
  rubric.criteria.forEach((criterion, index) => {
    const at = `criteria.${index}`;
    if (!CODE.test(criterion.code)) faults.push({ field: `${at}.code`, code: 'common.bad_format' });
    if (seen.has(criterion.code))
      faults.push({ field: `${at}.code`, code: 'review.criterion_repeated', params: { code: criterion.code } });
    seen.add(criterion.code);
    if (criterion.name.zh.trim() === '') faults.push({ field: `${at}.name.zh`, code: 'common.required' });
    faults.push(...checkPoints(criterion, at));
  });
  if (faults.length > 0) return faults;
  const sum = rubric.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  if (sum !== rubric.outOf)
    faults.push({
      field: 'criteria',
      code: 'review.rubric_sum',
      params: { sum: formatPoints(sum), outOf: formatPoints(rubric.outOf) },
    });
  return faults;
}

function checkPoints({ max, step, weight }: Criterion, at: string): FieldFailure[] {
  const faults: FieldFailure[] = [];
  for (const [name, value] of Object.entries({ max, step, weight }))
    if (!isPoints(value)) faults.push({ field: `${at}.${name}`, code: 'review.points_invalid' });
  if (faults.length > 0) return faults;
  if (max % step !== 0)
    return [
      {
        field: `${at}.step`,
        code: 'review.step_not_dividing',
        params: { max: formatPoints(max), step: formatPoints(step) },
      },
    ];
  return (BigInt(step) * BigInt(weight)) % BigInt(max) === 0n
    ? []
    : [{ field: `${at}.weight`, code: 'review.weight_inexact', params: { weight: formatPoints(weight) } }];
}

/** Hundredths as a person writes them, without idle zeros: `2750` is `27.5`. */
export function formatPoints(hundredths: number): string {
  const cents = Math.abs(hundredths % 100)
    .toString()
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = Math.trunc(hundredths / 100).toString();
  return cents === '' ? whole : `${hundredths < 0 && whole === '0' ? '-0' : whole}.${cents}`;
}
