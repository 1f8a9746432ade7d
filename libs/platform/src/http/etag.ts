import { failure } from '@haishi/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The version a client holds, from `If-Match: "7"`; fails with `common.version_required` where it is missing. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const match = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header ?? '');
  if (!match) throw failure('common.version_required');
  return Number(match[1]);
});

/** Fails with `common.stale` unless the stored version is the one the client holds. */
export function assertVersion(stored: number, held: number): void {
  if (stored !== held) throw failure('common.stale');
}
