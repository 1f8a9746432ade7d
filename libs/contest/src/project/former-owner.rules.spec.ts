import { expect, it } from 'vitest';
import { goesOnReading } from './former-owner.rules.js';

const AT = new Date('2026-03-01T08:00:00Z');

it('lets who passed a project on read what was handed in, until that ends', () => {
  expect(goesOnReading({ endedAt: null }, { submittedAt: AT })).toBe(true);
  expect(goesOnReading({ endedAt: AT }, { submittedAt: AT })).toBe(false);
  expect(goesOnReading({ endedAt: null }, { submittedAt: null })).toBe(false);
  expect(goesOnReading(null, { submittedAt: AT })).toBe(false);
});
