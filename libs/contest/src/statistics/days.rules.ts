import { instantIn } from '@haishi/kernel';
import { addDays, dayAt } from '@haishi/reference';

/** A calendar day of a time zone, from its first moment to that of the next. */
export interface RegistrationDay {
  /** Such as `2026-11-24`. */
  day: string;
  from: Date;
  until: Date;
}

/** The days on which registration takes projects, as clocks in `zone` count them, up to today; none before it opens. */
export function registrationDays(
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
  now: Date,
  zone: string,
): RegistrationDay[] {
  if (!opensAt || now < opensAt) return [];
  const last = dayAt(closesAt && closesAt < now ? closesAt : now, zone);
  const startOf = (day: string) => instantIn(zone, { day, time: '00:00:00' });
  const days: RegistrationDay[] = [];
  for (let day = dayAt(opensAt, zone); day <= last; day = addDays(day, 1))
    days.push({ day, from: startOf(day), until: startOf(addDays(day, 1)) });
  return days;
}
