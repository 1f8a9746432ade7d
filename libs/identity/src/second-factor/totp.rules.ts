import { generateSync } from 'otplib';

/** RFC 6238 with the parameters every authenticator understands: SHA-1, 6 digits, 30 seconds. */
export const STEP_SECONDS = 30;
/** Steps that a device's clock may be off, each way. */
const WINDOW = 1;

/** The step that a moment lies in. */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/** The code of one step (RFC 4226 §5.3). `secret` in base 32. */
export function totpCode(secret: string, step: number): string {
  return generateSync({ strategy: 'hotp', secret, counter: step });
}

/**
 * The step whose code this is, or `undefined`. A step at or before `lastStep` was used already and is refused
 * (RFC 6238 §5.2), so that a code looked over someone's shoulder is worth nothing.
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const current = totpStep(now);
  for (let step = current - WINDOW; step <= current + WINDOW; step += 1)
    if (step > lastStep && totpCode(secret, step) === code) return step;
  return undefined;
}
