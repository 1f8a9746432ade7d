import type { AttendanceMinute, AttendanceScreenSnapshot } from '@haishi/contracts';

/** Minutes of the curve that are kept. */
export const CURVE_MINUTES = 60;

/** The headcount after a delta, which repeats the latest minutes of the curve alone. */
export function applyHeadcount(
  state: AttendanceScreenSnapshot,
  delta: AttendanceScreenSnapshot,
): AttendanceScreenSnapshot {
  const minutes = new Map([...state.curve, ...delta.curve].map((one) => [one.minute, one]));
  const latest = Math.max(...minutes.keys());
  const curve = [...minutes.values()]
    .filter(({ minute }) => minute > latest - CURVE_MINUTES)
    .sort((one, other) => one.minute - other.minute);
  return { ...delta, curve };
}

/** Every minute of the hour that ends with the minute of `now` (milliseconds), those without a passage at nought. */
export function lastHour(curve: readonly AttendanceMinute[], now: number): AttendanceMinute[] {
  const byMinute = new Map(curve.map((one) => [one.minute, one]));
  const last = Math.floor(now / 60_000);
  return Array.from({ length: CURVE_MINUTES }, (_, index) => {
    const minute = last - CURVE_MINUTES + 1 + index;
    return byMinute.get(minute) ?? { minute, admissions: 0, exits: 0 };
  });
}
