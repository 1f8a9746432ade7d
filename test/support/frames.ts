import { SOCKET_EVENTS, type DeltaMessage, type SubscribeAnswer, type SubscribeRequest } from '@haishi/contracts';
import type { Page } from 'playwright-core';

/** What a page was sent of one channel over all of its connections. */
export interface Received {
  /** The number that it began from: of its first snapshot, or what it held from elsewhere. */
  from: number | undefined;
  /** Snapshots that it was sent later, which it cannot have needed. */
  again: number;
  /** What was sent under each number, pushed or asked for. */
  deltas: Map<number, string>;
}

export interface Frames {
  channels: Map<string, Received>;
  /** Connections that the page opened. */
  connections: number;
}

/** Reads along what a page's websockets carry, from its first on; to be called before the page is opened. */
export function recordFrames(page: Page): Frames {
  const frames: Frames = { channels: new Map(), connections: 0 };
  const of = (channel: string) => {
    const known: Received = frames.channels.get(channel) ?? {
      from: undefined,
      again: 0,
      deltas: new Map<number, string>(),
    };
    frames.channels.set(channel, known);
    return known;
  };
  const keep = (channel: string, { seq, data }: { seq: number; data: unknown }) =>
    of(channel).deltas.set(seq, JSON.stringify(data));
  page.on('websocket', (socket) => {
    frames.connections += 1;
    /** What was asked for, by the number under which its answer comes. */
    const asked = new Map<string, SubscribeRequest>();
    socket.on('framesent', ({ payload }) => {
      const [, id, body] = /^42(\d+)(\[.*)$/s.exec(String(payload)) ?? [];
      if (!body) return;
      const [event, request] = JSON.parse(body) as [string, SubscribeRequest];
      if (event === SOCKET_EVENTS.subscribe) asked.set(id!, request);
    });
    socket.on('framereceived', ({ payload }) => {
      const [, kind, id, body] = /^4([23])(\d*)(\[.*)$/s.exec(String(payload)) ?? [];
      if (!body) return;
      const said = JSON.parse(body) as [unknown, unknown];
      if (kind === '2') {
        const message = said[1] as DeltaMessage;
        if (said[0] === SOCKET_EVENTS.delta) keep(message.channel, message);
        return;
      }
      const request = asked.get(id!);
      const answer = said[0] as SubscribeAnswer;
      if (!request || !answer.ok) return;
      const held = of(request.channel);
      if ('deltas' in answer) for (const delta of answer.deltas) keep(request.channel, delta);
      else if (held.from !== undefined) held.again += 1;
      held.from ??= 'deltas' in answer ? request.after : answer.seq;
    });
  });
  return frames;
}
