import type { Socket } from 'node:net';
import type { Server } from 'socket.io';
import { Turns } from './turns.js';

type Held = Pick<Socket, 'listeners' | 'removeAllListeners' | 'once' | 'destroy'>;

/**
 * Takes connections that ended down a few at a time. A hall that is cut at once ends thousands in one turn of the event
 * loop, and taking them down there would hold up whoever scores for a tenth of a second and more.
 */
export class Departures {
  private readonly held = new Set<Held>();

  constructor(private readonly turns: Turns) {}

  /** From now on the ends of this server's connections wait for their turn. */
  watch(server: Server): void {
    server.engine.on(
      'connection',
      ({ request, transport }: { request: { socket: Socket }; transport: { name: string } }) => {
        // A connection that polls is an HTTP server's own, and ends with its request.
        if (transport.name === 'websocket') this.hold(request.socket);
      },
    );
  }

  /** Whoever waits for the end of `socket`, or for its close, is told in its turn. */
  hold(socket: Held): void {
    this.held.add(socket);
    for (const event of ['end', 'close']) {
      const told = socket.listeners(event);
      socket.removeAllListeners(event);
      socket.once(event, (...how: unknown[]) => {
        this.turns.take(() => {
          for (const listener of told) listener.apply(socket, how);
          if (event === 'close') this.held.delete(socket);
        });
      });
    }
  }

  /** Ends what has not ended by itself. */
  destroyAll(): void {
    for (const socket of this.held) socket.destroy();
  }
}
