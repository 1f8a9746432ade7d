import { describe, expect, it } from 'vitest';
import {
  isActive,
  PARTICIPATION_MACHINE,
  PARTICIPATION_STATES,
  readiness,
  type ReadinessFacts,
} from './participation.rules.js';

describe('PARTICIPATION_MACHINE', () => {
  it('offers each state its actions', () => {
    expect(PARTICIPATION_STATES.map((state) => [state, PARTICIPATION_MACHINE.actions(state)])).toEqual([
      ['applied', ['approve', 'return', 'reject', 'withdraw']],
      ['returned', ['resubmit', 'reject', 'withdraw']],
      ['approved', ['return', 'withdraw']],
      ['rejected', []],
      ['withdrawn', []],
    ]);
  });

  it('counts three states as active', () => {
    expect(PARTICIPATION_STATES.filter(isActive)).toEqual(['applied', 'returned', 'approved']);
  });
});

describe('readiness', () => {
  const none = { draft: 0, submitted: 0, returned: 0, approved: 0 };
  const facts: ReadinessFacts = {
    organisationState: 'draft',
    missingEvidence: 2,
    participation: null,
    positions: none,
  };
  const states = (changes: Partial<ReadinessFacts>) => Object.values(readiness({ ...facts, ...changes })).join(' ');

  it.each<[Partial<ReadinessFacts>, string]>([
    [{}, 'todo blocked blocked blocked blocked'],
    [{ missingEvidence: 0 }, 'done todo blocked blocked blocked'],
    [{ missingEvidence: 0, organisationState: 'submitted' }, 'done waiting blocked blocked blocked'],
    [{ missingEvidence: 0, organisationState: 'returned' }, 'done todo blocked blocked blocked'],
    [{ organisationState: 'approved' }, 'done done todo blocked blocked'],
    [{ organisationState: 'approved', participation: 'applied' }, 'done done waiting blocked blocked'],
    [{ organisationState: 'approved', participation: 'withdrawn' }, 'done done todo blocked blocked'],
    [{ organisationState: 'approved', participation: 'approved' }, 'done done done todo blocked'],
    [
      { organisationState: 'approved', participation: 'approved', positions: { ...none, draft: 1, approved: 3 } },
      'done done done todo blocked',
    ],
    [
      { organisationState: 'approved', participation: 'approved', positions: { ...none, returned: 1, submitted: 3 } },
      'done done done todo blocked',
    ],
    [
      { organisationState: 'approved', participation: 'approved', positions: { ...none, submitted: 1, approved: 3 } },
      'done done done waiting blocked',
    ],
    [
      { organisationState: 'approved', participation: 'approved', positions: { ...none, approved: 3 } },
      'done done done done later',
    ],
  ])('%j: %s', (changes, expected) => expect(states(changes)).toBe(expected));
});
