import { SendingError } from './gateway.js';

export const MAX_ATTEMPTS = 8;
const FIRST_RETRY_SECONDS = 10;

/** Seconds to wait after the `attempt`-th try: 10, 30, 90, …, about three hours in all. */
export function retryDelay(attempt: number): number {
  return FIRST_RETRY_SECONDS * 3 ** (attempt - 1);
}

/** An address that tells its owner which one it is, and others nothing: `z***@example.com`, `138****8000`. */
export function maskAddress(address: string): string {
  const at = address.indexOf('@');
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`.slice(0, 80);
  return address.length < 8 ? '***' : `${address.slice(0, 3)}****${address.slice(-4)}`;
}

/** Why a sending failed, in words that name no address. */
export function reasonOf(error: unknown, address: string): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(address, maskAddress(address)).replace(/\s+/g, ' ').slice(0, 300);
}

export function isPermanent(error: unknown): boolean {
  return error instanceof SendingError && error.permanent;
}
