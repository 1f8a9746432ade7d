import { hash } from 'node:crypto';
import type { FieldFailure } from '@haishi/kernel';
import { withinDeadline } from '../edition/edition.rules.js';

/** How long after it was made a late code may hold. */
export const MAX_LATE_DAYS = 60;
/** How many projects one late code may let in. */
export const MAX_LATE_USES = 500;
const DAY = 86_400_000;

/** What of a late code decides whether it can still be used. */
export interface LateCodeFacts {
  expiresAt: Date;
  uses: number;
  used: number;
  revokedAt: Date | null;
}

export const LATE_CODE_STATES = ['good', 'used_up', 'expired', 'revoked'] as const;
export type LateCodeState = (typeof LATE_CODE_STATES)[number];

/** Whether a code lets one more project in at `now`, or why not. The second that its expiry names still counts. */
export function lateCodeState({ expiresAt, uses, used, revokedAt }: LateCodeFacts, now: Date): LateCodeState {
  if (revokedAt) return 'revoked';
  if (!withinDeadline(expiresAt, now)) return 'expired';
  return used >= uses ? 'used_up' : 'good';
}

/** Whether a code may be made that holds until `expiresAt`. */
export function checkLateExpiry(expiresAt: Date, now: Date): FieldFailure[] {
  if (expiresAt <= now) return [{ field: 'expiresAt', code: 'late_code.expiry_past' }];
  if (expiresAt.getTime() - now.getTime() > MAX_LATE_DAYS * DAY)
    return [{ field: 'expiresAt', code: 'late_code.expiry_too_far', params: { days: MAX_LATE_DAYS } }];
  return [];
}

/** What is stored of a code. It is 80 random bits, so a plain SHA-256 of it cannot be guessed backwards. */
export function lateCodeHash(code: string): string {
  return hash('sha256', code, 'base64url');
}
