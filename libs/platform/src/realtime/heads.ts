import { type HeadMessage, SOCKET_EVENTS } from '@haishi/contracts';
import type { Server } from 'socket.io';
import type { ChannelLog } from '../database/channel-log.js';
import type { FanOut } from './fan-out.js';

interface Room {
  channel: string;
  key: string;
  /** Its channel's last number as seen last, and as told last. */
  seen: number;
  told: number;
}

export const roomOf = (channel: string, key: string) => `${channel}:${key}`;

/** The rooms that somebody on this server is in, and how far their channels are. */
export class Heads {
  private readonly rooms = new Map<string, Room>();

  constructor(
    private readonly server: Server,
    private readonly fanOut: FanOut,
    private readonly log: ChannelLog,
  ) {}

  /** Somebody came to listen, and was told everything up to `seq`. */
  entered(channel: string, key: string, seq: number): void {
    const room = roomOf(channel, key);
    if (!this.rooms.has(room)) this.rooms.set(room, { channel, key, seen: seq, told: seq });
  }

  /** The subjects of a channel that somebody may listen to, each with its room. */
  *keysOf(channel: string): Iterable<readonly [key: string, room: string]> {
    for (const [name, room] of this.rooms) if (room.channel === channel) yield [room.key, name];
  }

  /**
   * Tells this server's listeners the last numbers of channels that were quiet since the last look: a server that dies
   * between a commit and its push leaves a message that nobody was sent.
   */
  async tell(): Promise<void> {
    for (const name of this.rooms.keys()) if (!this.server.of('/').adapter.rooms.has(name)) this.rooms.delete(name);
    if (this.rooms.size === 0) return;
    const keys = new Set([...this.rooms.values()].map(({ key }) => key));
    for (const { channel, channelKey: key, seq } of await this.log.heads([...keys])) {
      const room = this.rooms.get(roomOf(channel, key));
      if (!room) continue;
      if (room.seen === seq && room.told !== seq) {
        room.told = seq;
        const message: HeadMessage = { channel, key, seq };
        this.fanOut.send(roomOf(channel, key), SOCKET_EVENTS.head, message);
      }
      room.seen = seq;
    }
  }
}
