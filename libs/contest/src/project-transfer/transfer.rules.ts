import type { ProjectState } from '../project/project.rules.js';

export const TRANSFER_STATES = ['offered', 'accepted', 'declined', 'revoked'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** How long an offer stands. */
export const OFFER_DAYS = 14;
const DAY = 86_400_000;

/** Whether a project in this state may be handed to another person: while it takes part, or still may. */
export function isTransferable(state: ProjectState): boolean {
  return state !== 'withdrawn' && state !== 'rejected';
}

/** Until when an offer made at `now` may be taken. */
export function offerExpiry(now: Date): Date {
  return new Date(now.getTime() + OFFER_DAYS * DAY);
}

/** Whether an offer may still be taken. */
export function isOpenOffer({ state, expiresAt }: { state: TransferState; expiresAt: Date }, now: Date): boolean {
  return state === 'offered' && now < expiresAt;
}
