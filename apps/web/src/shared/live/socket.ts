import { type CrowdMessage, SOCKET_EVENTS } from '@haishi/contracts';
import type { Socket } from 'socket.io-client';
import { backOff } from './back-off';

let opening: Promise<Socket> | undefined;

/** The one connection of this page, opened when first needed. */
export function openSocket(): Promise<Socket> {
  opening ??= import('socket.io-client').then(({ io }) => {
    const socket = io({ transports: ['websocket', 'polling'], ...backOff(), withCredentials: true });
    return socket.on(SOCKET_EVENTS.crowd, ({ spreadMs }: CrowdMessage) => {
      const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = backOff(spreadMs);
      socket.io.reconnectionDelay(reconnectionDelay);
      socket.io.reconnectionDelayMax(reconnectionDelayMax);
      socket.io.randomizationFactor(randomizationFactor);
    });
  });
  return opening;
}

/** Connects anew, as whoever is signed in now: the server asks who it is when a connection begins. */
export async function renewSocket(): Promise<void> {
  (await opening)?.disconnect().connect();
}
