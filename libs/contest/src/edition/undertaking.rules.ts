import { createHash } from 'node:crypto';
import type { LocalText } from '@haishi/contracts';

/** Tells one wording of an undertaking 承诺书 from another: SHA-256 of both languages, in hex. */
export function undertakingDigest({ zh, en }: LocalText): string {
  return createHash('sha256')
    .update(JSON.stringify([zh, en]))
    .digest('hex');
}
