const DAY_MS = 86_400_000;

/** What clocks in a zone show: a calendar day (`2026-11-24`) and a time (`17:30:00`). */
export interface WallTime {
  day: string;
  time: string;
}

/** Whether the runtime knows `zone` as an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    clockOf(zone);
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

/** What clocks in `zone` show at `instant`, to the second. */
export function wallTimeIn(zone: string, instant: Date): WallTime {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

/**
 * The moment at which clocks in `zone` show `day` and `time` (`17:30:00`).
 * Where clocks are put forward over that time, the moment of the same offset as before; where they are put back, the earlier one.
 */
export function instantIn(zone: string, { day, time }: WallTime): Date {
  const asUtc = Date.parse(`${day}T${time}Z`);
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((around) => offsetAt(zone, around));
  const candidates = offsets.map((offset) => asUtc - offset).sort((one, other) => one - other);
  const exact = candidates.find((candidate) => candidate + offsetAt(zone, candidate) === asUtc);
  return new Date(exact ?? asUtc - offsets[0]!);
}

/** Zones have more spellings than clocks: what is kept of them stays small. */
const MOST_CLOCKS = 1000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Throws where the zone is unknown. Made once for each zone: that takes many times as long as to look at it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  if (clocks.size >= MOST_CLOCKS) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}

/** A moment in ISO 8601 as clocks in `zone` show it, with what they are ahead of UTC: `2026-11-24T17:30:00+08:00`. */
export function isoIn(zone: string, instant: Date): string {
  const ahead = offsetAt(zone, instant.getTime());
  const shown = new Date(instant.getTime() + ahead)
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '');
  const minutes = Math.abs(ahead) / 60_000;
  // Long ago clocks were not set by whole minutes.
  if (!Number.isInteger(minutes)) return instant.toISOString();
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${shown}${ahead < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Milliseconds that clocks in `zone` are ahead of UTC. */
function offsetAt(zone: string, milliseconds: number): number {
  const { day, time } = wallTimeIn(zone, new Date(milliseconds));
  return Date.parse(`${day}T${time}Z`) - Math.floor(milliseconds / 1000) * 1000;
}
