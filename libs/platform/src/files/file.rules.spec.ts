import { describe, expect, it } from 'vitest';
import { attachmentHeader, cleanName, nameForType, sendingHeaders } from './file.rules.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['计划书.pdf', '计划书.pdf'],
    ['C:\\Users\\me\\plan.pdf', 'plan.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..htaccess', 'htaccess'],
    ['  a \t\u3000 b .pdf ', 'a b .pdf'],
    ['a:b*c?d"e<f>g|h.pdf', 'a_b_c_d_e_f_g_h.pdf'],
    ['plan\u202Efdp.exe', 'planfdp.exe'],
    ['a\u200Bb\u0000c\u2028d\u2029e.pdf', 'abcde.pdf'],
    ['', ''],
  ])('%j becomes %j', (given, clean) => expect(cleanName(given)).toBe(clean));

  it('is kept at 180 signs and cut beyond, with its extension', () => {
    const fits = `${'长'.repeat(176)}.pdf`;
    expect(cleanName(fits)).toBe(fits);
    expect(cleanName(`长${fits}`)).toBe(fits);
    expect(cleanName('长'.repeat(181))).toBe('长'.repeat(180));
    expect(cleanName(`${'长'.repeat(180)}.extension`)).toBe('长'.repeat(180));
    const emoji = `${'😀'.repeat(176)}.pdf`;
    expect(cleanName(emoji)).toBe(emoji);
    expect(cleanName(`😀${emoji}`)).toBe(emoji);
  });

  it('ends as its content is', () => {
    expect(nameForType('plan.pdf', 'application/pdf')).toBe('plan.pdf');
    expect(nameForType('PLAN.PDF', 'application/pdf')).toBe('PLAN.PDF');
    expect(nameForType('计划书．ＰＤＦ', 'application/pdf')).toBe('计划书．ＰＤＦ');
    expect(nameForType('plan.exe', 'application/pdf')).toBe('plan.exe.pdf');
    expect(nameForType('planpdf', 'application/pdf')).toBe('planpdf.pdf');
  });

  it('is shown by the browser only as a PDF, and only where that was asked for', () => {
    const pdf = { name: 'plan.pdf', type: 'application/pdf' };
    expect(sendingHeaders(pdf, true)['content-disposition']).toMatch(/^inline; /);
    for (const headers of [
      sendingHeaders(pdf, false),
      sendingHeaders({ name: 'plan.pdf', type: 'text/html' }, true),
      sendingHeaders({ name: 'plan.pdf', type: 'image/svg+xml' }, true),
    ]) {
      expect(headers['content-disposition']).toMatch(/^attachment; /);
      expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    }
  });

  it('is sent in a header that nothing breaks', () => {
    expect(attachmentHeader('plan.pdf')).toBe(`attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`);
    expect(attachmentHeader('计划 "a"\\%.pdf')).toBe(
      `attachment; filename="__ _a___.pdf"; filename*=UTF-8''%E8%AE%A1%E5%88%92%20%22a%22%5C%25.pdf`,
    );
    expect(attachmentHeader(`it's (1)*\r\n.pdf`)).toBe(
      `attachment; filename="it's (1)*__.pdf"; filename*=UTF-8''it%27s%20%281%29%2A%0D%0A.pdf`,
    );
  });
});
