/** MLPS 2.0: after five failures in a row an account is locked for 300 seconds. */
export const LOCK_AFTER = 5;
export const LOCK_SECONDS = 300;

export interface LockState {
  failures: number;
  lockedUntil: Date | null;
}

export type Attempt = { allowed: true; state: LockState; last: boolean } | { allowed: false; seconds: number };

/**
 * Counts an attempt before its outcome is known, so that attempts made at once cannot exceed the limit:
 * success clears the count afterwards. `last` is the attempt whose failure locks.
 */
export function countAttempt(state: LockState, now: Date): Attempt {
  const lockedFor = state.lockedUntil ? state.lockedUntil.getTime() - now.getTime() : 0;
  if (lockedFor > 0) return { allowed: false, seconds: Math.ceil(lockedFor / 1000) };
  const failures = (state.lockedUntil ? 0 : state.failures) + 1;
  const last = failures >= LOCK_AFTER;
  return {
    allowed: true,
    last,
    state: { failures, lockedUntil: last ? new Date(now.getTime() + LOCK_SECONDS * 1000) : null },
  };
}
