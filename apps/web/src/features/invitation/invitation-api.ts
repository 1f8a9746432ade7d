import type { InvitationState } from '@haishi/contracts';
import type { Schema } from '@/api/types';
import type { Tone } from '@/shared/ui/StateTag.vue';

export type FairInvitation = Schema<'FairInvitationView'>;
export type InvitationImport = Schema<'InvitationImportView'>;

export const INVITATION_TONES: Record<InvitationState, Tone> = {
  invited: 'progress',
  accepted: 'success',
  declined: 'neutral',
  revoked: 'ended',
};

export const DELIVERY_TONES: Record<FairInvitation['delivery'], Tone> = {
  none: 'neutral',
  queued: 'progress',
  sent: 'success',
  failed: 'danger',
};
