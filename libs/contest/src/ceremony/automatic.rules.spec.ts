import { describe, expect, it } from 'vitest';
import { nextDue } from './automatic.rules.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const steps = ['slide', 'call', 'tell', 'end'];

describe('a ceremony that goes on by itself', () => {
  it.each([
    [0, '2026-11-24T10:00:08.000Z'],
    [2, '2026-11-24T10:00:08.000Z'],
  ])('tells the next after step %i in its time', (at, due) => {
    expect(nextDue({ autoSeconds: 8, at, steps }, NOW)?.toISOString()).toBe(due);
  });

  it.each([3, 4])('waits for a hand where only the end is left, after step %i', (at) => {
    expect(nextDue({ autoSeconds: 8, at, steps }, NOW)).toBeNull();
  });

  it('waits for a hand where it goes by hand', () => {
    expect(nextDue({ autoSeconds: null, at: 0, steps }, NOW)).toBeNull();
  });
});
