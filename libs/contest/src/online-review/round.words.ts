import { failure, type LocalText } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import type { RoundState } from './round.rules.js';

const ROUND_WORDS: Readonly<Record<RoundState, LocalText>> = {
  preparing: { zh: '筹备中', en: 'in preparation' },
  open: { zh: '评审中', en: 'open' },
  closed: { zh: '已结束', en: 'closed' },
  confirmed: { zh: '成绩已确认', en: 'confirmed' },
};

/** `online_review.action_not_allowed` that names the round's state. */
export function notInRoundState(state: RoundState): Failure {
  return failure('online_review.action_not_allowed', { params: { state: ROUND_WORDS[state] } });
}
