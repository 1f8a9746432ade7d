import type { Socket } from 'socket.io-client';

let opening: Promise<Socket> | undefined;

/** The one connection of this page, opened when first needed. */
export function openSocket(): Promise<Socket> {
  opening ??= import('socket.io-client').then(({ io }) =>
    io({
      transports: ['websocket', 'polling'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
      withCredentials: true,
    }),
  );
  return opening;
}
