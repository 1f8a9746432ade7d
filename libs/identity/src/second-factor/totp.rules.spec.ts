import { describe, expect, it } from 'vitest';
import { acceptedStep, fromBase32, toBase32, totpCode, totpStep, totpUri } from './totp.rules.js';

/** The secret of the test vectors in RFC 6238, appendix B. */
const SECRET = toBase32(Buffer.from('12345678901234567890'));
const at = (seconds: number) => new Date(seconds * 1000);

describe('time-based one-time passwords', () => {
  it('write base 32 as RFC 4648 does', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(toBase32(Buffer.from('f'))).toBe('MY');
    expect(fromBase32('MZXW6YTBOI').toString()).toBe('foobar');
    expect(() => fromBase32('mz1')).toThrow(RangeError);
  });

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

  it('are handed to an authenticator as an address', () => {
    expect(totpUri('ABC', '张三', 'Haishi')).toBe(
      'otpauth://totp/Haishi:%E5%BC%A0%E4%B8%89?secret=ABC&issuer=Haishi&algorithm=SHA1&digits=6&period=30',
    );
  });
});
