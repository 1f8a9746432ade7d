import { randomInt } from 'node:crypto';

/** Crockford's base 32: no letter is taken for a figure. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = 4;

/** A new check code 校验码 of 80 random bits: whoever has it holds the paper, and nobody finds one by trying. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** As it is printed: `7G3K-9QTN-…`. */
export function printedCode(code: string): string {
  return code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}

/** What somebody typed or scanned, as it is stored; undefined where it cannot be a code. */
export function parseCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : undefined;
}

/** The number of an edition's `serial`-th certificate: `HSB-2026-A0001`. */
export function certificateNumber(editionCode: string, serial: number): string {
  return `${editionCode}-A${String(serial).padStart(4, '0')}`;
}
