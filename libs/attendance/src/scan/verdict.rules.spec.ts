import { describe, expect, it } from 'vitest';
import { judge, PRESENTATION_FAULTS, type ScanFacts } from './verdict.rules.js';
import { correctedTime } from './clock.rules.js';

const open: ScanFacts = {
  direction: 'in',
  at: 150,
  event: { state: 'active', opensAt: 100, closesAt: 200, reentry: 'allowed' },
  gate: { state: 'open' },
  ticket: { state: 'valid', inside: false, admissions: 0 },
  full: false,
};
const inside = { state: 'valid', inside: true, admissions: 1 } as const;
const left = { state: 'valid', inside: false, admissions: 1 } as const;
const never = { ...open.event, reentry: 'never' } as const;
const reason = (change: Partial<ScanFacts>) => judge({ ...open, ...change }).reason;

describe('judge', () => {
  it('accepts a valid ticket at an open gate', () => expect(judge(open)).toEqual({ answer: 'accepted', reason: null }));

  it.each(PRESENTATION_FAULTS)('refuses %s whatever else holds, in either direction', (fault) => {
    expect(judge({ ...open, fault })).toEqual({ answer: 'refused', reason: fault });
    expect(reason({ fault, direction: 'out', ticket: inside })).toBe(fault);
  });

  it('refuses a revoked ticket before anything the holder could wait for', () =>
    expect(reason({ ticket: { ...inside, state: 'revoked' }, full: true, gate: { state: 'closed' } })).toBe('revoked'));

  it('refuses who is inside already', () => expect(reason({ ticket: inside, full: true })).toBe('already_inside'));
  it('lets in again who left', () => expect(reason({ ticket: left })).toBeNull());
  it('refuses re-entry where the event knows none', () =>
    expect(reason({ ticket: left, event: never })).toBe('reentry_not_allowed'));
  it('tells who is inside so, even where re-entry is not allowed', () =>
    expect(reason({ ticket: inside, event: never })).toBe('already_inside'));
  it('refuses at a closed gate', () => expect(reason({ gate: { state: 'closed' } })).toBe('gate_closed'));
  it('refuses before and after the hours', () => {
    expect(reason({ at: 99 })).toBe('event_not_open');
    expect(reason({ at: 200 })).toBe('event_not_open');
  });
  it('refuses while entry is paused', () =>
    expect(reason({ event: { ...open.event, state: 'paused' } })).toBe('event_not_open'));
  it('refuses at capacity', () => expect(reason({ full: true })).toBe('capacity_reached'));

  it('lets everyone out who is inside', () => {
    const out: Partial<ScanFacts> = { direction: 'out', at: 500, full: true, gate: { state: 'closed' } };
    expect(reason({ ...out, ticket: inside })).toBeNull();
    expect(reason({ ...out, ticket: { ...inside, state: 'revoked' } })).toBeNull();
  });
  it('refuses to let out who is not inside', () =>
    expect(reason({ direction: 'out', ticket: left })).toBe('not_inside'));
});

describe('correctedTime', () => {
  const times = { deviceAt: 1_000, sentAt: 1_500, receivedAt: 61_500, notBefore: 0 };

  it('moves a slow clock forward and a fast one back', () => {
    expect(correctedTime(times)).toBe(61_000);
    expect(correctedTime({ ...times, deviceAt: 901_000, sentAt: 901_500 })).toBe(61_000);
  });
  it('never lies after the receipt', () => expect(correctedTime({ ...times, deviceAt: 2_000 })).toBe(61_500));
  it('never lies before the device was registered', () =>
    expect(correctedTime({ ...times, deviceAt: -9e12, notBefore: 60_000 })).toBe(60_000));
});
