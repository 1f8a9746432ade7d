import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { SOCKET_EVENTS, type SubscribeAnswer } from '@haishi/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelLog } from '../database/channel-log.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';
import type { ActorResolver } from '../http/actor-context.js';
import { Channels } from './channels.js';
import { Realtime } from './realtime.js';

const log = { head: async () => 0, appendAll: async () => [1] } as unknown as ChannelLog;

describe('the live channels, whatever a socket says', () => {
  let http: Server;
  let realtime: Realtime;
  let resolve: ActorResolver['resolve'];
  /** What a channel is asked for waits for this. */
  let allowed: Promise<void>;
  /** Whether somebody waits for what they did to be stored. */
  let busy: boolean;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    resolve = async () => undefined;
    allowed = Promise.resolve();
    busy = false;
    const channels = new Channels();
    channels.register({
      name: 'open',
      authorise: async (actor) => {
        await allowed;
        return { actor };
      },
      snapshot: async (_key, { actor }) => actor.kind,
    });
    const unitOfWork = {
      get busy() {
        return busy;
      },
      actedWithin: () => busy,
    } as unknown as UnitOfWork;
    realtime = new Realtime(channels, log, unitOfWork, { resolve: (token) => resolve(token) });
    http = createServer();
    await realtime.attach(http, undefined);
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  });

  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.disconnect();
    await realtime.onApplicationShutdown();
  });

  const connect = (cookie = '', transport = 'websocket') => {
    const { port } = http.address() as AddressInfo;
    const options = { transports: [transport], reconnection: false, forceNew: true, extraHeaders: { cookie } };
    const socket = io(`http://127.0.0.1:${port}`, options);
    sockets.push(socket);
    return socket;
  };
  const subscribe = (socket: Socket, key = 'one') =>
    socket.timeout(5_000).emitWithAck(SOCKET_EVENTS.subscribe, { channel: 'open', key }) as Promise<SubscribeAnswer>;

  interface Inside {
    server: { engine: { opts: { allowRequest(request: object, decide: () => void): void } } };
    welcome(socket: object): void;
  }
  /** The most of `done` that were added to in one turn of the event loop, until there are `wanted`. */
  async function mostInATurn(done: unknown[], wanted: number): Promise<number> {
    let most = 0;
    while (done.length < wanted) {
      const before = done.length;
      await turn();
      most = Math.max(most, done.length - before);
    }
    return most;
  }

  it.each([
    [true, 2],
    [false, 32],
  ])('let a hall in and answer it in turn, where somebody acting is %s %i at a time', async (acting, atOnce) => {
    busy = acting;
    const inside = realtime as unknown as Inside;
    const came: unknown[] = [];
    for (let number = 0; number < 100; number += 1)
      inside.server.engine.opts.allowRequest({ headers: {} }, () => came.push(number));
    expect(await mostInATurn(came, 100)).toBe(atOnce);

    const answers: unknown[] = [];
    const { promise, resolve: allow } = Promise.withResolvers<void>();
    allowed = promise;
    for (let number = 0; number < 100; number += 1) {
      const socket = Object.assign(new EventEmitter(), {
        conn: {},
        handshake: { headers: {}, address: '' },
        join: async () => {},
      });
      inside.welcome(socket);
      socket.emit(SOCKET_EVENTS.subscribe, { channel: 'open', key: 'one' }, (answer: unknown) => answers.push(answer));
    }
    await turn();
    expect(answers).toEqual([]);
    allow();
    expect(await mostInATurn(answers, 100)).toBe(atOnce);
    expect(answers).toEqual(Array.from({ length: 100 }, () => expect.objectContaining({ ok: true, seq: 0 })));
  });

  it('tell whoever watches within what time to come back, and leave out who is signed in', async () => {
    resolve = async () => ({ kind: 'person', id: 'p', sessionId: 's' }) as never;
    const told = (socket: Socket) => {
      const spreads: unknown[] = [];
      socket.on(SOCKET_EVENTS.crowd, ({ spreadMs }) => spreads.push(spreadMs));
      return spreads;
    };
    const inside = realtime as unknown as { crowd: { most: number }; tellCrowd(): void };
    const early = connect();
    const toEarly = told(early);
    await subscribe(early);
    inside.crowd.most = 3000;
    inside.tellCrowd();
    await expect.poll(() => toEarly).toEqual([4096]);
    const late = connect();
    const judge = connect('haishi_session=token');
    const [toLate, toJudge] = [told(late), told(judge)];
    await Promise.all([subscribe(late), subscribe(judge)]);
    expect([toLate, toJudge]).toEqual([[4096], []]);
  });

  it('take a cookie that is no token for none', async () => {
    expect(await subscribe(connect('haishi_session=%'))).toMatchObject({ ok: true, snapshot: 'anonymous' });
  });

  it('cut a socket whose session cannot be looked up, and live on', async () => {
    resolve = () => Promise.reject(new Error('the database is away'));
    const cut = connect('haishi_session=token');
    await new Promise((done) => cut.on('disconnect', done));
    expect(await subscribe(connect())).toMatchObject({ ok: true });
  });

  it.each([null, 'open:one', 7, { channel: { toString: 1, valueOf: 1 } }, { channel: 'open', key: [{}] }])(
    'pass over an unsubscription of %j',
    async (request) => {
      const socket = connect();
      socket.emit(SOCKET_EVENTS.unsubscribe, request);
      expect(await subscribe(socket)).toMatchObject({ ok: true });
    },
  );

  it('hold a socket to its number of subscriptions, also asked for all at once', async () => {
    let allow = () => {};
    allowed = new Promise((done) => (allow = done));
    const socket = connect();
    const asked = Array.from({ length: 20 }, (_, index) => subscribe(socket, String(index)));
    expect(await asked[19]).toMatchObject({ ok: false, code: 'common.too_many' });
    allow();
    expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(16);
  });

  it.each([0, 20, 300, 70_000])('tell a message with %i signs of text, over either transport', async (length) => {
    const listeners = [connect(), connect('', 'polling')];
    for (const socket of listeners) await subscribe(socket);
    const told = listeners.map((socket) => new Promise((done) => socket.on(SOCKET_EVENTS.delta, done)));
    const data = { text: '评'.repeat(length) };
    const work = { afterCommit: (act: () => void) => act() } as unknown as Work;
    await realtime.publish(work, 'open', 'one', data);
    const message = { channel: 'open', key: 'one', seq: 1, data };
    expect(await Promise.all(told)).toEqual([message, message]);
  });
});
