import type { Server as HttpServer } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  type Actor,
  type DeltaMessage,
  failure,
  SOCKET_EVENTS,
  type SubscribeAnswer,
  type SubscribeRequest,
} from '@haishi/contracts';
import type { RedisClientType } from 'redis';
import { Server, type Socket } from 'socket.io';
import { ChannelLog } from '../database/channel-log.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';
import { ACTOR_RESOLVER, type ActorResolver } from '../http/actor-context.js';
import { toFailure } from '../http/problem.js';
import { type ChannelDefinition, Channels, type Listener } from './channels.js';
import { Crowd } from './crowd.js';
import { actorOfHandshake } from './handshake.js';
import { Departures } from './departures.js';
import { FanOut } from './fan-out.js';
import { Heads, roomOf } from './heads.js';
import { fromOwnPages } from './origin.js';
import { Rights } from './rights.js';
import { SharedReads } from './shared-reads.js';
import { Turns } from './turns.js';

/** Subscriptions one socket may hold at once. */
const MAX_SUBSCRIPTIONS = 16;
/** A listener further behind than this is sent a snapshot instead of what it missed. */
const MAX_CATCH_UP = 200;
/** Between two looks at the numbers of the channels that are listened to, in milliseconds. */
const HEADS_MS = 2000;
/** How long connections that end may take to say so, in milliseconds. */
const FAREWELL_MS = 1000;
/** Connections accepted, answered or taken down before others get their turn: a few milliseconds. */
const AT_ONCE = 32;
/** The same while somebody acts, whose every statement comes back in a turn of its own. */
const AT_ONCE_BESIDE_WORK = 2;
/** For how many milliseconds after an act the next is expected. */
const ACTS_MS = 1000;
/** The room of everybody without an account. */
const WATCHING = 'watching';

/** What servers tell each other of a channel whose listeners are to be asked anew. */
const ASK_ANEW = 'ask-anew';

