/// <reference types="@fastify/cookie" />
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, Locale } from '@haishi/contracts';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

/** The language asked for: the cookie of the language switch, else `Accept-Language`, else Chinese. */
export function localeOf(request: FastifyRequest): Locale {
  const chosen = (request.cookies as Record<string, string | undefined> | undefined)?.['haishi_lang'];
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const header = request.headers['accept-language'] ?? '';
  for (const part of header.split(',')) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh';
}

/** Who a request without a session is. */
export function anonymousActor(request: FastifyRequest): Actor {
  return nobody({ locale: localeOf(request), ip: request.ip, requestId: String(request.id) });
}

/** Who comes without a session. */
export function nobody(from: Pick<Actor, 'locale' | 'ip' | 'requestId'>): Actor {
  return { kind: 'anonymous', id: '', name: '', grants: [], secondFactor: false, ...from };
}

/** The program itself acting, for schedules, consumers and the command line. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: name, name, grants: [], secondFactor: true, locale: 'zh', ip: '', requestId: '' };
}

/** Finds whose session a request or socket carries. Provided by `identity`. */
export interface ActorResolver {
  /** The signed-in person of a session token, or `undefined` where it is unknown, expired or revoked. */
  resolve(
    token: string,
  ): Promise<Pick<Actor, 'kind' | 'id' | 'name' | 'sessionId' | 'grants' | 'secondFactor'> | undefined>;
}
export const ACTOR_RESOLVER = Symbol('ActorResolver');

export const SESSION_COOKIE = 'haishi_session';

/** The actor of this request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return request.actor ?? anonymousActor(request);
});
