import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, CALENDAR_YEARS, dayAt, workingDay } from './calendar.js';

const countWorking = (year: number) => {
  let count = 0;
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1))
    if (workingDay(day).working) count += 1;
  return count;
};

describe('the working-day calendar', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2025-10-08', false],
    ['2025-09-28', true],
    ['2024-02-09', true],
    ['2024-10-12', true],
    ['2024-06-09', false],
  ])('%s is worked: %s', (day, working) => {
    expect(workingDay(day)).toEqual({ working, certain: true });
  });

  it('gives each known year its number of working days', () => {
    expect(CALENDAR_YEARS.map(countWorking)).toEqual([251, 248, 248]);
  });

  it('says that it does not know beyond the known years', () => {
    expect(workingDay('2027-03-01')).toEqual({ working: true, certain: false });
    expect(workingDay('2027-10-01')).toEqual({ working: false, certain: false });
    expect(addWorkingDays('2026-12-30', 1)).toEqual({ day: '2026-12-31', certain: true });
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ day: '2027-01-04', certain: false });
  });

  it('counts a public notice over exchanged days', () => {
    expect(addWorkingDays('2026-02-12', 5)).toEqual({ day: '2026-02-26', certain: true });
    expect(addWorkingDays('2026-02-12', 0)).toEqual({ day: '2026-02-12', certain: true });
  });

  it('refuses what is no day and no number of days', () => {
    expect(() => workingDay('2026-02-29')).toThrow(RangeError);
    expect(() => workingDay('1.3.2026')).toThrow(RangeError);
    expect(() => addWorkingDays('2026-02-12', -1)).toThrow(RangeError);
  });

  it('knows which day it is in Shijiazhuang', () => {
    expect(dayAt(new Date('2026-02-28T15:59:59Z'))).toBe('2026-02-28');
    expect(dayAt(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01');
    expect(dayAt(new Date('2026-02-28T16:00:00Z'), 'America/New_York')).toBe('2026-02-28');
  });
});