/** Pushes live channels over Socket.IO, on one server or on several with Redis between them. */
@Injectable()
export class Realtime implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Realtime');
  private server: Server | undefined;
  private fanOut: FanOut | undefined;
  private redis: RedisClientType | undefined;
  private heads: Heads | undefined;
  private rights: Rights | undefined;
  private looking: NodeJS.Timeout | undefined;
  private ending = false;
  private readonly reads = new SharedReads();
  private readonly pace = () => (this.unitOfWork.actedWithin(ACTS_MS) ? AT_ONCE_BESIDE_WORK : AT_ONCE);
  /** Who comes and who is told where things stand wait for their turn: a hall that comes back is thousands of both. */
  private readonly arrivals = new Turns(this.pace);
  private readonly replies = new Turns(this.pace);
  private readonly departures = new Departures(new Turns(this.pace));
  private readonly crowd = new Crowd();
  private readonly snapshots = new Map<string, { seq: number; value: Promise<unknown> }>();

  constructor(
    private readonly channels: Channels,
    private readonly log: ChannelLog,
    private readonly unitOfWork: UnitOfWork,
    @Inject(ACTOR_RESOLVER) private readonly resolver: ActorResolver,
  ) {}

  /** Starts listening on the HTTP server; with `redisUrl`, messages reach the clients of every server. */
  async attach(http: HttpServer, redisUrl: string | undefined): Promise<void> {
    const server = new Server(http, {
      serveClient: false,
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: 16_384,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      allowRequest: (request, decide) => {
        this.arrivals.take(() => decide(null, !this.ending && fromOwnPages(request.headers)));
      },
    });
    this.departures.watch(server);
    const fanOut = new FanOut(server, () => this.unitOfWork.busy);
    if (redisUrl) await this.joinOthers(server, redisUrl);
    server.on(SOCKET_EVENTS.delta, (message: DeltaMessage) =>
      fanOut.send(roomOf(message.channel, message.key), SOCKET_EVENTS.delta, message),
    );
    const heads = new Heads(server, fanOut, this.log);
    const rights = new Rights(server, this.channels, (channel) => heads.keysOf(channel));
    server.on(ASK_ANEW, (channel: string) => void rights.askAnew(channel));
    server.on('connection', (socket) => this.welcome(socket));
    this.server = server;
    this.fanOut = fanOut;
    this.heads = heads;
    this.rights = rights;
    const look = () => {
      this.tellCrowd();
      void heads.tell().catch((error: Error) => this.logger.error('heads', error.stack));
    };
    this.looking = setInterval(look, HEADS_MS).unref();
  }

  /** Stores `data` under the channel's next number in this transaction, and pushes it after the commit. */
  publish(work: Work, channel: string, key: string, data: unknown): Promise<void> {
    return this.publishAll(work, key, [{ channel, data }]);
  }

  /** {@link publish} to several channels of one key, each once. */
  async publishAll(work: Work, key: string, told: readonly { channel: string; data: unknown }[]): Promise<void> {
    const seqs = await this.log.appendAll(work, key, told);
    work.afterCommit(() => {
      for (const [index, { channel, data }] of told.entries()) {
        const message: DeltaMessage = { channel, key, seq: seqs[index]!, data };
        this.fanOut?.send(roomOf(channel, key), SOCKET_EVENTS.delta, message);
        if (this.redis) this.server?.serverSideEmit(SOCKET_EVENTS.delta, message);
      }
    });
  }

  /** Cuts every socket of a session, so that it must show its rights again. */
  disconnectSession(sessionId: string): void {
    this.server?.in(`session:${sessionId}`).disconnectSockets(true);
  }

  /** Cuts every socket of a person whose rights changed. */
  disconnectPerson(personId: string): void {
    this.server?.in(`person:${personId}`).disconnectSockets(true);
  }

  /** Tells the bearers of a revoked link, and cuts them. */
  revokeLink(linkId: string): void {
    const bearers = this.server?.in(`link:${linkId}`);
    bearers?.emit(SOCKET_EVENTS.revoked, {});
    bearers?.disconnectSockets(true);
  }

  /** Tells everybody who listens to one subject of a channel that nobody may any longer, and sends them nothing more. */
  shut(channel: string, key: string): void {
    const listeners = this.server?.in(roomOf(channel, key));
    listeners?.emit(SOCKET_EVENTS.revoked, { channel, key });
    listeners?.socketsLeave(roomOf(channel, key));
  }

  /**
   * Asks anew of everybody who listens to the channel, on every server, whether they may; who may not any longer is cut. For a
   * channel that no link opens.
   */
  askAnew(channel: string): void {
    void this.rights?.askAnew(channel);
    if (this.redis) this.server?.serverSideEmit(ASK_ANEW, channel);
  }

  /** What `actor` would be sent by a subscription now, for who comes without a socket. Fails as the channel's own check does. */
  async look(actor: Actor, channel: string, key: string): Promise<{ seq: number; snapshot: unknown }> {
    const definition = this.channels.find(channel);
    if (!definition) throw failure('common.not_found');
    const listener = await definition.authorise(actor, key, undefined);
    const seq = await this.log.head(channel, key);
    return { seq, snapshot: await this.snapshotOf(definition, key, listener, seq) };
  }

  /** Ends every connection: the HTTP server, which is closed next, waits for all of them. */
  beforeApplicationShutdown(): void {
    clearInterval(this.looking);
    this.ending = true;
    if (!this.server) return;
    setTimeout(() => this.departures.destroyAll(), FAREWELL_MS).unref();
    this.server.engine.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.server?.close();
    await this.redis?.close();
  }

  /** Tells whoever watches how to come back after a break: a server that dies says nothing any more. */
  private tellCrowd(): void {
    const watching = this.server?.of('/').adapter.rooms.get(WATCHING)?.size ?? 0;
    if (this.crowd.look(watching)) this.fanOut?.send(WATCHING, SOCKET_EVENTS.crowd, { spreadMs: this.crowd.spreadMs });
  }

  /** The client of Redis is loaded only where it is used: it is large. */
  private async joinOthers(server: Server, url: string): Promise<void> {
    const [{ createClient }, { createAdapter }] = await Promise.all([
      import('redis'),
      import('@socket.io/redis-streams-adapter'),
    ]);
    const redis = createClient({ url }) as RedisClientType;
    this.redis = redis;
    redis.on('error', (error: Error) => this.logger.error(`Redis: ${error.message}`));
    await redis.connect();
    server.adapter(createAdapter(redis, { streamName: 'haishi:realtime' }));
  }

  private welcome(socket: Socket): void {
    const subscriptions = new Set<string>();
    const actor = this.actorOf(socket);
    socket.data = { actor };
    // Kept, the request of each connection would be most of what a hall leaves for the garbage collector to copy.
    (socket.conn as { request: unknown }).request = null;
    actor.catch((error: unknown) => {
      this.logger.error('session', (error as Error)?.stack);
      socket.disconnect(true);
    });
    socket.on(SOCKET_EVENTS.subscribe, (request: unknown, answer: unknown) => {
      if (typeof answer !== 'function') return;
      const reply = answer as (result: SubscribeAnswer) => void;
      const replyInTurn = (result: SubscribeAnswer) => this.replies.take(() => reply(result));
      this.subscribe(socket, actor, subscriptions, request).then(replyInTurn, (error: unknown) => {
        const expected = toFailure(error);
        if (expected.code === 'common.internal') this.logger.error('subscribe', (error as Error)?.stack);
        reply({ ok: false, code: expected.code });
      });
    });
    socket.on(SOCKET_EVENTS.unsubscribe, (request: unknown) => {
      const { channel, key } = (request ?? {}) as Partial<SubscribeRequest>;
      if (typeof channel !== 'string' || typeof key !== 'string') return;
      const room = roomOf(channel, key);
      if (subscriptions.delete(room)) void socket.leave(room);
    });
  }

  private async subscribe(
    socket: Socket,
    actor: Promise<Actor>,
    subscriptions: Set<string>,
    request: unknown,
  ): Promise<SubscribeAnswer> {
    const { channel, key, after, token } = (request ?? {}) as Partial<SubscribeRequest>;
    if (typeof channel !== 'string' || typeof key !== 'string' || key.length > 100) throw failure('common.invalid');
    if (after !== undefined && !Number.isSafeInteger(after)) throw failure('common.invalid');
    if (token !== undefined && (typeof token !== 'string' || token.length > 200)) throw failure('common.invalid');
    const definition = this.channels.find(channel);
    if (!definition) throw failure('common.not_found');
    const room = roomOf(channel, key);
    const held = subscriptions.has(room);
    if (!held && subscriptions.size >= MAX_SUBSCRIPTIONS) throw failure('common.too_many', { params: { seconds: 60 } });
    // Taken before anything is waited for: what is asked for all at once counts too.
    subscriptions.add(room);
    const someone = await actor;
    const asked = this.rights?.asked(channel);
    const listener = await this.authorise(definition, someone, key, token).catch((error: unknown) => {
      if (!held) subscriptions.delete(room);
      throw error;
    });
    await socket.join(listener.linkId === undefined ? room : [room, `link:${listener.linkId}`]);
    const seq = await this.reads.of(`head ${room}`, () => this.log.head(channel, key));
    this.heads?.entered(channel, key, seq);
    // What changed their right while they were let in was not asked of them.
    if (this.rights?.asked(channel) !== asked)
      await this.authorise(definition, someone, key, token).catch((error: unknown) => {
        socket.disconnect(true);
        throw error;
      });
    const serverTime = Date.now();
    if (after !== undefined && after <= seq && seq - after <= MAX_CATCH_UP) {
      const missed = await this.log.since(channel, key, after);
      if (missed !== undefined) return { ok: true, seq: missed.at(-1)?.seq ?? seq, serverTime, deltas: missed };
    }
    return { ok: true, seq, serverTime, snapshot: await this.snapshotOf(definition, key, listener, seq) };
  }

  /** A hall that comes back all at once has no accounts and the same link: it is asked about once. */
  private async authorise(
    definition: ChannelDefinition,
    actor: Actor,
    key: string,
    token: string | undefined,
  ): Promise<Listener> {
    if (actor.kind !== 'anonymous') return definition.authorise(actor, key, token);
    const name = JSON.stringify([definition.name, key, token]);
    const listener = await this.reads.of(name, () => definition.authorise(actor, key, token));
    return { ...listener, actor };
  }

  private snapshotOf(definition: ChannelDefinition, key: string, listener: Listener, seq: number): Promise<unknown> {
    if (!definition.shared) return definition.snapshot(key, listener);
    const name = roomOf(definition.name, key);
    const held = this.snapshots.get(name);
    if (held && held.seq === seq) return held.value;
    const value = definition.snapshot(key, listener);
    this.snapshots.set(name, { seq, value });
    value.catch(() => this.snapshots.delete(name));
    return value;
  }

  private async actorOf(socket: Socket): Promise<Actor> {
    const actor = await actorOfHandshake(socket.handshake, this.resolver);
    if (actor.sessionId) await socket.join([`session:${actor.sessionId}`, `person:${actor.id}`]);
    else await socket.join(WATCHING);
    if (!actor.sessionId && this.crowd.large) socket.emit(SOCKET_EVENTS.crowd, { spreadMs: this.crowd.spreadMs });
    return actor;
  }
}
