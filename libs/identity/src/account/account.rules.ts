/** How long after a sign-in by one-time code a new password may be set without the old one, in seconds. */
export const RESET_SECONDS = 600;

/** Whether this session may set a new password without the old one: it began by proving the address, just now. */
export function mayResetPassword(session: { method: string; createdAt: Date }, now: Date): boolean {
  return session.method === 'code' && now.getTime() - session.createdAt.getTime() <= RESET_SECONDS * 1000;
}
