import type { Schema } from '@/api/types';
import type { Tone } from '@/shared/ui/StateTag.vue';

export const ORGANISATION_STATES = ['draft', 'submitted', 'returned', 'approved', 'rejected'] as const;
export const ORGANISATION_KINDS = [
  'state',
  'private',
  'foreign',
  'public',
  'university',
  'research',
  'hospital',
  'agency',
  'other',
] as const;

export type OrganisationRow = Schema<'OrganisationRow'>;
export type OrganisationView = Schema<'OrganisationView'>;
export type Evidence = Schema<'EvidenceView'>;
export type OrganisationState = OrganisationRow['state'];
export type EvidenceKind = Evidence['kind'];

export const STATE_TONES: Record<OrganisationState, Tone> = {
  draft: 'neutral',
  submitted: 'progress',
  returned: 'attention',
  approved: 'success',
  rejected: 'danger',
};

/** The papers an organisation needs, as the server will ask for them. */
export function neededEvidence(organisation: Pick<OrganisationView, 'kind' | 'branch'>): EvidenceKind[] {
  const kinds: EvidenceKind[] = ['business_licence', 'authorisation_letter', 'agent_identity'];
  if (organisation.branch) kinds.push('parent_licence');
  if (organisation.kind === 'agency') kinds.push('agency_permit');
  return kinds;
}
