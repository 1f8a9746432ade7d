/** The server's time as far as a client can know it, so that deadlines do not hang on the device's clock. */
let offset = 0;
let precision = Number.POSITIVE_INFINITY;

/** Takes the `Date` header of an answer (whole seconds). */
export function noteServerTime(header: string | null): void {
  if (header !== null) take(new Date(header).getTime() + 500, 1000);
}

/** Takes a time in milliseconds from a live channel, which is finer; or one known only to `precise` milliseconds. */
export function noteServerMilliseconds(time: number, precise = 100): void {
  take(time, precise);
}

function take(time: number, finer: number): void {
  if (Number.isNaN(time) || finer > precision) return;
  precision = finer;
  const seen = time - Date.now();
  // Within the precision the device's clock is as good as the answer, and does not jump.
  offset = Math.abs(seen) < finer ? 0 : seen;
}

/** Now, in milliseconds, by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}
