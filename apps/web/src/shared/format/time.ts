import type { Locale } from '@haishi/contracts';

/** The zone of the office, for what belongs to no edition and no fair. */
export const BEIJING = 'Asia/Shanghai';
/** The reader's own zone. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const DAY = 86_400_000;
const tag = (locale: Locale) => (locale === 'zh' ? 'zh-CN' : 'en-GB');

/** Whether the reader's clock shows another time than `zone`'s at `instant`. */
export function differsFrom(instant: Date, zone: string): boolean {
  const at = (timeZone: string) => instant.toLocaleString('en', { timeZone });
  return at(ownZone()) !== at(zone);
}

/** Date and minute in `timeZone`; the year only where it is not this one, or `always`. */
export function formatInstant(
  instant: Date,
  locale: Locale,
  now: number,
  timeZone = ownZone(),
  seconds = false,
  year: 'always' | 'other' = 'other',
): string {
  return new Intl.DateTimeFormat(tag(locale), {
    ...(year === 'other' && sameYear(instant, now, timeZone) ? {} : { year: 'numeric' }),
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
    timeZone,
  }).format(instant);
}

/** What the clocks of `timeZone` show at `instant`, to the minute, as a date-time field holds it. */
export const minuteOn = (instant: Date, timeZone: string): string =>
  instant.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T');

/** The day in `timeZone`. */
export function formatDay(instant: Date, locale: Locale, now: number, timeZone = ownZone()): string {
  return new Intl.DateTimeFormat(tag(locale), {
    ...(sameYear(instant, now, timeZone) ? {} : { year: 'numeric' }),
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    timeZone,
  }).format(instant);
}

/** A day of the calendar (`2026-12-04`), with its year. */
export function formatDate(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tag(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** From one moment to another in `timeZone`, the zone named. */
export function formatPeriod(from: Date, to: Date, locale: Locale, timeZone: string): string {
  const format = new Intl.DateTimeFormat(tag(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const zone = zoneName(from, locale, timeZone);
  return locale === 'zh' ? `${format.formatRange(from, to)}（${zone}）` : `${format.formatRange(from, to)} (${zone})`;
}

function sameYear(instant: Date, now: number, timeZone: string): boolean {
  const year = (at: Date) => at.toLocaleString('en', { year: 'numeric', timeZone });
  return year(instant) === year(new Date(now));
}

/** "3 分钟前" within a day of `now`; `undefined` beyond, where the absolute time reads better. */
export function formatRelative(instant: Date, locale: Locale, now: number): string | undefined {
  const difference = instant.getTime() - now;
  if (Math.abs(difference) >= DAY) return undefined;
  const relative = new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' });
  const seconds = Math.round(difference / 1000);
  if (Math.abs(seconds) < 60) return relative.format(Math.abs(seconds) < 10 ? 0 : seconds, 'second');
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  return relative.format(Math.round(minutes / 60), 'hour');
}

/** Days, hours, minutes and seconds until `deadline`; all zero once it has passed. */
export function remaining(
  deadline: Date,
  now: number,
): { days: number; hours: number; minutes: number; seconds: number; over: boolean } {
  const left = Math.max(0, Math.ceil((deadline.getTime() - now) / 1000));
  return {
    days: Math.floor(left / 86_400),
    hours: Math.floor(left / 3600) % 24,
    minutes: Math.floor(left / 60) % 60,
    seconds: left % 60,
    over: left === 0,
  };
}

/** The reader's name for a zone, such as "北京时间" or "Central European Time"; the same in summer and in winter. */
export const zoneName = (instant: Date, locale: Locale, timeZone = ownZone()): string =>
  nameOf(instant, locale, timeZone, 'longGeneric');

/** As `zoneName`, in a few signs: "GMT+2" instead of "Central European Time". */
export const shortZoneName = (instant: Date, locale: Locale, timeZone = ownZone()): string =>
  nameOf(instant, locale, timeZone, 'shortOffset');

function nameOf(instant: Date, locale: Locale, timeZone: string, timeZoneName: 'longGeneric' | 'shortOffset'): string {
  if (timeZone === BEIJING) return locale === 'zh' ? '北京时间' : 'Beijing time';
  const parts = new Intl.DateTimeFormat(tag(locale), { timeZone, timeZoneName }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** A moment as a place sets it. */
export interface SetMoment {
  /** By the clocks of the place, its zone named. */
  set: string;
  /** By the reader's own clock, named; undefined where it shows the same. */
  own: string | undefined;
}

/** Tells a moment that is set in `timeZone`: to the second where it is not on the minute. */
export function setMoment(instant: Date, locale: Locale, now: number, timeZone: string): SetMoment {
  const write = (zone: string) =>
    `${formatInstant(instant, locale, now, zone, offMinute(instant))}\u00a0${zoneName(instant, locale, zone)}`;
  return { set: write(timeZone), own: differsFrom(instant, timeZone) ? write(ownZone()) : undefined };
}

/** Whether a moment needs its seconds told. */
export const offMinute = (instant: Date): boolean => instant.getUTCSeconds() !== 0;
