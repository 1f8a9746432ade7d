import { wallTimeIn } from '@haishi/kernel';

/** A day of the calendar, `2026-03-01`. */
export type Day = string;

interface KnownYear {
  /** The notice of the General Office of the State Council that sets it. */
  source: string;
  /** First and last day of each holiday. */
  holidays: readonly (readonly [first: string, last: string])[];
  /** Days of a weekend that are worked in exchange 调休上班日. */
  workedWeekends: readonly string[];
}

/** What has been announced; a year's notice appears in the November before. Months and days. */
const KNOWN_YEARS: Readonly<Record<number, KnownYear>> = {
  2024: {
    source: '国办发明电〔2023〕7号',
    holidays: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    workedWeekends: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    source: '国办发明电〔2024〕12号',
    holidays: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    workedWeekends: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    source: '国办发明电〔2025〕7号',
    holidays: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    workedWeekends: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

export const CALENDAR_YEARS: readonly number[] = Object.keys(KNOWN_YEARS).map(Number);

export interface WorkingDayAnswer {
  working: boolean;
  /** Whether the year's notice is known; otherwise only weekends and the fixed holidays of 1 January, 1–2 May and 1–3 October are. */
  certain: boolean;
}

const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
const DAY_MILLISECONDS = 86_400_000;

function parse(day: Day): Date {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw new RangeError(`not a day: ${day}`);
  return date;
}

/** The day `days` after `day`, before it where negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(parse(day).getTime() + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Whether `day` is worked in mainland China, with the exchanged weekends 调休. */
export function workingDay(day: Day): WorkingDayAnswer {
  const weekend = [0, 6].includes(parse(day).getUTCDay());
  const monthDay = day.slice(5);
  const known = KNOWN_YEARS[Number(day.slice(0, 4))];
  if (!known) return { working: !weekend && !FIXED_HOLIDAYS.has(monthDay), certain: false };
  if (known.workedWeekends.includes(monthDay)) return { working: true, certain: true };
  const holiday = known.holidays.some(([first, last]) => monthDay >= first && monthDay <= last);
  return { working: !weekend && !holiday, certain: true };
}

/**
 * The `count`-th working day after `day`, which itself does not count; a public notice 公示 of five working days that
 * begins on `day` ends with it. `certain` is false where the count runs into a year whose holidays are not yet known.
 */
export function addWorkingDays(day: Day, count: number): { day: Day; certain: boolean } {
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw new RangeError(`not a number of working days: ${count}`);
  let current = day;
  let certain = true;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    const answer = workingDay(current);
    certain &&= answer.certain;
    if (answer.working) left -= 1;
  }
  return { day: current, certain };
}

/** The day it is at `instant` in a time zone, that of Shijiazhuang unless said otherwise. */
export function dayAt(instant: Date, timeZone = 'Asia/Shanghai'): Day {
  return wallTimeIn(timeZone, instant).day;
}
