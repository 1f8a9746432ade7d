import { hash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits for a cookie or a link, in 43 characters that a URL may hold. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A token is random, so a plain SHA-256 of it cannot be guessed backwards. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}
