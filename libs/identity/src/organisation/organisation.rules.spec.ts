import { describe, expect, it } from 'vitest';
import {
  isEditable,
  missingEvidence,
  ORGANISATION_MACHINE,
  ORGANISATION_STATES,
  requiredEvidence,
} from './organisation.rules.js';

describe('vetting an organisation', () => {
  it('allows in each state', () => {
    const allowed = Object.fromEntries(
      ORGANISATION_STATES.map((state) => [state, ORGANISATION_MACHINE.actions(state)]),
    );
    expect(allowed).toEqual({
      draft: ['submit'],
      submitted: ['return', 'approve', 'reject'],
      returned: ['submit'],
      approved: ['return'],
      rejected: [],
    });
  });
});

it('is for agents to edit before it is handed in', () => {
  expect(ORGANISATION_STATES.filter(isEditable)).toEqual(['draft', 'returned']);
});

describe('evidence', () => {
  it('is the licence, the letter and the agent’s identity', () => {
    expect(requiredEvidence({ kind: 'private', branch: false })).toEqual([
      'business_licence',
      'authorisation_letter',
      'agent_identity',
    ]);
  });

  it('is more for a branch and for an agency', () => {
    expect(requiredEvidence({ kind: 'agency', branch: true })).toEqual([
      'business_licence',
      'authorisation_letter',
      'agent_identity',
      'parent_licence',
      'agency_permit',
    ]);
  });

  it('is missing by kind', () => {
    expect(
      missingEvidence({ kind: 'agency', branch: false }, ['agent_identity', 'parent_licence', 'business_licence']),
    ).toEqual(['authorisation_letter', 'agency_permit']);
  });
});
