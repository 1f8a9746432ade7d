import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, parseCode, printedCode } from '../certificate/certificate.rules.js';
import { checkLateExpiry, lateCodeHash, lateCodeState } from './late-code.rules.js';

const now = new Date('2026-03-01T00:00:00.000Z');
const code = { expiresAt: new Date('2026-03-02T00:00:00Z'), uses: 2, used: 1, revokedAt: null };

describe('a late code', () => {
  it('lets projects in while it is neither revoked, expired nor used up', () => {
    expect(lateCodeState(code, now)).toBe('good');
    expect(lateCodeState({ ...code, used: 2 }, now)).toBe('used_up');
    expect(lateCodeState(code, new Date('2026-03-02T00:00:00.999Z'))).toBe('good');
    expect(lateCodeState(code, new Date('2026-03-02T00:00:01Z'))).toBe('expired');
    expect(lateCodeState({ ...code, used: 2, revokedAt: now }, new Date('2026-03-03T00:00:00Z'))).toBe('revoked');
  });

  it('is never good with more uses than it has', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), (uses, used) => {
        expect(lateCodeState({ ...code, uses, used }, now) === 'good').toBe(used < uses);
      }),
    );
  });

  it.each([
    [0, ['late_code.expiry_past']],
    [1, []],
    [60 * 86_400_000, []],
    [60 * 86_400_000 + 1, ['late_code.expiry_too_far']],
  ])('made to expire in %d ms', (later, codes) => {
    const faults = checkLateExpiry(new Date(now.getTime() + later), now);
    expect(faults.map((fault) => fault.code)).toEqual(codes);
  });

  it('is stored as the same hash however it is typed, and says nothing of itself', () => {
    const made = newCode();
    const typed = printedCode(made).toLowerCase().replaceAll('-', ' ');
    expect(lateCodeHash(parseCode(typed)!)).toBe(lateCodeHash(made));
    expect(lateCodeHash(made)).not.toContain(made);
    expect(lateCodeHash(newCode())).not.toBe(lateCodeHash(made));
  });
});
