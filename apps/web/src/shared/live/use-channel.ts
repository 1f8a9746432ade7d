import {
  type DeltaMessage,
  type HeadMessage,
  SOCKET_EVENTS,
  type SubscribeAnswer,
  type SubscribeRequest,
} from '@haishi/contracts';
import type { Socket } from 'socket.io-client';
import { type MaybeRefOrGetter, onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, toValue, watch } from 'vue';
import { noteServerMilliseconds, serverNow } from '@/shared/format/server-clock';
import { Follower } from './follow';
import { openSocket } from './socket';

export interface LiveChannel<State> {
  /** The present state: the snapshot with every delta applied; `null` until it came. */
  state: ShallowRef<State | null>;
  /** Whether the state is the present one; false while disconnected. */
  fresh: Ref<boolean>;
  /** When the state was last known to be the present one, in milliseconds by the server's clock. */
  freshAt: Ref<number>;
  /** Why listening was refused, or empty. */
  refused: Ref<string>;
}

/** Milliseconds the server may take to answer a subscription. */
const ANSWER_MS = 8000;

/**
 * Follows a live channel. `apply` answers the state after a delta (a new object; the old one is not to be changed).
 * A `null` key follows nothing. Timers on such a page use `useNow`, which knows the server's clock.
 */
export function useChannel<State, Delta>(
  channel: string,
  key: MaybeRefOrGetter<string | null | undefined>,
  apply: (state: State, delta: Delta) => State,
  options: {
    token?: MaybeRefOrGetter<string | undefined>;
    /** What is held when following begins, and its number; only what came after it is asked for. */
    held?: () => { seq: number; state: State } | null;
    /** The code of a refusal that may pass: it goes on asking, and `refused` is empty again once it may listen. */
    passing?: string;
  } = {},
): LiveChannel<State> {
  const state = shallowRef<State | null>(null);
  const fresh = ref(false);
  const freshAt = ref(0);
  const refused = ref('');
  let release: () => void = () => {};

  function follow(subject: string, token: string | undefined): () => void {
    let socket: Socket | undefined;
    let over = false;
    const follower = new Follower<State, Delta>(
      { channel, key: subject, ...(token === undefined ? {} : { token }) },
      async (request: SubscribeRequest) =>
        (await socket!.timeout(ANSWER_MS).emitWithAck(SOCKET_EVENTS.subscribe, request)) as SubscribeAnswer<
          State,
          Delta
        >,
      {
        snapshot: (snapshot) => (state.value = snapshot),
        delta: (delta) => {
          if (state.value !== null) state.value = apply(state.value, delta);
          freshAt.value = serverNow();
        },
        serverTime: noteServerMilliseconds,
        fresh: (now) => {
          if (fresh.value || now) freshAt.value = serverNow();
          fresh.value = now;
        },
        refused: (code) => (refused.value = code),
        mayPass: (code) => code === options.passing,
      },
    );
    const held = options.held?.();
    if (held) {
      follower.hold(held.seq);
      state.value = held.state;
    }
    const onConnect = () => void follower.start();
    const onDelta = (message: DeltaMessage<Delta>) => follower.receive(message);
    const onHead = (message: HeadMessage) => follower.noteHead(message);
    const onLost = (reason: string) => {
      follower.lost();
      // The server cut it because rights changed; it does not reconnect by itself then.
      if (reason === 'io server disconnect' && !over) socket!.connect();
    };
    const onRevoked = (ended: Partial<HeadMessage>) => {
      // Without a channel it is the link that ended, and with it everything.
      if (ended.channel === undefined || (ended.channel === channel && ended.key === subject)) follower.revoke();
    };
    void openSocket().then((opened) => {
      if (over) return;
      socket = opened;
      socket.on('connect', onConnect);
      socket.on(SOCKET_EVENTS.delta, onDelta);
      socket.on(SOCKET_EVENTS.head, onHead);
      socket.on(SOCKET_EVENTS.revoked, onRevoked);
      socket.on('disconnect', onLost);
      if (socket.connected) onConnect();
      else socket.connect();
    });
    return () => {
      over = true;
      follower.stop();
      if (!socket) return;
      socket.emit(SOCKET_EVENTS.unsubscribe, { channel, key: subject });
      socket.off('connect', onConnect);
      socket.off(SOCKET_EVENTS.delta, onDelta);
      socket.off(SOCKET_EVENTS.head, onHead);
      socket.off(SOCKET_EVENTS.revoked, onRevoked);
      socket.off('disconnect', onLost);
    };
  }

  watch(
    [() => toValue(key), () => toValue(options.token)] as const,
    ([subject, token]) => {
      release();
      release = () => {};
      state.value = null;
      fresh.value = false;
      refused.value = '';
      if (subject) release = follow(subject, token);
    },
    { immediate: true },
  );
  onScopeDispose(() => release());
  return { state, fresh, freshAt, refused };
}
