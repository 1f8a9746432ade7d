import { failure, type RoadshowNudge } from '@haishi/contracts';
import { instantIn, isDay } from '@haishi/kernel';

/** A judge is called again at the earliest after this time. */
export const NUDGE_SECONDS = 20;

/** Whole seconds until the judge may be called again; 0 where they may be called now. */
export function nudgeWait(held: readonly RoadshowNudge[], entryId: string, seatNo: number, now: Date): number {
  const last = held.find((one) => one.entryId === entryId && one.seatNo === seatNo);
  if (!last) return 0;
  return Math.max(0, Math.ceil((last.at + NUDGE_SECONDS * 1000 - now.getTime()) / 1000));
}

/** The moment at which the room's clocks show `wall` (`2026-11-24T14:30`). Fails with `roadshow.unknown_start` for no day of the calendar. */
export function roomMoment(timeZone: string, wall: string, field: string): Date {
  const [day, time] = wall.split('T') as [string, string];
  if (!isDay(day)) throw failure('roadshow.unknown_start', { field });
  return instantIn(timeZone, { day, time: `${time}:00` });
}
