import type { StoredEvent } from '@haishi/platform';
import { Injectable } from '@nestjs/common';

/** Answers what of an event's payload may be shown now; sealed values stay sealed until their release. */
export type AuditVeil = (event: StoredEvent) => Promise<Record<string, unknown>>;

/** Where a domain registers what the audit page must not show yet, in `onModuleInit`. */
@Injectable()
export class AuditVeils {
  private readonly veils = new Map<string, AuditVeil>();

  register(eventType: string, veil: AuditVeil): void {
    this.veils.set(eventType, veil);
  }

  /** The payload as it may be shown. */
  async payloadOf(event: StoredEvent): Promise<Record<string, unknown>> {
    return (await this.veils.get(event.type)?.(event)) ?? event.payload;
  }
}
