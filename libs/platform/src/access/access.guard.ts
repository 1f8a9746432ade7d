/// <reference types="@fastify/cookie" />
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { failure, type Permission, ROLES } from '@haishi/contracts';
import type { FastifyRequest } from 'fastify';
import { ACTOR_RESOLVER, type ActorResolver, anonymousActor, SESSION_COOKIE } from '../http/actor-context.js';
import { holds } from './access.js';

const ROUTE_ACCESS = 'haishi:access';
type RouteAccess = { public: true } | { permissions: readonly Permission[] };

/** Anyone may call this route; the session, where there is one, is still known. */
export const Public = () => SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { public: true });

/** Only who holds one of `permissions` somewhere may call this route; the service checks the object. */
export const Access = (...permissions: Permission[]) => SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { permissions });

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The first step of access, on every route. Denies a route that says nothing.
 * A write that rides on a cookie must come from our own pages (`Origin` or `Sec-Fetch-Site`).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACTOR_RESOLVER) private readonly resolver: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const anonymous = anonymousActor(request);
    const token = request.cookies[SESSION_COOKIE];
    const session = token ? await this.resolver.resolve(token) : undefined;
    const actor = session ? { ...anonymous, ...session } : anonymous;
    request.actor = actor;
    if (token !== undefined && !SAFE_METHODS.has(request.method) && !sameOrigin(request))
      throw failure('common.bad_origin');
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw failure('common.forbidden');
    if ('public' in access) return true;
    if (actor.kind === 'anonymous') throw failure('common.unauthenticated');
    if (access.permissions.some((permission) => holds(actor, permission))) return true;
    const behindSecondFactor =
      !actor.secondFactor &&
      actor.grants.some((grant) =>
        access.permissions.some((permission) =>
          (ROLES[grant.role].permissions as readonly Permission[]).includes(permission),
        ),
      );
    throw failure(behindSecondFactor ? 'common.second_factor_required' : 'common.forbidden');
  }
}

function sameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  return origin === undefined || origin === `${request.protocol}://${request.host}`;
}
