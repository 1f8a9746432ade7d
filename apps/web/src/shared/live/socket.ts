import { type CrowdMessage, SOCKET_EVENTS } from '@haishi/contracts';
import type { Socket } from 'socket.io-client';
import { backOff } from './back-off';

let opening: Promise<Socket> | undefined;

/** The one connection of this page, opened when first needed. */
export function openSocket(): Promise<Socket> {
  opening ??= import('socket.io-client').then(({ io }) => {
    const socket = io({ transports: ['websocket', 'polling'], ...backOff(), withCredentials: true });
    // A server tells it only to who watches among many: what was told before, by another or before signing in, is over.
    socket.on('connect', () => comeBack(socket));
    return socket.on(SOCKET_EVENTS.crowd, ({ spreadMs }: CrowdMessage) => comeBack(socket, spreadMs));
  });
  return opening;
}

/** Connects anew, as whoever is signed in now: the server asks who it is when a connection begins. */
export async function renewSocket(): Promise<void> {
  (await opening)?.disconnect().connect();
}

/** Within what time to come back after a break. */
function comeBack({ io }: Socket, spreadMs?: number): void {
  const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = backOff(spreadMs);
  io.reconnectionDelay(reconnectionDelay);
  io.reconnectionDelayMax(reconnectionDelayMax);
  io.randomizationFactor(randomizationFactor);
}
