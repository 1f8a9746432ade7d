/** A ceremony that goes on by itself: how often, how many steps were triggered, how many there are. */
export interface Automatic {
  /** Null while it goes by hand. */
  autoSeconds: number | null;
  at: number;
  steps: readonly unknown[];
}

/**
 * When the next step goes by itself, counted from the step before, so that a server that was away tells one step and not
 * all that it missed. Null by hand; the last step always waits for a hand, since it makes the results final.
 */
export function nextDue({ autoSeconds, at, steps }: Automatic, now: Date): Date | null {
  if (autoSeconds === null || at >= steps.length - 1) return null;
  return new Date(now.getTime() + autoSeconds * 1000);
}
