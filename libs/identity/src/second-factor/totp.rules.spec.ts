import { describe, expect, it } from 'vitest';
import { acceptedStep, totpCode, totpStep } from './totp.rules.js';

/** The secret of the test vectors in RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('time-based one-time passwords', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('match RFC 6238 at second %d', (seconds, code) => {
    expect(totpCode(SECRET, totpStep(at(seconds)))).toBe(code);
  });

  it('forgive a clock one step off, and no more', () => {
    const step = totpStep(at(1_000_000_000));
    const code = totpCode(SECRET, step);
    expect(acceptedStep(SECRET, code, at(1_000_000_000), 0)).toBe(step);
    expect(acceptedStep(SECRET, code, at(1_000_000_030), 0)).toBe(step);
    expect(acceptedStep(SECRET, code, at(999_999_970), 0)).toBe(step);
    expect(acceptedStep(SECRET, code, at(1_000_000_060), 0)).toBeUndefined();
    expect(acceptedStep(SECRET, code, at(999_999_940), 0)).toBeUndefined();
  });

  it('refuse a step that was used', () => {
    const step = totpStep(at(1_000_000_000));
    const code = totpCode(SECRET, step);
    expect(acceptedStep(SECRET, code, at(1_000_000_000), step - 1)).toBe(step);
    expect(acceptedStep(SECRET, code, at(1_000_000_000), step)).toBeUndefined();
  });
});
