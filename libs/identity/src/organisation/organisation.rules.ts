import { StateMachine } from '@haishi/kernel';

export const ORGANISATION_STATES = ['draft', 'submitted', 'returned', 'approved', 'rejected'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];
export type OrganisationAction = 'submit' | 'return' | 'approve' | 'reject';

/** How an organisation is vetted. An approval can be withdrawn by returning it. */
export const ORGANISATION_MACHINE = new StateMachine<OrganisationState, OrganisationAction>(ORGANISATION_STATES, {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  return: { from: ['submitted', 'approved'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  reject: { from: ['submitted'], to: 'rejected' },
});

/** Whether its agents may change it and its papers: while it is theirs to work on. */
export function isEditable(state: OrganisationState): boolean {
  return ORGANISATION_MACHINE.next(state, 'submit') !== undefined;
}

/**
 * The nature of an employer 单位性质: state-owned, private or foreign-invested company, public institution 事业单位,
 * university, research institute, hospital, recruitment agency 人力资源服务机构, other.
 */
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

/** Papers that prove what an organisation is and who acts for it. */
export const EVIDENCE_KINDS = [
  'business_licence',
  'authorisation_letter',
  'agent_identity',
  'parent_licence',
  'agency_permit',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * The evidence that must be there before an organisation is submitted: licence 营业执照, sealed authorisation
 * letter 授权书 and the agent's identity; a branch adds its parent's licence, an agency its permit 人力资源服务许可证.
 */
export function requiredEvidence(organisation: { kind: OrganisationKind; branch: boolean }): EvidenceKind[] {
  const kinds: EvidenceKind[] = ['business_licence', 'authorisation_letter', 'agent_identity'];
  if (organisation.branch) kinds.push('parent_licence');
  if (organisation.kind === 'agency') kinds.push('agency_permit');
  return kinds;
}

/** The required kinds of evidence that are not among `present`. */
export function missingEvidence(
  organisation: { kind: OrganisationKind; branch: boolean },
  present: readonly string[],
): EvidenceKind[] {
  return requiredEvidence(organisation).filter((kind) => !present.includes(kind));
}
