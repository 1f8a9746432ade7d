import type { InvitationState } from '@haishi/contracts';
import { type FairDay, fairPeriod, type FairState } from '../fair/fair.rules.js';

/** States that take a place of their university's quota. */
export const TAKES_A_PLACE: readonly InvitationState[] = ['invited', 'accepted'];

interface FairTimes {
  state: FairState;
  days: readonly FairDay[];
  timeZone: string;
}

/** Whether invitations can go out and be answered at `now`: while the fair is open, until its last closing. */
export function takesAnswers(fair: FairTimes, now: Date): boolean {
  return fair.state === 'open' && now.getTime() < fairPeriod(fair).closesAt.getTime();
}

/** Whether graduates can be put on the list at `now`: also while the fair is being prepared. */
export function takesGuests(fair: FairTimes, now: Date): boolean {
  return fair.state !== 'closed' && now.getTime() < fairPeriod(fair).closesAt.getTime();
}

export type RsvpAnswer = 'yes' | 'no';

/** What an answer leads to: a change, nothing where the same was answered before, or a refusal. */
export function answerStep(state: InvitationState, answer: RsvpAnswer): 'change' | 'repeat' | 'refuse' {
  if (state === 'invited') return 'change';
  return state === (answer === 'yes' ? 'accepted' : 'declined') ? 'repeat' : 'refuse';
}

/** Places of universities, counted while a list is read row by row. */
export class Places {
  private readonly taken: Map<string, number>;

  constructor(
    private readonly quotas: ReadonlyMap<string, number>,
    taken: ReadonlyMap<string, number>,
  ) {
    this.taken = new Map(taken);
  }

  /** Takes one place; answers false where the university has none left. */
  take(university: string): boolean {
    const quota = this.quotas.get(university);
    const taken = this.taken.get(university) ?? 0;
    if (quota !== undefined && taken >= quota) return false;
    this.taken.set(university, taken + 1);
    return true;
  }

  /** The university's quota; `Infinity` where it has none. */
  of(university: string): number {
    return this.quotas.get(university) ?? Number.POSITIVE_INFINITY;
  }
}
