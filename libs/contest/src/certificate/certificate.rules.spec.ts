import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateNumber, newCode, parseCode, printedCode } from './certificate.rules.js';

describe('the check code of a certificate', () => {
  it('is read as it was printed, and as hands type it', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const code = newCode();
        const printed = printedCode(code);
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        for (const typed of [printed, code, printed.toLowerCase(), ` ${printed.replaceAll('-', ' ')} `])
          expect(parseCode(typed)).toBe(code);
        expect(parseCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it.each(['', '7G3K', '7G3K-9QTN-AAAA-BBBU', '7G3K-9QTN-AAAA-BBBBB', '../../etc/passwd', '７Ｇ３Ｋ'])(
    '%s is none',
    (typed) => expect(parseCode(typed)).toBeUndefined(),
  );

  it('is not given twice', () => {
    expect(new Set(Array.from({ length: 1000 }, newCode)).size).toBe(1000);
  });
});

describe('the number of a certificate', () => {
  it('counts within its edition', () => {
    expect(certificateNumber('HSB-2026', 7)).toBe('HSB-2026-A0007');
    expect(certificateNumber('HSB-2026', 12345)).toBe('HSB-2026-A12345');
  });
});
