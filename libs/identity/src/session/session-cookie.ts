import { type Environment, SESSION_COOKIE } from '@haishi/platform';
import type { OpenedSession } from './sessions.js';

interface CookieAttributes {
  path: string;
  httpOnly: boolean;
  sameSite: 'lax';
  secure: boolean;
  expires?: Date;
}

/** What of the reply is needed to set a cookie. */
export interface CookieReply {
  setCookie(name: string, value: string, attributes: CookieAttributes): unknown;
  clearCookie(name: string, attributes: CookieAttributes): unknown;
}

function attributes(environment: Environment): CookieAttributes {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: environment.publicUrl.startsWith('https://') };
}

/** Hands the browser its token: readable by no script, sent to no other site, only over TLS where the site has it. */
export function setSessionCookie(reply: CookieReply, session: OpenedSession, environment: Environment): void {
  reply.setCookie(SESSION_COOKIE, session.token, { ...attributes(environment), expires: session.expiresAt });
}

export function clearSessionCookie(reply: CookieReply, environment: Environment): void {
  reply.clearCookie(SESSION_COOKIE, attributes(environment));
}
