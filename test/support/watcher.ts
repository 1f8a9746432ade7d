import {
  type DeltaMessage,
  type HeadMessage,
  SOCKET_EVENTS,
  type SubscribeAnswer,
  type SubscribeRequest,
} from '@haishi/contracts';
import { io, type Socket } from 'socket.io-client';
import { Follower } from '../../apps/web/src/shared/live/follow.js';

/** A page's way of following a channel, without the page: the same follower over the same socket. */
export interface Watcher<State> {
  socket: Socket;
  /** What the page would show. */
  state: State | undefined;
  /** Whether the page would take it for the present state. */
  fresh: boolean;
  /** Why listening was refused, or empty. */
  refused: string;
  /** The server's clock less this machine's, in milliseconds. */
  clockOffset: number;
  /** What was asked and what came back, in order. */
  asked: { request: SubscribeRequest; answer: SubscribeAnswer<State, unknown> }[];
  /** The number of every delta that was taken, in order. */
  taken: number[];
  close(): void;
}

export interface WatchOptions<State> {
  cookie?: string;
  token?: string;
  /** Deltas that get lost on the way. */
  loses?: (message: DeltaMessage) => boolean;
  apply: (state: State, delta: never) => State;
}

/** Follows one subject of one channel from `url`; reconnects by itself as a page does, only quicker. */
export function watch<State>(url: string, channel: string, key: string, options: WatchOptions<State>): Watcher<State> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 100,
    ...(options.cookie ? { extraHeaders: { cookie: options.cookie } } : {}),
  });
  const numbers = new Map<unknown, number>();
  const watcher: Watcher<State> = {
    socket,
    state: undefined,
    fresh: false,
    refused: '',
    clockOffset: 0,
    asked: [],
    taken: [],
    close: () => {
      follower.stop();
      socket.disconnect();
    },
  };
  const follower = new Follower<State, object>(
    { channel, key, ...(options.token ? { token: options.token } : {}) },
    async (request) => {
      const answer = (await socket.timeout(8000).emitWithAck(SOCKET_EVENTS.subscribe, request)) as SubscribeAnswer<
        State,
        object
      >;
      watcher.asked.push({ request, answer });
      if ('deltas' in answer) for (const { seq, data } of answer.deltas) numbers.set(data, seq);
      return answer;
    },
    {
      snapshot: (snapshot) => (watcher.state = snapshot),
      delta: (delta) => {
        watcher.taken.push(numbers.get(delta)!);
        watcher.state = options.apply(watcher.state!, delta as never);
      },
      serverTime: (time) => (watcher.clockOffset = time - Date.now()),
      fresh: (fresh) => (watcher.fresh = fresh),
      refused: (code) => (watcher.refused = code),
    },
    (act) => void setTimeout(act, 50),
  );
  socket.on('connect', () => void follower.start());
  socket.on('disconnect', () => follower.lost());
  socket.on(SOCKET_EVENTS.delta, (message: DeltaMessage<object>) => {
    if (options.loses?.(message)) return;
    numbers.set(message.data, message.seq);
    follower.receive(message);
  });
  socket.on(SOCKET_EVENTS.head, (message: HeadMessage) => follower.noteHead(message));
  return watcher;
}

/** The number of the snapshot that a watcher began with. */
export function startOf({ asked }: Watcher<unknown>): number {
  const { answer } = asked[0]!;
  if (!answer.ok || !('snapshot' in answer)) throw new Error('It did not begin with a snapshot.');
  return answer.seq;
}
