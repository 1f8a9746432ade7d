import type { LocalText } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';

export const ELIGIBILITY_ACTIONS = ['accept', 'return', 'reject'] as const;
export type EligibilityAction = (typeof ELIGIBILITY_ACTIONS)[number];

/** Why a project goes back for correction 退回补正. */
export const RETURN_REASONS = {
  material_missing: { zh: '材料缺失或不完整', en: 'Material missing or incomplete' },
  material_unreadable: { zh: '材料无法打开或看不清', en: 'Material cannot be opened or read' },
  wrong_division: { zh: '参赛领域或细分方向不符', en: 'Wrong division or sub-field' },
  wrong_group: { zh: '组别不符', en: 'Wrong group' },
  organisation_unclear: { zh: '单位信息有误或需证明', en: 'Organisation details wrong or to be proven' },
  team_unclear: { zh: '团队成员信息有误', en: 'Team details wrong' },
  rights_unclear: { zh: '知识产权归属需补充说明', en: 'Ownership of intellectual property to be shown' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, LocalText>;

/** Why a project is refused. */
export const REJECT_REASONS = {
  not_eligible: { zh: '不符合参赛条件', en: 'Does not meet the conditions of entry' },
  duplicate: { zh: '重复申报', en: 'Entered more than once' },
  false_statement: { zh: '材料不实', en: 'Untrue statements' },
  rights_dispute: { zh: '存在知识产权争议', en: 'Intellectual property in dispute' },
  classified: { zh: '含涉密内容', en: 'Contains classified matter' },
  not_corrected: { zh: '补正后仍不符合要求', en: 'Still not in order after correction' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, LocalText>;

export type ReturnReason = keyof typeof RETURN_REASONS;
export type RejectReason = keyof typeof REJECT_REASONS;

/** An entrant gets at least this long for a correction. */
export const MIN_CORRECTION_HOURS = 1;
export const MAX_CORRECTION_DAYS = 60;

const HOUR = 3_600_000;

/** Whether `dueAt` leaves the entrant a fair time for a correction. */
export function checkDue(dueAt: Date, now: Date): FieldFailure[] {
  const left = dueAt.getTime() - now.getTime();
  if (left < MIN_CORRECTION_HOURS * HOUR)
    return [{ field: 'dueAt', code: 'eligibility.due_too_soon', params: { hours: MIN_CORRECTION_HOURS } }];
  if (left > MAX_CORRECTION_DAYS * 24 * HOUR)
    return [{ field: 'dueAt', code: 'eligibility.due_too_far', params: { days: MAX_CORRECTION_DAYS } }];
  return [];
}
