import { Injectable } from '@nestjs/common';
import type { Actor } from '@haishi/contracts';

/** What a subscription was allowed as. */
export interface Listener {
  actor: Actor;
  /** Set where a link's token gave the right; revoking the link ends its subscriptions. */
  linkId?: string;
}

/**
 * A live channel: one definition for each kind of thing that is watched, declared by the domain that owns it.
 * A channel never carries what its weakest listener may not yet see.
 * Each delta names the new state of what it touches, so that applying one twice is harmless.
 */
export interface ChannelDefinition<Snapshot = unknown> {
  readonly name: string;
  /** Answers who listens, or fails; asked at every subscription. `token` is a link's. */
  authorise(actor: Actor, key: string, token: string | undefined): Promise<Listener>;
  /** The whole of what a listener needs to draw the present state. */
  snapshot(key: string, listener: Listener): Promise<Snapshot>;
  /** Told on every server whenever listeners of the channel are asked anew: what the server holds of their rights may be so no longer. */
  askedAnew?(): void;
  /**
   * Whether all listeners of one key see the same snapshot, so that it is computed once for each sequence number
   * however many ask. Only where every change of the snapshot publishes a delta.
   */
  readonly shared?: boolean;
}

/** Where each domain registers its channels, in `onModuleInit`. */
@Injectable()
export class Channels {
  private readonly definitions = new Map<string, ChannelDefinition>();

  register(definition: ChannelDefinition): void {
    this.definitions.set(definition.name, definition);
  }

  find(name: string): ChannelDefinition | undefined {
    return this.definitions.get(name);
  }
}
