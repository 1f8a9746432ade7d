import type { Tone } from '@/shared/ui/StateTag.vue';

export const ORGANISATION_STATES = ['draft', 'submitted', 'returned', 'approved', 'rejected'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

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
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export type EvidenceKind =
  'business_licence' | 'authorisation_letter' | 'agent_identity' | 'parent_licence' | 'agency_permit';

export interface OrganisationRow {
  id: string;
  creditCode: string;
  name: string;
  kind: OrganisationKind;
  industry: string | null;
  countyCode: string | null;
  state: OrganisationState;
  submittedAt: string | null;
  decidedAt: string | null;
}

export interface Evidence {
  /** Of the file. */
  id: string;
  kind: EvidenceKind;
  name: string;
  size: number;
}

export interface OrganisationView extends OrganisationRow {
  creditCodeOverride: string | null;
  aliases: string[];
  branch: boolean;
  stateReason: string | null;
  evidence: Evidence[];
  missingEvidence: EvidenceKind[];
  agents: { personId: string; name: string }[];
  /** What the reader may do now. */
  actions: ('edit' | 'submit' | 'return' | 'approve' | 'reject')[];
  createdAt: string;
  version: number;
}

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
