import { describe, expect, it } from 'vitest';
import { admissionPhase, fullness, isAdmitting } from './event.rules.js';

describe('isAdmitting', () => {
  const event = { state: 'active' as const, opensAt: 100, closesAt: 200 };

  it.each([
    [99, false],
    [100, true],
    [199, true],
    [200, false],
  ])('at %d: %s', (at, expected) => expect(isAdmitting(event, at)).toBe(expected));

  it.each(['paused', 'closed'] as const)('never while %s', (state) =>
    expect(isAdmitting({ ...event, state }, 150)).toBe(false),
  );
});

describe('admissionPhase', () => {
  const event = { state: 'active' as const, opensAt: 100, closesAt: 200 };

  it.each([
    [99, 'before'],
    [100, 'admitting'],
    [199, 'admitting'],
    [200, 'over'],
  ])('at %d: %s', (at, expected) => expect(admissionPhase(event, at)).toBe(expected));

  it.each(['paused', 'closed'] as const)('is %s whatever the hour', (state) =>
    expect([50, 150, 250].map((at) => admissionPhase({ ...event, state }, at))).toEqual([state, state, state]),
  );
});

describe('fullness', () => {
  it.each([
    [0, 100, 'room'],
    [89, 100, 'room'],
    [90, 100, 'near'],
    [99, 100, 'near'],
    [100, 100, 'full'],
    [101, 100, 'full'],
    [0, 0, 'full'],
  ])('%d of %d: %s', (inside, capacity, expected) => expect(fullness(inside, capacity)).toBe(expected));
});
