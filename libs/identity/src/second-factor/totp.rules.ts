import { createHmac } from 'node:crypto';

/** RFC 6238 with the parameters every authenticator understands: SHA-1, 6 digits, 30 seconds. */
export const TOTP_STEP_SECONDS = 30;
/** Steps that a device's clock may be off, each way. */
const WINDOW = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base 32 (RFC 4648 §6), without padding. */
export function toBase32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The bytes of a base-32 text; throws for other characters. */
export function fromBase32(text: string): Buffer {
  let bits = '';
  for (const sign of text) {
    const value = BASE32.indexOf(sign);
    if (value < 0) throw new RangeError('not base 32');
    bits += value.toString(2).padStart(5, '0');
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The step that a moment lies in. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / TOTP_STEP_SECONDS);
}

/** The code of one step (RFC 4226 §5.3). `secret` in base 32. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = digest[19]! & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/**
 * The step whose code this is, or `undefined`. A step at or before `lastStep` was used already and is refused
 * (RFC 6238 §5.2), so that a code looked over someone's shoulder is worth nothing.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const current = totpStep(now);
  for (let step = current - WINDOW; step <= current + WINDOW; step += 1)
    if (step > lastStep && totpCode(secret, step) === code) return step;
  return undefined;
}

/** What an authenticator reads from a QR code. */
export function totpUri(secret: string, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=${TOTP_STEP_SECONDS}`;
}
