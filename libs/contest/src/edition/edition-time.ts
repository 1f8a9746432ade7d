/** Whether the runtime knows `zone` as an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Whether `day` is a real calendar day written `2026-11-24`. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * The moment at which clocks in `zone` show `day` and `time` (`17:30:00`).
 * Where clocks are put forward over that time, the moment of the same offset as before; where they are put back, the earlier one.
 */
export function instantIn(zone: string, day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}Z`).getTime();
  const offsets = [asUtc - DAY, asUtc + DAY].map((around) => offsetAt(zone, new Date(around)));
  const candidates = offsets.map((offset) => asUtc - offset).sort((one, other) => one - other);
  const exact = candidates.find((candidate) => candidate + offsetAt(zone, new Date(candidate)) === asUtc);
  return new Date(exact ?? asUtc - offsets[0]!);
}

const DAY = 86_400_000;

function offsetAt(zone: string, instant: Date): number {
  const parts = wallClock(zone, instant);
  const shown = Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}

type WallClock = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

function wallClock(zone: string, instant: Date): WallClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value])) as WallClock;
}
