/**
 * The protocol of live channels over Socket.IO.
 * subscribe → snapshot with a sequence number → deltas with consecutive numbers;
 * a gap means: subscribe again with `after`, and be sent exactly what was missed, or a new snapshot.
 * Once a channel is quiet, its listeners are told the last number, so that a last delta that got lost is a gap as well.
 */
export interface SubscribeRequest {
  channel: string;
  /** Which one of the channel's subjects, such as a session's id. */
  key: string;
  /** The last sequence number the client holds. */
  after?: number;
  /** A link's token, for clients without an account. */
  token?: string;
}

export type SubscribeAnswer<Snapshot = unknown, Delta = unknown> =
  | { ok: true; seq: number; serverTime: number; snapshot: Snapshot }
  | { ok: true; seq: number; serverTime: number; deltas: { seq: number; data: Delta }[] }
  | { ok: false; code: string };

export interface DeltaMessage<Delta = unknown> {
  channel: string;
  key: string;
  seq: number;
  data: Delta;
}

/** The number of a channel's last message. */
export type HeadMessage = Omit<DeltaMessage, 'data'>;

/** Sent to clients without an account as their number changes: within how many milliseconds they should come back after a break. */
export interface CrowdMessage {
  spreadMs: number;
}

/** Names of the Socket.IO events. */
export const SOCKET_EVENTS = {
  subscribe: 'subscribe',
  unsubscribe: 'unsubscribe',
  delta: 'delta',
  head: 'head',
  /** Sent to clients whose right to listen ended: `{ channel, key }`. */
  revoked: 'revoked',
  crowd: 'crowd',
} as const;
