import { StateMachine } from '@haishi/kernel';

export const PARTICIPATION_STATES = ['applied', 'returned', 'approved', 'rejected', 'withdrawn'] as const;
export type ParticipationState = (typeof PARTICIPATION_STATES)[number];
export type ParticipationAction = 'resubmit' | 'approve' | 'return' | 'reject' | 'withdraw';

/** How an employer's part in a fair 参会 is decided. Rejected and withdrawn ones are over; the employer may apply anew. */
export const PARTICIPATION_MACHINE = new StateMachine<ParticipationState, ParticipationAction>(PARTICIPATION_STATES, {
  resubmit: { from: ['returned'], to: 'applied' },
  approve: { from: ['applied'], to: 'approved' },
  return: { from: ['applied', 'approved'], to: 'returned' },
  reject: { from: ['applied', 'returned'], to: 'rejected' },
  withdraw: { from: ['applied', 'returned', 'approved'], to: 'withdrawn' },
});

/** Whether it stands, so that its organisation may not apply to the fair a second time. */
export function isActive(state: ParticipationState): boolean {
  return state === 'applied' || state === 'returned' || state === 'approved';
}

export const READINESS_STATES = ['done', 'waiting', 'todo', 'blocked', 'later'] as const;
/** `waiting` for staff; `todo` by the employer; `blocked` by a step before it; `later`: not offered yet. */
export type ReadinessState = (typeof READINESS_STATES)[number];
export const READINESS_STEPS = ['licence', 'vetting', 'participation', 'positions', 'booth'] as const;
export type ReadinessStep = (typeof READINESS_STEPS)[number];

/** What an employer's readiness rests on. */
export interface ReadinessFacts {
  organisationState: 'draft' | 'submitted' | 'returned' | 'approved' | 'rejected';
  /** Kinds of evidence still missing. */
  missingEvidence: number;
  participation: ParticipationState | null;
  positions: { draft: number; submitted: number; returned: number; approved: number };
}

/**
 * Where an employer stands on the way to the fair, in the order of the rules: evidence, vetting, participation,
 * positions, and then a booth (DOMAIN §4).
 */
export function readiness(facts: ReadinessFacts): Record<ReadinessStep, ReadinessState> {
  const { organisationState, participation, positions } = facts;
  const licence: ReadinessState = facts.missingEvidence === 0 || organisationState === 'approved' ? 'done' : 'todo';
  const vetting: ReadinessState =
    organisationState === 'approved'
      ? 'done'
      : organisationState === 'submitted'
        ? 'waiting'
        : licence === 'done'
          ? 'todo'
          : 'blocked';
  const taking: ReadinessState =
    participation === 'approved'
      ? 'done'
      : participation === 'applied'
        ? 'waiting'
        : vetting === 'done'
          ? 'todo'
          : 'blocked';
  const open = positions.draft + positions.returned;
  const posts: ReadinessState =
    taking !== 'done'
      ? 'blocked'
      : open > 0 || positions.submitted + positions.approved === 0
        ? 'todo'
        : positions.submitted > 0
          ? 'waiting'
          : 'done';
  return { licence, vetting, participation: taking, positions: posts, booth: posts === 'done' ? 'later' : 'blocked' };
}
