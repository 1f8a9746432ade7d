import type { Recusal, TieDecision } from '@haishi/review';
import { ELSEWHERE, type Interest } from './interest.rules.js';

/**
 * Why a project is closed to somebody of the staff, the most telling first; worded by pages. `belongs`: they handed it in, or are
 * or were one of its people, or its entrant names them as one. `organisation`: they work for its organisation. `declared`: they said so themselves. `staff`: an
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

/** Whether a panel's recusal follows from names alike, from what an entrant alone says, or from what was decided elsewhere: nobody decided it there. */
export function isFound({ kind, reason }: Pick<Recusal, 'kind' | 'reason'>): boolean {
  return kind === 'automatic' && (reason === 'organisation' || reason === 'named' || reason === ELSEWHERE);
}

/**
 * What was decided of a tie before: on the panel that looks for it, or by a dismissal at the project, which is of names alike and of
 * what panels took over, and neither of whom belongs to the project nor of what was decided on another panel.
 */
export function decisionOn(
  { reason, decided = false }: { reason: string; decided?: boolean },
  onPanel: TieDecision,
  dismissedAt: Date | undefined,
): TieDecision {
  if (onPanel === 'recused' || !dismissedAt || decided || !isFound({ kind: 'automatic', reason })) return onPanel;
  return onPanel && onPanel > dismissedAt ? onPanel : dismissedAt;
}

/**
 * Whether an organiser may dismiss at the project what closes it to somebody: what was decided there, and what follows from names
 * alike or from an entrant's naming them, who never agreed to that: so that nobody is shut out by being named. Not that they belong
 * to it; and what a panel decided is lifted there.
 */
export function isDismissible(
  interest: Interest | undefined,
  own: readonly Pick<Recusal, 'kind' | 'reason'>[],
  onPanels: readonly Pick<Recusal, 'kind' | 'reason'>[],
): boolean {
  if (interest === 'owner' || interest === 'member') return false;
  if (onPanels.some((one) => whyOf(one) === 'belongs' && !isFound(one))) return false;
  return own.length > 0 || interest !== undefined || (onPanels.length > 0 && onPanels.every(isFound));
}

function whyOf({ kind, reason }: Pick<Recusal, 'kind' | 'reason'>): ClosedBy {
  if (kind !== 'automatic') return kind;
  return reason === 'organisation' || reason === ELSEWHERE ? reason : 'belongs';
}
