import type { FieldFailure } from '@haishi/kernel';
import { type Criterion, formatPoints, type Rubric } from '../rubric/rubric.rules.js';

/** A judge's score for each criterion, in hundredths. */
export type Scores = Record<string, number>;

/** What a judge hands in: one score sheet 评分单. */
export interface SheetInput {
  scores: Record<string, unknown>;
  comment?: string | undefined;
}

/** Every fault of a sheet, by field; empty where it may be stored. Nothing is corrected or rounded silently. */
export function checkSheet(rubric: Rubric, sheet: SheetInput): FieldFailure[] {
  const faults: FieldFailure[] = [];
  for (const code of Object.keys(sheet.scores))
    if (!rubric.criteria.some((criterion) => criterion.code === code))
      faults.push({ field: `scores.${code}`, code: 'review.criterion_unknown', params: { code } });
  for (const criterion of rubric.criteria) {
    const fault = checkScore(
      criterion,
      Object.hasOwn(sheet.scores, criterion.code) ? sheet.scores[criterion.code] : undefined,
    );
    if (fault) faults.push({ field: `scores.${criterion.code}`, ...fault });
  }
  if (rubric.commentRequired && (sheet.comment ?? '').trim() === '')
    faults.push({ field: 'comment', code: 'review.comment_required' });
  return faults;
}

/** Every fault of what is typed so far, by field: a score that is there has to be one that could be handed in. */
export function checkDraft(rubric: Rubric, scores: Record<string, unknown>): FieldFailure[] {
  const faults = checkSheet({ ...rubric, commentRequired: false }, { scores });
  return faults.filter(({ code }) => code !== 'review.score_missing');
}

/** The fault of one score, or `undefined`. `score` is whatever came in. */
export function checkScore(criterion: Criterion, score: unknown): Omit<FieldFailure, 'field'> | undefined {
  if (score === undefined || score === null) return { code: 'review.score_missing' };
  if (typeof score !== 'number' || !Number.isFinite(score)) return { code: 'review.score_not_a_number' };
  if (!Number.isInteger(score)) return { code: 'review.score_too_fine' };
  if (score < 0 || score > criterion.max)
    return { code: 'review.score_out_of_range', params: { max: formatPoints(criterion.max) } };
  if (score % criterion.step !== 0)
    return { code: 'review.score_off_step', params: { step: formatPoints(criterion.step) } };
  return undefined;
}

/** The weighted total of a sound sheet, in hundredths; exact, since {@link checkRubric} demands it of the weights. */
export function sheetTotal(rubric: Rubric, scores: Scores): number {
  return rubric.criteria.reduce((total, criterion) => total + contribution(criterion, scores[criterion.code] ?? 0), 0);
}

/** What `score` adds to the total, in hundredths. */
export function contribution(criterion: Criterion, score: number): number {
  return criterion.weight === criterion.max
    ? score
    : Number((BigInt(score) * BigInt(criterion.weight)) / BigInt(criterion.max));
}

/** Whether two sheets say the same; a repetition of a request must not change its content. */
export function sameSheet(rubric: Rubric, one: SheetInput, other: SheetInput): boolean {
  return (
    (one.comment ?? '') === (other.comment ?? '') &&
    rubric.criteria.every(({ code }) => one.scores[code] === other.scores[code])
  );
}
