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
  private readonly consumers: EventConsumer[] = [];

  register(consumer: EventConsumer): void {
    this.consumers.push(consumer);
  }

  for(type: string): readonly EventConsumer[] {
    return this.consumers.filter((consumer) => consumer.types.includes(type));
  }
}
