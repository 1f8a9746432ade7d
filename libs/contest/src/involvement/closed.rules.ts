import type { Recusal } from '@haishi/review';
import { ELSEWHERE, type Interest } from './interest.rules.js';

/**
 * Why a project is closed to somebody of the staff, the most telling first; worded by pages. `belongs`: they handed it in, or are
 * or were one of its people. `organisation`: they work for its organisation. `declared`: they said so themselves. `staff`: an
 * organiser or a chair recused them. `elsewhere`: they are recused from it on another panel.
 */
export const CLOSED_BY = ['belongs', 'organisation', 'declared', 'staff', 'elsewhere'] as const;
export type ClosedBy = (typeof CLOSED_BY)[number];

/** Why the project is closed to who has this interest in it or these recusals from it 回避; undefined where it is open. */
export function closedBy(
  interest: Interest | undefined,
  recusals: readonly Pick<Recusal, 'kind' | 'reason'>[],
): ClosedBy | undefined {
  const found = new Set<ClosedBy>(recusals.map(whyOf));
  if (interest) found.add(interest === 'organisation' ? 'organisation' : 'belongs');
  return CLOSED_BY.find((why) => found.has(why));
}

function whyOf({ kind, reason }: Pick<Recusal, 'kind' | 'reason'>): ClosedBy {
  if (kind !== 'automatic') return kind;
  return reason === 'organisation' || reason === ELSEWHERE ? reason : 'belongs';
}
