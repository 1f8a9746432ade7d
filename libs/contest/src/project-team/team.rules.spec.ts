import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROJECT_STATES } from '../project/project.rules.js';
import {
  answerRefusal,
  INVITATION_ACTIONS,
  INVITATION_STATES,
  type InvitationAction,
  invitationExpiry,
  type InvitationFacts,
  type InvitationRole,
  type InvitationState,
  isConfirmed,
  isInvitedAlong,
  MEMBER_STANDINGS,
  nextInvitation,
  sendingRefusal,
  standingOf,
  takesInvitations,
} from './team.rules.js';

const now = new Date('2026-03-01T00:00:00Z');
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const terms = { name: '王核心', role: '研发', share: 1000 };
const line = { ...terms, mail: 'core@example.com' };
const facts = (state: InvitationState, more: Partial<InvitationFacts> = {}): InvitationFacts => ({
  state,
  expiresAt: at(1),
  agreed: state === 'accepted' ? terms : null,
  ...more,
});
const standing = (invitation?: InvitationFacts, ownMail: string | null = 'lead@example.com') =>
  standingOf(line, invitation, { ownMail, now });

describe('an invitation of a member', () => {
  /** Everything that is allowed; all else is not. */
  const allowed: [InvitationRole, InvitationAction, InvitationState[], InvitationState][] = [
    ['lead', 'invite', ['invited', 'declined', 'withdrawn', 'lapsed', 'left'], 'invited'],
    ['lead', 'withdraw', ['invited', 'accepted'], 'withdrawn'],
    ['invitee', 'accept', ['invited'], 'accepted'],
    ['invitee', 'decline', ['invited'], 'declined'],
    ['teammate', 'confirm', ['accepted'], 'accepted'],
    ['teammate', 'leave', ['accepted'], 'left'],
    ['project', 'lapse', ['invited', 'accepted'], 'lapsed'],
  ];
  for (const state of INVITATION_STATES)
    for (const action of INVITATION_ACTIONS)
      for (const role of ['lead', 'invitee', 'teammate', 'project', 'stranger'] as const) {
        const row = allowed.find((one) => one[0] === role && one[1] === action && one[2].includes(state));
        it(`${role} may ${row ? '' : 'not '}${action} what is ${state}`, () => {
          expect(nextInvitation(state, action, role)).toBe(row?.[3]);
        });
      }

  it('is answered once, within fourteen days, and says why it cannot be any more', () => {
    expect(invitationExpiry(now)).toEqual(new Date('2026-03-15T00:00:00Z'));
    expect(INVITATION_STATES.map((state) => answerRefusal({ state, expiresAt: at(1) }, now))).toEqual([
      undefined,
      'team.answered',
      'team.answered',
      'team.withdrawn',
      'team.lapsed',
      'team.answered',
    ]);
    expect(answerRefusal({ state: 'invited', expiresAt: now }, now)).toBe('team.expired');
  });

  it('is sent while the project takes part, five times at most and not twice within ten minutes', () => {
    expect(PROJECT_STATES.filter(takesInvitations)).toEqual(['draft', 'submitted', 'returned', 'accepted']);
    expect(sendingRefusal(undefined, now)).toBeUndefined();
    expect(sendingRefusal({ timesSent: 1, sentAt: at(-600_000) }, now)).toBeUndefined();
    expect(sendingRefusal({ timesSent: 1, sentAt: at(-540_001) }, now)).toEqual({
      code: 'team.sent_lately',
      params: { minutes: 1 },
    });
    expect(sendingRefusal({ timesSent: 5, sentAt: at(-86_400_000) }, now)).toEqual({
      code: 'team.sent_often',
      params: { max: 5 },
    });
  });
});

describe('a member', () => {
  it('is the lead, not invited, or stands as their invitation says', () => {
    expect(standing(facts('declined'), 'core@example.com')).toBe('lead');
    expect(standing()).toBe('none');
    expect(standingOf({ ...line, mail: '' }, undefined, { ownMail: null, now })).toBe('none');
    expect(standing(facts('invited', { expiresAt: now }))).toBe('expired');
    expect(INVITATION_STATES.map((state) => standing(facts(state)))).toEqual([...INVITATION_STATES]);
  });

  it('agrees to the name, the role and the share that they accepted, and to no other', () => {
    for (const change of [{ name: '王' }, { role: '顾问' }, { share: 10 }, { share: null }])
      expect(standingOf({ ...line, ...change }, facts('accepted'), { ownMail: null, now })).toBe('changed');
    expect(standing(facts('accepted', { agreed: null }))).toBe('changed');
  });

  it('counts as confirmed only where they accepted or lead it, whatever else is on record', () => {
    expect(MEMBER_STANDINGS.filter(isConfirmed)).toEqual(['lead', 'accepted']);
    const anyTerms = fc.record({ name: fc.string(), role: fc.string(), share: fc.option(fc.nat(10_000)) });
    fc.assert(
      fc.property(
        fc.constantFrom(...INVITATION_STATES),
        anyTerms,
        fc.option(anyTerms),
        fc.integer({ min: -10, max: 10 }),
        (state, named, agreed, expires) => {
          const invitation = { state, agreed, expiresAt: at(expires) };
          const confirmed = isConfirmed(
            standingOf({ ...named, mail: 'a@example.com' }, invitation, { ownMail: null, now }),
          );
          return !confirmed || (state === 'accepted' && JSON.stringify(agreed) === JSON.stringify(named));
        },
      ),
    );
  });

  it('is asked along with all others unless they were asked or said no', () => {
    expect(MEMBER_STANDINGS.filter(isInvitedAlong)).toEqual(['none', 'lapsed', 'changed']);
  });
});
