import { describe, expect, it } from 'vitest';
import { parseIdentifier } from './identifier.rules.js';

const NOW = new Date('2026-05-01T00:00:00Z');

describe('an identity number', () => {
  it('of a resident passes GB 11643, residence permits among them', () => {
    expect(parseIdentifier('resident', 'CN', ' 11010519491231002x', NOW)).toBe('11010519491231002X');
    expect(parseIdentifier('resident', 'CN', '110105194912310021', NOW)).toBeUndefined();
    expect(parseIdentifier('resident', 'US', '11010519491231002X', NOW)).toBeUndefined();
  });

  it('of a passport is checked by form', () => {
    expect(parseIdentifier('passport', 'US', ' e 1234-5678', NOW)).toBe('E12345678');
    expect(parseIdentifier('passport', 'US', 'Ｅ12345678', NOW)).toBe('E12345678');
    expect(parseIdentifier('passport', 'US', '1234', NOW)).toBeUndefined();
    expect(parseIdentifier('passport', 'US', 'E1234567/8', NOW)).toBeUndefined();
  });
});
