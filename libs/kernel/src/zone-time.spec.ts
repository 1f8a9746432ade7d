import { describe, expect, it } from 'vitest';
import { instantIn, isoIn, isDay, isTimeZone, wallTimeIn } from './zone-time.js';

describe('time zones', () => {
  it('are IANA names', () => {
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Asia/Nowhere')]).toEqual([true, false]);
  });

  it.each([
    ['Asia/Shanghai', '2026-12-31', '17:30:00', '2026-12-31T09:30:00Z'],
    ['Europe/Berlin', '2026-07-01', '09:00:00', '2026-07-01T07:00:00Z'],
    ['America/Los_Angeles', '2026-01-01', '23:00:00', '2026-01-02T07:00:00Z'],
  ])('%s shows %s %s', (zone, day, time, instant) => {
    expect(instantIn(zone, { day, time })).toEqual(new Date(instant));
    expect(wallTimeIn(zone, new Date(instant))).toEqual({ day, time });
  });

  it.each([
    ['put back: the earlier of two', '2026-10-25', '2026-10-25T00:30:00Z'],
    ['put forward: a time that is never shown', '2026-03-29', '2026-03-29T01:30:00Z'],
  ])('have clocks %s', (_, day, instant) => {
    expect(instantIn('Europe/Berlin', { day, time: '02:30:00' })).toEqual(new Date(instant));
  });
});

describe('days', () => {
  it('are real ones', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-1', 'today', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('isoIn', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-24T09:30:00.000Z', '2026-11-24T17:30:00+08:00'],
    ['Europe/Berlin', '2026-07-01T22:00:00.250Z', '2026-07-02T00:00:00.250+02:00'],
    ['America/New_York', '2026-01-01T00:00:00.000Z', '2025-12-31T19:00:00-05:00'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00.000Z', '2026-01-01T05:45:00+05:45'],
    ['Asia/Shanghai', '1890-01-01T00:00:00.000Z', '1890-01-01T00:00:00.000Z'],
  ])('%s %s is %s', (zone, instant, text) => {
    expect(isoIn(zone, new Date(instant))).toBe(text);
    expect(new Date(text).toISOString()).toBe(instant);
  });
});
