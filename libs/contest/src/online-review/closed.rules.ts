import type { Recusal } from '@haishi/review';
import { ELSEWHERE } from '../roadshow/interest.rules.js';

/**
 * Why a project is closed to an organiser, the most telling first; worded by pages. `belongs`: they handed it in, or are or were
 * one of its people. `organisation`: they work for its organisation. `declared`: they said so as a judge. `staff`: an organiser or
 * a chair recused them. `elsewhere`: they are recused from it on another panel.
 */
export const CLOSED_BY = ['belongs', 'organisation', 'declared', 'staff', 'elsewhere'] as const;
export type ClosedBy = (typeof CLOSED_BY)[number];

/** Why the project is closed to who belongs to it or has these recusals from it 回避; undefined where it is open. */
export function closedBy(
  belongs: boolean,
  recusals: readonly Pick<Recusal, 'kind' | 'reason'>[],
): ClosedBy | undefined {
  const found = new Set<ClosedBy>(recusals.map(whyOf));
  if (belongs) found.add('belongs');
  return CLOSED_BY.find((why) => found.has(why));
}

function whyOf({ kind, reason }: Pick<Recusal, 'kind' | 'reason'>): ClosedBy {
  if (kind !== 'automatic') return kind;
  return reason === 'organisation' || reason === ELSEWHERE ? reason : 'belongs';
}
