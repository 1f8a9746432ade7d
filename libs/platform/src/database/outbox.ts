import { Injectable } from '@nestjs/common';
import type { StoredEvent } from './event.entity.js';

/**
 * Reacts to committed events: a mail, a job, a projection.
 * `handle` runs inside a unit of work that also marks the delivery, so its own writes happen once per event;
 * what leaves the process (a mail) is keyed by `event.id` and `name`.
 */
export interface EventConsumer {
  /** Unique and stable: deliveries are stored under it. */
  readonly name: string;
  readonly types: readonly string[];
  handle(event: StoredEvent): Promise<void>;
}

/** Where each domain registers its consumers, in `onModuleInit`. */
@Injectable()
export class EventConsumers {
  private readonly consumers = new Map<string, EventConsumer>();
  private readonly byType = new Map<string, EventConsumer[]>();
  private readonly heardBy = new Map<string, (() => void)[]>();
  private listener: () => void = () => {};

  /** @throws Error where another consumer has that name */
  register(consumer: EventConsumer): void {
    if (this.consumers.has(consumer.name)) throw new Error(`There are two consumers named ${consumer.name}.`);
    this.consumers.set(consumer.name, consumer);
    for (const type of consumer.types) this.byType.set(type, [...this.for(type), consumer]);
  }

  /**
   * Has `act` called after each commit with an event of one of `types`, once, on the server that committed: for what servers hold in
   * memory. Nothing is stored for it, and none of it is made up for after a crash.
   */
  hear(types: readonly string[], act: () => void): void {
    for (const type of types) this.heardBy.set(type, [...this.hearing(type), act]);
  }

  hearing(type: string): readonly (() => void)[] {
    return this.heardBy.get(type) ?? [];
  }

  for(type: string): readonly EventConsumer[] {
    return this.byType.get(type) ?? [];
  }

  named(name: string): EventConsumer | undefined {
    return this.consumers.get(name);
  }

  get names(): string[] {
    return [...this.consumers.keys()];
  }

  /** Says that events were committed which consumers wait for. */
  wake(): void {
    this.listener();
  }

  /** Who delivers, to be woken. */
  onWake(listener: () => void): void {
    this.listener = listener;
  }
}
