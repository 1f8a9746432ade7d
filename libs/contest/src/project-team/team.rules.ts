import { parseMail, StateMachine } from '@haishi/kernel';
import type { ProjectState } from '../project/project.rules.js';

export const INVITATION_STATES = ['invited', 'accepted', 'declined', 'withdrawn', 'lapsed', 'left'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];
export const INVITATION_ACTIONS = ['invite', 'withdraw', 'accept', 'decline', 'confirm', 'leave', 'lapse'] as const;
export type InvitationAction = (typeof INVITATION_ACTIONS)[number];
/**
 * As what somebody meets the invitation of a member. The `invitee` holds its link or its address, a `teammate` accepted it.
 * What the `project` itself brings about: a change of its team or its owner, its withdrawal.
 */
export type InvitationRole = 'lead' | 'invitee' | 'teammate' | 'project' | 'stranger';

const MACHINE = new StateMachine<InvitationState, InvitationAction>(INVITATION_STATES, {
  invite: { from: ['invited', 'declined', 'withdrawn', 'lapsed', 'left'], to: 'invited' },
  withdraw: { from: ['invited', 'accepted'], to: 'withdrawn' },
  accept: { from: ['invited'], to: 'accepted' },
  decline: { from: ['invited'], to: 'declined' },
  confirm: { from: ['accepted'], to: 'accepted' },
  leave: { from: ['accepted'], to: 'left' },
  lapse: { from: ['invited', 'accepted'], to: 'lapsed' },
});

const ACTIONS_OF_ROLE: Record<InvitationRole, readonly InvitationAction[]> = {
  lead: ['invite', 'withdraw'],
  invitee: ['accept', 'decline'],
  teammate: ['confirm', 'leave'],
  project: ['lapse'],
  stranger: [],
};

/** The state that `action` by `role` leads to, or `undefined` where it is not theirs or the state does not allow it. */
export function nextInvitation(
  state: InvitationState,
  action: InvitationAction,
  role: InvitationRole,
): InvitationState | undefined {
  return ACTIONS_OF_ROLE[role].includes(action) ? MACHINE.next(state, action) : undefined;
}

/** As what a team names a member; what an acceptance is to. `share` in basis points. */
export interface MemberTerms {
  name: string;
  role: string;
  share: number | null;
}

export interface InvitationFacts {
  state: InvitationState;
  expiresAt: Date;
  /** What was accepted last. */
  agreed: MemberTerms | null;
}

/**
 * How a member of a team stands 确认情况: the `lead` is the owner themselves, `none` was never invited, `expired` did not answer
 * in time, `changed` accepted and is named otherwise since.
 */
export type MemberStanding = InvitationState | 'lead' | 'none' | 'expired' | 'changed';
export const MEMBER_STANDINGS: readonly MemberStanding[] = ['lead', 'none', ...INVITATION_STATES, 'expired', 'changed'];

/** `ownMail` is the proved address of the owner, in normal form. */
export function standingOf(
  line: MemberTerms & { mail: string },
  invitation: InvitationFacts | undefined,
  { ownMail, now }: { ownMail: string | null; now: Date },
): MemberStanding {
  if (ownMail !== null && parseMail(line.mail) === ownMail) return 'lead';
  if (!invitation) return 'none';
  if (invitation.state === 'invited' && invitation.expiresAt <= now) return 'expired';
  return invitation.state === 'accepted' && !agreesTo(invitation, line) ? 'changed' : invitation.state;
}

/** Whether a member agrees to take part as the team names them now. */
export function isConfirmed(standing: MemberStanding): boolean {
  return standing === 'lead' || standing === 'accepted';
}

/** Whether a member who stands so is invited along with all others, and when the project is handed in: nobody who said no. */
export function isInvitedAlong(standing: MemberStanding): boolean {
  return standing === 'none' || standing === 'lapsed' || standing === 'changed';
}

function agreesTo({ agreed }: InvitationFacts, { name, role, share }: MemberTerms): boolean {
  return agreed !== null && agreed.name === name && agreed.role === role && agreed.share === share;
}

/** Why an invitation cannot be answered any more, or `undefined` where it can. */
export function answerRefusal({ state, expiresAt }: Pick<InvitationFacts, 'state' | 'expiresAt'>, now: Date) {
  if (state === 'invited') return expiresAt <= now ? ('team.expired' as const) : undefined;
  if (state === 'withdrawn') return 'team.withdrawn' as const;
  return state === 'lapsed' ? ('team.lapsed' as const) : ('team.answered' as const);
}

/** How long an invitation stands. */
export const INVITATION_DAYS = 14;
const DAY = 86_400_000;
/** Mails to one address about one project. */
export const MAX_SENDINGS = 5;
const RESEND_MINUTES = 10;
const MINUTE = 60_000;

/** Until when an invitation sent at `now` may be answered. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY);
}

/** Why no further mail may be sent to a member now, with the minutes to wait, or `undefined` where one may. */
export function sendingRefusal(
  sent: { timesSent: number; sentAt: Date } | undefined,
  now: Date,
): { code: 'team.sent_often' | 'team.sent_lately'; params: Record<string, number> } | undefined {
  if (!sent) return undefined;
  if (sent.timesSent >= MAX_SENDINGS) return { code: 'team.sent_often', params: { max: MAX_SENDINGS } };
  const left = sent.sentAt.getTime() + RESEND_MINUTES * MINUTE - now.getTime();
  if (left <= 0) return undefined;
  return { code: 'team.sent_lately', params: { minutes: Math.ceil(left / MINUTE) } };
}

/** Whether members of a project in this state may be invited: while it takes part, or still may. */
export function takesInvitations(state: ProjectState): boolean {
  return state !== 'withdrawn' && state !== 'rejected';
}
