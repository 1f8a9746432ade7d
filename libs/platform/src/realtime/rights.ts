import type { Actor } from '@haishi/contracts';
import type { Server } from 'socket.io';
import type { Channels } from './channels.js';

/** Asks again and again, while it is told to, whether those who listen on this server still may. */
export class Rights {
  /** Channels that are being asked about, and whether they are to be once more. */
  private readonly asking = new Map<string, boolean>();
  /** How often each channel was asked about. */
  private readonly times = new Map<string, number>();

  /** `keysOf`: the subjects of a channel that somebody may listen to here, with their rooms. */
  constructor(
    private readonly server: Server,
    private readonly channels: Channels,
    private readonly keysOf: (channel: string) => Iterable<readonly [key: string, room: string]>,
  ) {}

  /** Another answer than before says that whoever was let in to the channel between has to be asked again. */
  asked(channel: string): number {
    return this.times.get(channel) ?? 0;
  }

  /** Cuts everybody who listens to the channel and may no longer: who comes back is told why. No link opens such a channel. */
  async askAnew(channel: string): Promise<void> {
    this.channels.find(channel)?.askedAnew?.();
    this.times.set(channel, this.asked(channel) + 1);
    const busy = this.asking.has(channel);
    this.asking.set(channel, true);
    if (busy) return;
    while (this.asking.get(channel)) {
      this.asking.set(channel, false);
      await this.askAll(channel);
    }
    this.asking.delete(channel);
  }

  private async askAll(channel: string): Promise<void> {
    const { adapter, sockets } = this.server.of('/');
    for (const [key, room] of [...this.keysOf(channel)])
      for (const id of [...(adapter.rooms.get(room) ?? [])]) {
        const socket = sockets.get(id);
        if (!socket) continue;
        try {
          const actor = await (socket.data as { actor: Promise<Actor> }).actor;
          await this.channels.find(channel)!.authorise(actor, key, undefined);
        } catch {
          // Also where it cannot be said just now: coming back, they are asked again.
          socket.disconnect(true);
        }
      }
  }
}
