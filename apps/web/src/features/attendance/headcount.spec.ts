import type { AttendanceMinute, AttendanceScreenSnapshot } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { applyHeadcount, lastHour } from './headcount';

const minute = (number: number, admissions: number): AttendanceMinute => ({ minute: number, admissions, exits: 0 });
const state = (inside: number, curve: AttendanceMinute[]): AttendanceScreenSnapshot => ({
  name: { zh: '', en: '' },
  state: 'active',
  timeZone: 'Asia/Shanghai',
  opensAt: '',
  closesAt: '',
  capacity: 10,
  inside,
  total: { admissions: inside, exits: 0, persons: inside, refusals: 0 },
  gates: [],
  curve,
});

describe('the headcount', () => {
  it('takes a delta’s numbers, and of the curve the minutes it repeats', () => {
    const after = applyHeadcount(
      state(3, [minute(100, 1), minute(101, 2)]),
      state(5, [minute(101, 3), minute(102, 1)]),
    );
    expect(after.inside).toBe(5);
    expect(after.curve).toEqual([minute(100, 1), minute(101, 3), minute(102, 1)]);
  });

  it('lets go of minutes beyond an hour', () => {
    const after = applyHeadcount(state(1, [minute(100, 1), minute(101, 1)]), state(2, [minute(160, 1)]));
    expect(after.curve.map((one) => one.minute)).toEqual([101, 160]);
  });

  it('stays without a curve where nobody came yet', () => {
    expect(applyHeadcount(state(0, []), state(0, [])).curve).toEqual([]);
  });

  it('fills the hour up to now with minutes at nought', () => {
    const hour = lastHour([minute(100, 4)], 101 * 60_000 + 59_999);
    expect(hour).toHaveLength(60);
    expect(hour.at(-1)).toEqual(minute(101, 0));
    expect(hour.at(-2)).toEqual(minute(100, 4));
    expect(hour[0]!.minute).toBe(42);
  });
});
