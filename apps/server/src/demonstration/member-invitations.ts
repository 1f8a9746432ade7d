import { invitationExpiry, type InvitationState, MemberInvitation, type ProjectState } from '@haishi/contest';
import { hashToken, newToken } from '@haishi/identity';
import type { Load } from './load.js';
import type { NumberedPlan } from './project-rows.js';

/** What is still written or waits for its check; elsewhere nobody asks any more. */
const OPEN: readonly ProjectState[] = ['draft', 'submitted', 'returned'];
/** What becomes of one invitation after another; null where a member is not asked. */
const ANSWERS: readonly (InvitationState | null)[] = [
  'accepted',
  'accepted',
  'invited',
  'accepted',
  null,
  'accepted',
  'accepted',
  'declined',
  'accepted',
  'invited',
];

/** Whether the members of projects agreed to take part, for whoever still writes or waits; their links lead nowhere. */
export function memberInvitations(load: Load, plans: readonly NumberedPlan[]): MemberInvitation[] {
  const writing = new Set(plans.filter(({ state }) => state === 'draft').map(({ owner }) => owner.id));
  const shown = plans.filter(({ state, owner }) => OPEN.includes(state) || writing.has(owner.id));
  let asked = 0;
  return shown.flatMap((plan, index) =>
    plan.content.members.slice(1).flatMap(({ name, role, share, mail }, place): MemberInvitation[] => {
      const state = ANSWERS[asked++ % ANSWERS.length];
      if (!state) return [];
      const sentAt = state === 'invited' ? load.ago(2) : (plan.rounds[0]?.at ?? plan.createdAt);
      const accepted = state === 'accepted';
      return [
        {
          id: load.id(sentAt),
          projectId: plan.id,
          mail,
          tokenHash: hashToken(newToken()),
          state,
          agreed: accepted ? { name, role, share } : null,
          personId: accepted ? shown[(index + 1 + place) % shown.length]!.owner.id : null,
          timesSent: 1,
          sentAt,
          expiresAt: invitationExpiry(sentAt),
          stateAt: sentAt,
        },
      ];
    }),
  );
}
