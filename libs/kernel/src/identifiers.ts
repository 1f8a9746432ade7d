const FULL_WIDTH_OFFSET = 0xfee0;

/** Turns full-width letters, digits and signs into their half-width forms and trims white space. */
export function normaliseWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\u3000/g, ' ')
    .trim();
}

/**
 * The unified social credit code 统一社会信用代码 (GB 32100-2015) in normal form: 18 upper-case characters.
 * Answers `undefined` where form or check digit are wrong.
 */
export function parseCreditCode(text: string): string | undefined {
  const code = normaliseWidth(text).replace(/\s/g, '').toUpperCase();
  if (!/^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$/.test(code)) return undefined;
  return creditCodeCheckDigit(code.slice(0, 17)) === code[17] ? code : undefined;
}

/**
 * The resident identity number 公民身份号码 (GB 11643-1999) in normal form: 18 characters, `X` in upper case.
 * Answers `undefined` for a wrong form, an impossible or future date of birth, or a wrong check digit.
 * Region codes are never refused: abolished ones live on, and 81, 82, 83 are residence permits.
 */
export function parseResidentNumber(text: string, now: Date): string | undefined {
  const number = normaliseWidth(text).replace(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return undefined;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  const birth = new Date(Date.UTC(year, month - 1, day));
  const real = birth.getUTCFullYear() === year && birth.getUTCMonth() === month - 1 && birth.getUTCDate() === day;
  if (!real || year < 1850 || birth.getTime() > now.getTime()) return undefined;
  return residentCheckDigit(number.slice(0, 17)) === number[17] ? number : undefined;
}

/** The check character of GB 11643 over the first 17 digits (ISO 7064 MOD 11-2). */
export function residentCheckDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return '10X98765432'[sum % 11]!;
}

/** The check character of GB 32100-2015 over the first 17 characters. */
export function creditCodeCheckDigit(first17: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let weight = 1;
  let sum = 0;
  for (const sign of first17) {
    sum += alphabet.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/** A mainland mobile number (11 digits) or a foreign one in E.164 (`+` and up to 15 digits); `undefined` otherwise. */
export function parsePhone(text: string): string | undefined {
  const number = normaliseWidth(text).replace(/[\s()-]/g, '');
  const mainland = number.replace(/^\+?86(?=1\d{10}$)/, '');
  if (/^1[3-9]\d{9}$/.test(mainland)) return mainland;
  return /^\+[1-9]\d{6,14}$/.test(number) && !number.startsWith('+86') ? number : undefined;
}

/** A mail address in normal form (trimmed, lower case); `undefined` where it cannot be one. */
export function parseMail(text: string): string | undefined {
  const address = normaliseWidth(text).toLowerCase();
  return address.length <= 254 && /^[^\s@"<>(),:;\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address)
    ? address
    : undefined;
}

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Known to the library of names, but codes of no country or region in ISO 3166-1. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'UK', 'XA', 'XB']);

/** Whether a text is a code of a country or region by ISO 3166-1 alpha-2, in capital letters. */
export function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && !NO_COUNTRY.has(text) && REGIONS.of(text) !== undefined;
}
