import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase45, writeBase45 } from './base45.rules.js';
import {
  bytesToSign,
  formatSerial,
  parseSerial,
  readTicketText,
  type TicketClaim,
  writeTicketText,
} from './ticket-text.rules.js';

const claim: TicketClaim = { keyNumber: 7, eventNumber: 4_000_000_001, serial: 12_345, expiresAt: 1_800_000_000 };
const signature = Uint8Array.from({ length: 64 }, (_, index) => index * 3);
const uint32 = fc.integer({ min: 0, max: 0xffffffff });

describe('base45', () => {
  it('writes the examples of RFC 9285', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(writeBase45(bytes('AB'))).toBe('BB8');
    expect(writeBase45(bytes('Hello!!'))).toBe('%69 VD92EX0');
    expect(writeBase45(bytes('base-45'))).toBe('UJCLQE7W581');
    expect(readBase45('QED8WEX0')).toEqual(bytes('ietf!'));
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 90 }),
        (bytes) => void expect(readBase45(writeBase45(bytes))).toEqual(bytes),
      ),
    );
  });

  it.each(['A', 'GGW', 'ZZ', 'ab1', 'BB8B'])('refuses %s', (text) => expect(readBase45(text)).toBeUndefined());
});

describe('ticket text', () => {
  it('is 121 signs of a QR code’s alphanumeric mode', () => {
    const text = writeTicketText(claim, signature);
    expect(text).toHaveLength(121);
    expect(text).toMatch(/^HS1:[0-9A-Z $%*+\-./:]+$/);
  });

  it('reads what it wrote, and what was signed', () => {
    const property = fc.property(
      fc.record({
        keyNumber: fc.integer({ min: 0, max: 0xffff }),
        eventNumber: uint32,
        serial: uint32,
        expiresAt: uint32,
      }),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      (any, sealed) => {
        const read = readTicketText(writeTicketText(any, sealed));
        expect(read).toEqual({ ...any, signed: bytesToSign(any), signature: sealed });
      },
    );
    fc.assert(property);
  });

  it('signs the format’s name with the claim', () => {
    expect(new TextDecoder().decode(bytesToSign(claim).subarray(0, 4))).toBe('HS1:');
    expect(bytesToSign(claim)).toHaveLength(18);
  });

  it.each(['', 'https://example.org', `HS2:${'0'.repeat(117)}`, `HS1:${'0'.repeat(116)}`, `HS1:${'Z'.repeat(117)}`])(
    'refuses %s',
    (text) => expect(readTicketText(text)).toBeUndefined(),
  );
});

describe('ticket number', () => {
  it('is written in groups and read back', () => {
    expect(formatSerial(12_345)).toBe('0000 012 345');
    fc.assert(fc.property(uint32, (serial) => void expect(parseSerial(formatSerial(serial))).toBe(serial)));
  });

  it('takes full-width digits and hyphens', () => expect(parseSerial('\uff10123-456\u3000789 ')).toBe(123_456_789));

  it.each(['', '123', '01234567890', '9999999999', '012345678a'])('refuses %s', (text) =>
    expect(parseSerial(text)).toBeUndefined(),
  );
});
