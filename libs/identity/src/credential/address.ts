import { failure } from '@haishi/contracts';
import { parseMail, parsePhone } from '@haishi/kernel';

/** A mail address or phone number in normal form, told apart. */
export type Address = { mail: string; phone: null } | { mail: null; phone: string };

/** What a person typed as their login. Fails with `identity.address_wrong`, naming `field`. */
export function parseAddress(text: string, field: string): Address {
  const mail = parseMail(text);
  if (mail !== undefined) return { mail, phone: null };
  const phone = parsePhone(text);
  if (phone !== undefined) return { mail: null, phone };
  throw failure('identity.address_wrong', { field });
}

export function addressText(address: Address): string {
  return address.mail ?? address.phone;
}

/** An address of which only its owner recognises the whole: `zh***@example.com`, `138****5678`. */
export function maskAddress(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, Math.min(2, at - 1))}***${address.slice(at)}`;
  return `${address.slice(0, 3)}****${address.slice(-4)}`;
}
