import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import {
  creditCodeCheckDigit,
  normaliseWidth,
  parseCreditCode,
  parseMail,
  parsePhone,
  parseResidentNumber,
  residentCheckDigit,
  isCountryCode,
} from './identifiers.js';

const NOW = new Date('2026-06-30T00:00:00Z');
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Another implementation of the same standards. */
const other = (kind: 'uscc' | 'ric', text: string) => stdnum['CN']![kind]!.validate(text).isValid;

describe('the unified social credit code', () => {
  it('is taken in any width, case and spacing', () => {
    for (const text of ['91110000600037341L', ' 9111 0000 6000 37341l ', '９１１１００００６０００３７３４１Ｌ'])
      expect(parseCreditCode(text)).toBe('91110000600037341L');
  });

  it('is refused with a wrong sign, length or letter', () => {
    for (const text of ['91110000600037341M', '91110000600037341', '91110000600037341LL', '9111000060003734IL', ''])
      expect(parseCreditCode(text)).toBeUndefined();
  });

  it('has the check character that another implementation expects, and no other', () => {
    const numbers = fc.stringMatching(/^9[1-9]\d{6}$/);
    const bodies = fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(numbers, bodies, fc.constantFrom(...SIGNS), (number, body, sign) => {
        const right = creditCodeCheckDigit(number + body);
        // The other one refuses whatever ends in 0, though the standard gives it.
        if (right !== '0') expect(other('uscc', number + body + right)).toBe(true);
        expect(parseCreditCode(number + body + sign) !== undefined).toBe(sign === right);
      }),
    );
  });
});

describe('the resident identity number', () => {
  it('is taken in any width, case and spacing', () => {
    for (const text of ['11010519491231002X', '110105 19491231 002x', '１１０１０５１９４９１２３１００２Ｘ'])
      expect(parseResidentNumber(text, NOW)).toBe('11010519491231002X');
  });

  it('is refused with an impossible or future date of birth, though the check character is right', () => {
    for (const body of ['11010519490230002', '11010519491331002', '11010518490101002', '11010520260701002'])
      expect(parseResidentNumber(body + residentCheckDigit(body), NOW)).toBeUndefined();
    const today = '11010520260630002';
    expect(parseResidentNumber(today + residentCheckDigit(today), NOW)).toBeDefined();
  });

  it('is refused with a wrong check character or form', () => {
    for (const text of ['110105194912310021', '1101051949123100', '11010519491231002XX', '11010519491231002Y'])
      expect(parseResidentNumber(text, NOW)).toBeUndefined();
  });

  it('has the check character that another implementation expects', () => {
    const births = fc.date({ min: new Date('1950-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(births, fc.integer({ min: 0, max: 999 }), (birth, order) => {
        const body = `110105${birth.toISOString().slice(0, 10).replace(/-/g, '')}${String(order).padStart(3, '0')}`;
        const number = body + residentCheckDigit(body);
        expect(other('ric', number)).toBe(true);
        expect(parseResidentNumber(number, NOW)).toBe(number);
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['86 13800138000', '13800138000'],
    ['+4915112345678', '+4915112345678'],
    ['+44 (20) 7946 0958', '+442079460958'],
  ])('%s is %s', (text, number) => expect(parsePhone(text)).toBe(number));

  it.each(['12800138000', '1380013800', '+86 12345678', '4915112345678', '+0123456789', '+123', 'call me'])(
    '%s is none',
    (text) => expect(parsePhone(text)).toBeUndefined(),
  );
});

describe('a mail address', () => {
  it.each([
    [' Root@Example.COM ', 'root@example.com'],
    ['a.b+c@mail.example.org', 'a.b+c@mail.example.org'],
    ['张三@example.org', '张三@example.org'],
  ])('%s is %s', (text, mail) => expect(parseMail(text)).toBe(mail));

  it.each(['a', '@b.org', 'a@b', 'a b@c.org', 'a@b@c.org', `${'a'.repeat(65)}@b.org`, `a@${'b'.repeat(250)}.org`])(
    '%s is none',
    (text) => expect(parseMail(text)).toBeUndefined(),
  );
});

it('letters of full width become half, and outer space goes', () => {
  expect(normaliseWidth('　ＡＢＣ１２３！　')).toBe('ABC123!');
});

describe('a code of a country or region', () => {
  it.each(['CN', 'HK', 'TW', 'DE', 'GB', 'SG'])('%s is one', (text) => expect(isCountryCode(text)).toBe(true));
  it.each(['', 'cn', 'CHN', 'China', '中国', 'XX', 'ZZ', 'EU', 'UK', 'C1'])('%s is none', (text) =>
    expect(isCountryCode(text)).toBe(false),
  );
});
