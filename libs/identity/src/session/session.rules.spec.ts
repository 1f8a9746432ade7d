import { describe, expect, it } from 'vitest';
import { demandsSecondFactor, sessionEnd } from './session.rules.js';

const LIMITS = { staffIdleSeconds: 600, memberIdleSeconds: 43_200 };
const begun = new Date('2026-05-01T08:00:00Z');
const session = { createdAt: begun, expiresAt: new Date('2026-05-08T08:00:00Z') };
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

describe('the end of a session', () => {
  it('comes by idleness, sooner for staff', () => {
    const seen = Date.parse('2026-05-01T09:00:00Z');
    expect(iso(sessionEnd(session, seen, [], LIMITS))).toBe('2026-05-01T21:00:00.000Z');
    expect(iso(sessionEnd(session, seen, [{ role: 'judge' }], LIMITS))).toBe('2026-05-01T21:00:00.000Z');
    expect(iso(sessionEnd(session, seen, [{ role: 'judge' }, { role: 'checker' }], LIMITS))).toBe(
      '2026-05-01T09:10:00.000Z',
    );
  });

  it('comes by age, sooner for staff', () => {
    expect(iso(sessionEnd(session, Date.parse('2026-05-08T07:00:00Z'), [], LIMITS))).toBe('2026-05-08T08:00:00.000Z');
    expect(iso(sessionEnd(session, Date.parse('2026-05-01T19:55:00Z'), [{ role: 'auditor' }], LIMITS))).toBe(
      '2026-05-01T20:00:00.000Z',
    );
  });

  it('knows who is staff', () => {
    expect(demandsSecondFactor([{ role: 'judge' }, { role: 'gate_staff' }])).toBe(false);
    expect(demandsSecondFactor([{ role: 'fair_organiser' }])).toBe(true);
  });
});
