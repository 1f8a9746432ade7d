import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { FreshCache } from '../fresh-cache.js';
import { Gate } from '../gate/gate.entity.js';
import { AdmissionEvent } from './admission-event.entity.js';

/** An event and its gates as scans need them: read once for many. */
export interface EventFacts {
  event: AdmissionEvent;
  /** Milliseconds. */
  opensAt: number;
  closesAt: number;
  gates: Map<string, Gate>;
}

/** How long another server's change may go unnoticed here, in milliseconds. */
const FRESH_FOR = 2_000;

/** Answers what scans ask of events without asking the database each time. */
@Injectable()
export class EventFactsCache {
  private readonly facts = new FreshCache((eventId) => this.read(eventId), FRESH_FOR);

  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  get(eventId: string): Promise<EventFacts> {
    return this.facts.get(eventId);
  }

  forget(eventId: string): void {
    this.facts.forget(eventId);
  }

  private async read(eventId: string): Promise<EventFacts> {
    const { manager } = this.database;
    const event = await manager.findOneBy(AdmissionEvent, { id: Equal(eventId) });
    if (!event) throw failure('common.not_found');
    const gates = await manager.find(Gate, { where: { eventId: Equal(eventId) }, order: { position: 'ASC' } });
    return {
      event,
      opensAt: event.opensAt.getTime(),
      closesAt: event.closesAt.getTime(),
      gates: new Map(gates.map((gate) => [gate.id, gate])),
    };
  }
}
