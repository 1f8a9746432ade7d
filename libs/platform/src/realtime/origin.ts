import type { IncomingHttpHeaders } from 'node:http';

/** Whether a browser says that a page of this server asks; who is no browser says nothing. */
export function fromOwnPages({ origin, host }: IncomingHttpHeaders): boolean {
  return origin === undefined || hostOf(origin) === host;
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
