/** How long a code is good for, in seconds, and how often it may be tried. */
export const CODE_SECONDS = 600;
export const CODE_TRIES = 5;
/** Between two codes to one address, in seconds. */
export const CODE_PAUSE_SECONDS = 60;
/** Codes to one address within {@link CODE_WINDOW_SECONDS}. */
export const CODES_PER_WINDOW = 6;
export const CODE_WINDOW_SECONDS = 3_600;

/** How many seconds an address must wait for its next code, given when its earlier ones were sent (newest first); 0 for none. */
export function secondsToWait(sentAt: readonly Date[], now: Date): number {
  const ages = sentAt.map((at) => Math.floor((now.getTime() - at.getTime()) / 1000));
  const recent = ages.filter((age) => age < CODE_WINDOW_SECONDS);
  const pause = recent[0] === undefined ? 0 : CODE_PAUSE_SECONDS - recent[0];
  const full = recent.length < CODES_PER_WINDOW ? 0 : CODE_WINDOW_SECONDS - recent[CODES_PER_WINDOW - 1]!;
  return Math.max(0, pause, full);
}
