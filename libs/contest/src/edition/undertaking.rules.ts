import { createHash } from 'node:crypto';
import type { LocalText } from '@haishi/contracts';

/** Tells one wording of an undertaking 承诺书 from another: SHA-256 of both languages, in hex. */
export function undertakingDigest(undertaking: LocalText): string {
  return digestOf(undertaking);
}

/** The same for the terms of judging 评审须知. */
export function termsDigest(terms: LocalText): string {
  return digestOf(terms);
}

function digestOf({ zh, en }: LocalText): string {
  return createHash('sha256')
    .update(JSON.stringify([zh, en]))
    .digest('hex');
}
