import type { FieldFailure } from '@haishi/kernel';
import { reasonsOf } from '../edition/edition.defaults.js';
import type { EditionDefinition, Reason } from '../edition/edition.definition.js';
import type { ProjectState } from '../project/project.rules.js';

export const ELIGIBILITY_ACTIONS = ['accept', 'return', 'reject'] as const;
export type EligibilityAction = (typeof ELIGIBILITY_ACTIONS)[number];
/** What is kept of a submission: a decision, that it was taken back 撤回结论, or that a correction has longer 延长补正期限. */
export type DecisionAction = EligibilityAction | 'reopen' | 'prolong';

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

/** Why a project in each state cannot be decided on; what waits for a decision was decided by somebody else meanwhile. */
export const UNDECIDABLE = {
  draft: 'eligibility.not_handed_in',
  submitted: 'eligibility.already_decided',
  accepted: 'eligibility.is_accepted',
  returned: 'eligibility.is_returned',
  rejected: 'eligibility.is_rejected',
  withdrawn: 'eligibility.is_withdrawn',
} as const satisfies Record<ProjectState, string>;

/** The reason of the edition that a decision names, or the fault of one that it does not know; neither where a project is accepted. */
export function findReason(
  definition: Pick<EditionDefinition, 'returnReasons' | 'rejectReasons'>,
  action: EligibilityAction,
  code: string | null,
): { reason: Reason | null; faults: FieldFailure[] } {
  if (action === 'accept') return { reason: null, faults: [] };
  const reasons = reasonsOf(definition, action);
  const reason = reasons.find((one) => one.code === code) ?? null;
  const choices = reasons.map((one) => one.code).join(', ');
  return {
    reason,
    faults: reason ? [] : [{ field: 'reasonCode', code: 'common.not_a_choice', params: { choices } }],
  };
}
