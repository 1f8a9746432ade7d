import type { Socket } from 'socket.io-client';
import { BACK_OFF } from './back-off';

let opening: Promise<Socket> | undefined;

/** The one connection of this page, opened when first needed. */
export function openSocket(): Promise<Socket> {
  opening ??= import('socket.io-client').then(({ io }) =>
    io({
      transports: ['websocket', 'polling'],
      ...BACK_OFF,
      withCredentials: true,
    }),
  );
  return opening;
}

/** Connects anew, as whoever is signed in now: the server asks who it is when a connection begins. */
export async function renewSocket(): Promise<void> {
  (await opening)?.disconnect().connect();
}
