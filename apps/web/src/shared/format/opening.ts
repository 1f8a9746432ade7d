import { instantIn } from '@haishi/kernel';

/** A day on which doors are open, its hours in the place's zone: `{ date: '2026-03-28', opens: '09:00', closes: '16:00' }`. */
export interface OpeningDay {
  date: string;
  opens: string;
  closes: string;
}

/** What doors do now: open until `at`, closed until `at`, or closed for good. */
export type Opening = { state: 'open' | 'before'; at: Date } | { state: 'over' };

/** What doors do at `now`, in milliseconds, that are open on these days in `timeZone`. */
export function openingAt(days: readonly OpeningDay[], timeZone: string, now: number): Opening {
  const moment = (day: string, time: string) => instantIn(timeZone, { day, time: `${time}:00` });
  const spans = days
    .map(({ date, opens, closes }) => ({ opens: moment(date, opens), closes: moment(date, closes) }))
    .sort((one, other) => one.opens.getTime() - other.opens.getTime());
  for (const { opens, closes } of spans) {
    if (now < opens.getTime()) return { state: 'before', at: opens };
    if (now < closes.getTime()) return { state: 'open', at: closes };
  }
  return { state: 'over' };
}

/** Days in a row with the same hours, for one line: from the first day to the last. */
export function dayRuns(days: readonly OpeningDay[]): { from: string; to: string; hours: string }[] {
  const runs: { from: string; to: string; hours: string }[] = [];
  for (const { date, opens, closes } of days) {
    const hours = `${opens}–${closes}`;
    const last = runs.at(-1);
    if (last && last.hours === hours && nextDay(last.to) === date) last.to = date;
    else runs.push({ from: date, to: date, hours });
  }
  return runs;
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
