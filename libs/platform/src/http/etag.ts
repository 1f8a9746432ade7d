import { createHash } from 'node:crypto';
import { failure } from '@haishi/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const DIGEST_BYTES = 6;

/** The version a client holds, from `If-Match: "7"`; fails with `common.version_required` where it is missing. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number =>
  heldVersion(context),
);

/** What a client holds of a content, as {@link contentVersion} tells it; `*` for whatever stands (RFC 9110, 13.1.1). */
export type HeldContent = number | '*';

/** {@link HeldContent} from `If-Match`; fails with `common.version_required` where it is missing. */
export const IfContentMatches = createParamDecorator((_data: unknown, context: ExecutionContext): HeldContent =>
  ifMatch(context) === '*' ? '*' : heldVersion(context),
);

/** Fails with `common.stale` unless the stored version is the one the client holds. */
export function assertVersion(stored: number, held: number): void {
  if (stored !== held) throw failure('common.stale');
}

/**
 * Tells a content from any other that could stand in its place, for what is a part of a row whose other parts change by
 * themselves, so that a version of the row would tell of changes that are none; 0 for none yet.
 */
export function contentVersion(content: unknown): number {
  if (content === null || content === undefined) return 0;
  return createHash('sha256').update(JSON.stringify(content), 'utf8').digest().readUIntBE(0, DIGEST_BYTES);
}

/** Fails with `common.stale` unless what stands is what the client holds. */
export function assertContent(stands: unknown, held: HeldContent): void {
  if (held !== '*') assertVersion(contentVersion(stands), held);
}

const ifMatch = (context: ExecutionContext): string =>
  context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'] ?? '';

function heldVersion(context: ExecutionContext): number {
  const match = /^(?:W\/)?"?(\d{1,15})"?$/.exec(ifMatch(context));
  if (!match) throw failure('common.version_required');
  return Number(match[1]);
}
