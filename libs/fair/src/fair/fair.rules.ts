import type { ErrorCode, LocalText } from '@haishi/contracts';
import {
  type FieldFailure,
  instantIn,
  isDay,
  isTimeZone,
  StateMachine,
  wallTimeIn,
  type FailureParams,
} from '@haishi/kernel';

export const FAIR_STATES = ['draft', 'open', 'closed'] as const;
export type FairState = (typeof FAIR_STATES)[number];
export type FairAction = 'open' | 'close';

/** A draft is seen by staff alone; an open fair takes employers; a closed one can be read, and opened again. */
export const FAIR_MACHINE = new StateMachine<FairState, FairAction>(FAIR_STATES, {
  open: { from: ['draft', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
});

/** One day of a fair, its hours in the fair's zone: `{ date: '2026-03-28', opens: '09:00', closes: '16:00' }`. */
export interface FairDay {
  date: string;
  opens: string;
  closes: string;
}

export interface FairZone extends LocalText {
  code: string;
}

/** From this approved capacity a large-event safety permit is needed (大型群众性活动安全管理条例 §2). */
export const PERMIT_FROM = 1_000;

export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What of a fair's settings can contradict itself. */
export interface FairSettings {
  timeZone: string;
  days: readonly FairDay[];
  zones: readonly FairZone[];
  gates: readonly string[];
  employerSignInBy: string;
}

/** Every contradiction in the settings, each with its field. */
export function findFaults(settings: FairSettings): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const add = (field: string, code: ErrorCode, value?: string) =>
    faults.push({ field, code, ...(value === undefined ? {} : { params: { value } }) });
  if (!isTimeZone(settings.timeZone)) add('timeZone', 'fair.unknown_time_zone', settings.timeZone);
  const dates = new Set<string>();
  for (const [index, day] of settings.days.entries()) {
    if (!isDay(day.date)) add(`days.${index}.date`, 'fair.not_a_day', day.date);
    else if (dates.has(day.date)) add(`days.${index}.date`, 'fair.duplicate_day', day.date);
    dates.add(day.date);
    const wrong = (['opens', 'closes'] as const).filter((hour) => !isTimeOfDay(day[hour]));
    for (const hour of wrong) add(`days.${index}.${hour}`, 'fair.not_a_time', day[hour]);
    if (wrong.length === 0 && day.closes <= day.opens) add(`days.${index}.closes`, 'fair.closes_before_opens');
  }
  if (!isTimeOfDay(settings.employerSignInBy)) add('employerSignInBy', 'fair.not_a_time', settings.employerSignInBy);
  else if (settings.days.some((day) => isTimeOfDay(day.closes) && settings.employerSignInBy >= day.closes))
    add('employerSignInBy', 'fair.sign_in_after_close');
  for (const [field, value] of repeated(
    'zones',
    settings.zones.map((zone) => zone.code),
  ))
    add(`${field}.code`, 'fair.duplicate_code', value);
  for (const [field, value] of repeated('gates', settings.gates)) add(field, 'fair.duplicate_code', value);
  return faults;
}

function repeated(list: string, values: readonly string[]): [string, string][] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [[`${list}.${index}`, value] as [string, string]] : [],
  );
}

/** The day of a fair that is under way at `now` or comes next; whether it is today, and whether its doors are open. */
export function dayNow(
  { days, timeZone }: { days: readonly FairDay[]; timeZone: string },
  now: Date,
): { day: FairDay; today: boolean; open: boolean } | undefined {
  const { day: date, time } = wallTimeIn(timeZone, now);
  const [day] = days
    .filter((one) => one.date > date || (one.date === date && time < one.closes))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  if (!day) return undefined;
  const today = day.date === date;
  return { day, today, open: today && time >= day.opens };
}

/** When a day's doors are open, in words: the date only where it is not today. */
export function dayWords({ day, today }: { day: FairDay; today: boolean }): LocalText {
  const hours = `${day.opens}–${day.closes}`;
  if (today) return { zh: hours, en: hours };
  const date = new Date(`${day.date}T00:00:00Z`);
  const write = (locale: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(date);
  return { zh: `${write('zh-CN')} ${hours}`, en: `${write('en-GB')}, ${hours}` };
}

/** Why a fair may not be opened now, or `undefined`. */
export function openingFault(
  fair: { approvedCapacity: number; permitNumber: string | null; days: readonly FairDay[]; timeZone: string },
  now: Date,
): { code: ErrorCode; params: FailureParams } | undefined {
  if (fair.approvedCapacity >= PERMIT_FROM && !fair.permitNumber)
    return { code: 'fair.permit_missing', params: { capacity: fair.approvedCapacity } };
  const last = lastDay(fair.days);
  return wallTimeIn(fair.timeZone, now).day > last ? { code: 'fair.over', params: { day: last } } : undefined;
}

/** Whether employers can apply at `now`. */
export function acceptsApplications(fair: { state: FairState; applyBy: Date | null }, now: Date): boolean {
  return fair.state === 'open' && (fair.applyBy === null || now.getTime() < fair.applyBy.getTime());
}

export function lastDay(days: readonly FairDay[]): string {
  return days.reduce((last, day) => (day.date > last ? day.date : last), '');
}

/** From the first opening to the last closing. */
export function fairPeriod(fair: { days: readonly FairDay[]; timeZone: string }): { opensAt: Date; closesAt: Date } {
  const opens = fair.days.map((day) => instantIn(fair.timeZone, { day: day.date, time: `${day.opens}:00` }).getTime());
  const closes = fair.days.map((day) =>
    instantIn(fair.timeZone, { day: day.date, time: `${day.closes}:00` }).getTime(),
  );
  return { opensAt: new Date(Math.min(...opens)), closesAt: new Date(Math.max(...closes)) };
}
