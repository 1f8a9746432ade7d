import type { Schema } from '@/api/types';
import type { Tone } from '@/shared/ui/StateTag.vue';

export type TeamView = Schema<'TeamView'>;
export type TeamMember = Schema<'TeamMemberView'>;

export const STANDING_TONES: Record<TeamMember['standing'], Tone> = {
  lead: 'success',
  none: 'neutral',
  invited: 'progress',
  expired: 'attention',
  accepted: 'success',
  changed: 'attention',
  declined: 'danger',
  withdrawn: 'ended',
  lapsed: 'ended',
  left: 'danger',
};

/** How the member with this address stands, however it was typed. */
export function memberAt(team: TeamView | undefined, mail: string): TeamMember | undefined {
  const typed = mail.trim().toLowerCase();
  return typed === '' ? undefined : team?.members.find((one) => one.mail.toLowerCase() === typed);
}

/** Whether everybody who was not invited yet is asked along with this member. */
export function isAskedAlong({ standing, acts }: TeamMember): boolean {
  return acts.includes('invite') && (standing === 'none' || standing === 'lapsed' || standing === 'changed');
}

/** Whether a link or an acceptance stands under this member’s address. */
export function isBound({ standing }: TeamMember): boolean {
  return standing === 'invited' || standing === 'accepted' || standing === 'changed';
}
