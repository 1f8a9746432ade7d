import { dayAt } from '@haishi/reference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationDays } from './days.rules.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-01-01T00:30:00Z');
/** Three moments of a month that begins somewhere in two years, so that clocks are changed in some. */
const moments = fc
  .tuple(fc.integer({ min: 0, max: 730 }), fc.array(fc.integer({ min: 0, max: 720 }), { minLength: 3, maxLength: 3 }))
  .map(([day, hours]) => hours.sort((a, b) => a - b).map((hour) => new Date(START + (day * 24 + hour) * HOUR)));
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Kolkata',
  'America/Santiago',
  'Pacific/Kiritimati',
);

describe('the days of registration', () => {
  it('follow one another without a gap, and each moment lies in the day that clocks show', () => {
    fc.assert(
      fc.property(moments, fc.double({ min: 0, max: 1, noNaN: true }), zone, (found, at, inZone) => {
        const [opensAt, one, other] = found as [Date, Date, Date];
        for (const [closesAt, now] of [
          [one, other],
          [other, one],
        ] as const) {
          const days = registrationDays({ opensAt, closesAt }, now, inZone);
          for (const [index, { from }] of days.entries()) if (index > 0) expect(from).toEqual(days[index - 1]!.until);
          const moment = new Date(opensAt.getTime() + Math.floor(at * (one.getTime() - opensAt.getTime())));
          const within = days.filter(({ from, until }) => from <= moment && moment < until);
          expect(within.map(({ day }) => day)).toEqual([dayAt(moment, inZone)]);
          expect(days.at(-1)!.day).toBe(dayAt(one, inZone));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are none before it opens, and none without a date', () => {
    const now = new Date('2026-11-01T00:00:00Z');
    const later = new Date('2026-11-01T06:00:00Z');
    expect(registrationDays({ opensAt: later, closesAt: null }, now, 'Asia/Shanghai')).toEqual([]);
    expect(registrationDays({ opensAt: null, closesAt: later }, now, 'Asia/Shanghai')).toEqual([]);
  });

  it('have 23 hours where clocks are put forward', () => {
    const [day] = registrationDays(
      { opensAt: new Date('2026-03-08T12:00:00Z'), closesAt: new Date('2026-03-08T13:00:00Z') },
      new Date('2026-12-01T00:00:00Z'),
      'America/New_York',
    );
    expect(day!.until.getTime() - day!.from.getTime()).toBe(23 * HOUR);
  });
});
