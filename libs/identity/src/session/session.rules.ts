import { type Grant, ROLES } from '@haishi/contracts';

/** A session ends this long after sign-in, however busy it is. */
export const SESSION_LIFETIME_SECONDS = 7 * 86_400;
/** For who holds a role that demands a second factor. */
export const STAFF_SESSION_LIFETIME_SECONDS = 12 * 3_600;
/** How often a session's last use is written. */
export const SEEN_EVERY_SECONDS = 60;

export interface IdleLimits {
  staffIdleSeconds: number;
  memberIdleSeconds: number;
}

/** Whether any of `grants` is a staff role: one that demands a second factor. */
export function demandsSecondFactor(grants: readonly Pick<Grant, 'role'>[]): boolean {
  return grants.some((grant) => ROLES[grant.role].secondFactor);
}

/** The moment at which a session ends by idleness or age, in milliseconds. */
export function sessionEnd(
  session: { createdAt: Date; expiresAt: Date },
  lastSeen: number,
  grants: readonly Pick<Grant, 'role'>[],
  limits: IdleLimits,
): number {
  const staff = demandsSecondFactor(grants);
  const idle = lastSeen + (staff ? limits.staffIdleSeconds : limits.memberIdleSeconds) * 1000;
  const age = staff ? session.createdAt.getTime() + STAFF_SESSION_LIFETIME_SECONDS * 1000 : Infinity;
  return Math.min(idle, age, session.expiresAt.getTime());
}
