import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Departures } from './departures.js';
import { Turns } from './turns.js';

/** `count` connections, and what each of their listeners was told, in the order in which it was. */
function connections(count: number) {
  const told: string[] = [];
  const sockets = Array.from({ length: count }, (_, index) => {
    const socket = new EventEmitter();
    for (const who of ['first', 'second']) socket.on('end', () => told.push(`${index} ${who}`));
    return socket;
  });
  return { told, sockets };
}

describe('connections that end', () => {
  it('are taken down in the order in which they ended, a few in a turn, each once', async () => {
    const departures = new Departures(new Turns(() => 32));
    const { told, sockets } = connections(1_000);
    for (const socket of sockets) departures.hold(socket as never);
    for (const socket of sockets) socket.emit('end');
    expect(told).toEqual([]);
    let most = 0;
    while (told.length < 2_000) {
      const before = told.length;
      await turn();
      most = Math.max(most, told.length - before);
    }
    expect(most).toBeLessThanOrEqual(64);
    expect(told).toEqual(sockets.flatMap((_, index) => [`${index} first`, `${index} second`]));
    sockets[0]!.emit('end');
    await turn();
    expect(told).toHaveLength(2_000);
  });

  it('are told of the end before the close, and how it was', async () => {
    const departures = new Departures(new Turns(() => 32));
    const told: string[] = [];
    const socket = new EventEmitter();
    socket.on('close', (failed: boolean) => told.push(`close ${failed}`));
    socket.on('end', () => told.push('end'));
    departures.hold(socket as never);
    socket.emit('end');
    socket.emit('close', true);
    await turn();
    expect(told).toEqual(['end', 'close true']);
  });

  it('alone is taken down in the next turn', async () => {
    const departures = new Departures(new Turns(() => 32));
    for (let time = 0; time < 3; time += 1) {
      const { told, sockets } = connections(1);
      departures.hold(sockets[0] as never);
      sockets[0]!.emit('end');
      await turn();
      expect(told).toEqual(['0 first', '0 second']);
    }
  });

  it('are destroyed where they have not ended by themselves, and no others', async () => {
    const departures = new Departures(new Turns(() => 32));
    const destroyed: string[] = [];
    const socketOf = (name: string) => Object.assign(new EventEmitter(), { destroy: () => destroyed.push(name) });
    const [silent, gone] = [socketOf('silent'), socketOf('gone')];
    for (const socket of [silent, gone]) departures.hold(socket as never);
    gone.emit('close', false);
    await turn();
    departures.destroyAll();
    expect(destroyed).toEqual(['silent']);
  });
});
