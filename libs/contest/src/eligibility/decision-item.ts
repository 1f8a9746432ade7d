import type { LocalText } from '@haishi/contracts';
import type { HistoryItem } from '../project/project.dto.js';
import type { EligibilityDecision } from './eligibility.entity.js';
import { type EligibilityAction, REJECT_REASONS, RETURN_REASONS } from './eligibility.rules.js';

const KIND = { accept: 'accepted', return: 'returned', reject: 'rejected' } as const satisfies Record<
  EligibilityAction,
  string
>;

/** The wording of a reason code, or undefined where there is none. */
export function reasonText(action: EligibilityAction, code: string | null): LocalText | undefined {
  const reasons: Record<string, LocalText> = action === 'return' ? RETURN_REASONS : REJECT_REASONS;
  return code === null ? undefined : reasons[code];
}

/** A decision as a step of the project's way. */
export function toDecisionItem({ action, at, submission, reasonCode, text, dueAt }: EligibilityDecision): HistoryItem {
  const reason = reasonText(action, reasonCode);
  return {
    kind: KIND[action],
    at,
    submission,
    ...(reason ? { reason } : {}),
    ...(text ? { text } : {}),
    ...(dueAt ? { dueAt } : {}),
  };
}
