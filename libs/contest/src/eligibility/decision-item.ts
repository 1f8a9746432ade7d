import type { LocalText } from '@haishi/contracts';
import { REJECT_REASONS, RETURN_REASONS } from '../edition/edition.defaults.js';
import type { HistoryItem } from '../project/project.dto.js';
import type { EligibilityDecision } from './eligibility.entity.js';
import type { DecisionAction } from './eligibility.rules.js';

const KIND = {
  accept: 'accepted',
  return: 'returned',
  reject: 'rejected',
  reopen: 'reopened',
  prolong: 'prolonged',
} as const satisfies Record<DecisionAction, string>;

/** What a reason was called when the decision was made, whatever the edition says now; undefined where there was none. */
export function reasonText({
  action,
  reasonCode: code,
  reasonName,
}: Pick<EligibilityDecision, 'action' | 'reasonCode' | 'reasonName'>): LocalText | undefined {
  if (reasonName) return reasonName;
  const reasons: Record<string, LocalText> = action === 'return' ? RETURN_REASONS : REJECT_REASONS;
  return code === null ? undefined : reasons[code];
}

/** A decision as a step of the project's way. */
export function toDecisionItem(decision: EligibilityDecision): HistoryItem {
  const { action, at, submission, text, dueAt } = decision;
  const reason = reasonText(decision);
  return {
    kind: KIND[action],
    at,
    submission,
    ...(reason ? { reason } : {}),
    ...(text ? { text } : {}),
    ...(dueAt ? { dueAt } : {}),
  };
}
