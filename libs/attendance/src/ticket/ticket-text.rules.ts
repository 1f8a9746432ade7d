import { readBase45, writeBase45 } from './base45.rules.js';

/** What a ticket's QR code says, apart from its signature. */
export interface TicketClaim {
  /** Number of the signing key, 0 to 65,535. */
  keyNumber: number;
  /** Number of the event, 32 bits. */
  eventNumber: number;
  /** The ticket's number within its event 票号, 32 bits; drawn at random, so that it cannot be guessed. */
  serial: number;
  /** When the code stops being good, in seconds since 1970. */
  expiresAt: number;
}

/** A ticket's code as read, before its signature is checked. */
export interface TicketText extends TicketClaim {
  /** The bytes under the signature. */
  signed: Uint8Array<ArrayBuffer>;
  /** Ed25519 (RFC 8032), 64 bytes. */
  signature: Uint8Array<ArrayBuffer>;
}

/** Names the format and its version; part of what is signed. */
const PREFIX = 'HS1:';
const CLAIM_LENGTH = 14;
const SIGNATURE_LENGTH = 64;
const TEXT_LENGTH = PREFIX.length + ((CLAIM_LENGTH + SIGNATURE_LENGTH) / 2) * 3;

const withPrefix = (claim: Uint8Array) => Uint8Array.from([...new TextEncoder().encode(PREFIX), ...claim]);

function claimBytes(claim: TicketClaim): Uint8Array {
  const view = new DataView(new ArrayBuffer(CLAIM_LENGTH));
  view.setUint16(0, claim.keyNumber);
  view.setUint32(2, claim.eventNumber);
  view.setUint32(6, claim.serial);
  view.setUint32(10, claim.expiresAt);
  return new Uint8Array(view.buffer);
}

/** The bytes to sign for `claim`. */
export function bytesToSign(claim: TicketClaim): Uint8Array<ArrayBuffer> {
  return withPrefix(claimBytes(claim));
}

/** The text of the QR code: 121 signs, which a QR code of version 5 holds at level M. */
export function writeTicketText(claim: TicketClaim, signature: Uint8Array): string {
  return PREFIX + writeBase45(Uint8Array.from([...claimBytes(claim), ...signature]));
}

/** Reads a scanned text; `undefined` where it is no ticket of ours. The signature is still to be checked. */
export function readTicketText(text: string): TicketText | undefined {
  if (text.length !== TEXT_LENGTH || !text.startsWith(PREFIX)) return undefined;
  const bytes = readBase45(text.slice(PREFIX.length));
  if (bytes?.length !== CLAIM_LENGTH + SIGNATURE_LENGTH) return undefined;
  const view = new DataView(bytes.buffer);
  return {
    keyNumber: view.getUint16(0),
    eventNumber: view.getUint32(2),
    serial: view.getUint32(6),
    expiresAt: view.getUint32(10),
    signed: withPrefix(bytes.subarray(0, CLAIM_LENGTH)),
    signature: bytes.subarray(CLAIM_LENGTH),
  };
}

/** A ticket's number as people read it: ten digits in groups, `0123 456 789`. */
export function formatSerial(serial: number): string {
  const digits = String(serial).padStart(10, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
}

/** A ticket's number as typed by hand: ten digits, full-width ones, spaces and hyphens allowed; `undefined` otherwise. */
export function parseSerial(text: string): number | undefined {
  const digits = text
    .replace(/[\uff10-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000-]/g, '');
  if (!/^\d{10}$/.test(digits)) return undefined;
  const serial = Number(digits);
  return serial <= 0xffffffff ? serial : undefined;
}
