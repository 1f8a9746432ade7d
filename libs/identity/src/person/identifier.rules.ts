import { normaliseWidth, parseResidentNumber } from '@haishi/kernel';
import type { IdentifierType } from './person.entity.js';

/**
 * An identity number in normal form, or `undefined`. Resident numbers by GB 11643 (residence permits of Hong Kong,
 * Macao and Taiwan residents among them); passports by form alone: 5 to 20 letters and digits.
 */
export function parseIdentifier(type: IdentifierType, country: string, text: string, now: Date): string | undefined {
  if (type === 'resident') return country === 'CN' ? parseResidentNumber(text, now) : undefined;
  const number = normaliseWidth(text).replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z0-9]{5,20}$/.test(number) ? number : undefined;
}
