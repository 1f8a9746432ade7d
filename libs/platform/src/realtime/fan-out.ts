import type { CrowdMessage, DeltaMessage, HeadMessage } from '@haishi/contracts';
import type { Server } from 'socket.io';

/** Listeners written to before others get their turn: about a millisecond where nobody acts. */
const AT_ONCE = 64;
/** The same while somebody acts, whose every statement comes back in a turn of its own. */
const AT_ONCE_BESIDE_WORK = 6;

interface Sending {
  room: string;
  seq: number;
  begun: boolean;
  /** The sockets still to be written to. Who leaves meanwhile is taken from them. */
  sockets: Iterator<string>;
  packet: string;
  options: { compress: false; wsPreEncodedFrame: [Buffer] };
}

/**
 * Writes messages to this server's listeners in the order in which they came, those of one room by their numbers, a few
 * listeners at a time: writing to thousands takes as long as answering dozens of requests, and whoever acts goes before
 * whoever watches. Each message is encoded once and written to the connections themselves, which saves what a broadcast
 * spends beside the writing.
 */
export class FanOut {
  private readonly queue: Sending[] = [];

  /** `acting`: whether somebody waits for what they did to be stored. */
  constructor(
    private readonly server: Server,
    private readonly acting: () => boolean,
  ) {}

  /**
   * Sends the event of that name to whoever is in the room. Begins in a turn of its own, so that whoever acted has the answer
   * first. Two transactions that commit close after one another may be known here the other way round, as they come over two
   * connections: a message then goes before later ones of its room that nobody was written yet, and a hall asks for nothing.
   */
  send(room: string, event: string, message: DeltaMessage | HeadMessage | CrowdMessage): void {
    const sockets = this.server.of('/').adapter.rooms.get(room);
    if (sockets === undefined) return;
    // Socket.IO's packet 2 is an event of the main namespace, Engine.IO's packet 4 holds a message.
    const packet = `2${JSON.stringify([event, message])}`;
    const options = { compress: false as const, wsPreEncodedFrame: [textFrame(`4${packet}`)] as [Buffer] };
    const seq = 'seq' in message ? message.seq : 0;
    const next = this.queue.findIndex((one) => !one.begun && one.room === room && one.seq > seq);
    const sending = { room, seq, begun: false, sockets: sockets.values(), packet, options };
    this.queue.splice(next === -1 ? this.queue.length : next, 0, sending);
    if (this.queue.length === 1) setImmediate(() => this.turn());
  }

  private turn(): void {
    const { sockets } = this.server.of('/');
    for (let free = this.acting() ? AT_ONCE_BESIDE_WORK : AT_ONCE; free > 0 && this.queue.length > 0;) {
      const first = this.queue[0]!;
      const { packet, options } = first;
      first.begun = true;
      const { value, done } = first.sockets.next();
      if (done) {
        this.queue.shift();
        continue;
      }
      sockets.get(value)?.conn.write(packet, options);
      free -= 1;
    }
    if (this.queue.length > 0) setImmediate(() => this.turn());
  }
}

/** A whole WebSocket frame (RFC 6455, 5.2) of a server. */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(start + length);
  frame[0] = 0x81;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}
