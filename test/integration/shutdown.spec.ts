import { randomBytes } from 'node:crypto';
import { connect, type Socket as Connection } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { ENGINES, makePlace, type Place } from '../support/engines.js';
import { until } from '../support/facts.js';
import { buildServer, type ServerProcess, startProcess } from '../support/server-process.js';

/** Asked to end, as an update does, while a hall looks on. */
describe('a server that is asked to end', () => {
  let place: Place | undefined;
  let server: ServerProcess | undefined;
  const pages: Socket[] = [];
  const page = (url: string) => {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      randomizationFactor: 0,
    });
    pages.push(socket);
    return socket;
  };

  beforeAll(buildServer, 180_000);
  afterEach(async () => {
    pages.splice(0).forEach((socket) => socket.close());
    await server?.kill();
    await place?.remove();
    [server, place] = [undefined, undefined];
  });

  it('ends though pages listen, one of which is lost and says nothing any more', async () => {
    const app = await startApp('sqlite');
    const socket = page(app.url);
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
    const lost = await lostPage(new URL(app.url));
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    await app.close();
    expect(await ended).toBe('transport close');
    await until(() => lost.destroyed);
  }, 15_000);

  it('lets pages come back by themselves once it is up again', async () => {
    place = await makePlace(ENGINES[0]!);
    server = await startProcess(place);
    const socket = page(`http://127.0.0.1:${server.port}`);
    await until(() => socket.connected);
    const { port } = server;
    await server.end();
    await until(() => !socket.connected);
    server = await startProcess(place, {}, port);
    await until(() => socket.connected);
  }, 180_000);
});

/** A page that opened its WebSocket and then neither reads nor writes, as one whose network is gone. */
async function lostPage({ hostname, port }: URL): Promise<Connection> {
  const connection = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const key = randomBytes(16).toString('base64');
  connection.on('error', () => connection.destroy());
  connection.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
      `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await new Promise((resolve) => connection.once('data', resolve));
  connection.on('end', () => connection.destroy());
  return connection;
}
