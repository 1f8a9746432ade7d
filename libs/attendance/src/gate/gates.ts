import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, assertVersion, Database, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { AdmissionEvent, scopesOfEvent } from '../event/admission-event.entity.js';
import { EventFactsCache } from '../event/event-facts.js';
import type { GateState } from '../event/event.rules.js';
import { LiveCounts } from '../live/live-counts.js';
import { AttendanceCounter, emptyCounter } from './counter.entity.js';
import { Gate } from './gate.entity.js';

export const MAX_GATES = 50;

/** The gates of an event. */
@Injectable()
export class Gates {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly facts: EventFactsCache,
    private readonly live: LiveCounts,
  ) {}

  /** In their order. */
  of(eventId: string): Promise<Gate[]> {
    return this.database.manager.find(Gate, { where: { eventId: Equal(eventId) }, order: { position: 'ASC' } });
  }

  /** Adds the gates that are missing; the caller has checked the actor and appends the event. */
  async ensure(work: Work, eventId: string, names: readonly string[]): Promise<void> {
    const held = await this.of(eventId);
    const missing = [...new Set(names)].filter((name) => !held.some((gate) => gate.name === name));
    if (held.length + missing.length > MAX_GATES)
      throw failure('attendance.gates_exhausted', { params: { max: MAX_GATES } });
    for (const [index, name] of missing.entries()) await this.insert(work, eventId, name, held.length + index);
  }

  /** Adds a gate. Fails with `attendance.gate_name_taken`, `attendance.gates_exhausted`, `attendance.event_closed`. */
  async add(actor: Actor, eventId: string, name: string): Promise<Gate> {
    return this.uow.run(actor, async (work) => {
      await work.lockRow(AdmissionEvent, eventId);
      const event = await this.managed(actor, eventId);
      if (event.state === 'closed') throw failure('attendance.event_closed');
      const held = await this.of(eventId);
      if (held.length >= MAX_GATES) throw failure('attendance.gates_exhausted', { params: { max: MAX_GATES } });
      assertNameFree(held, name);
      const gate = await this.insert(work, eventId, name, held.length);
      await this.changed(work, event, 'gate.created', gate);
      return gate;
    });
  }

  /** Renames, opens or closes a gate. Fails with `attendance.gate_name_taken`, `common.stale`. */
  async change(actor: Actor, gateId: string, held: number, input: { name: string; state: GateState }): Promise<Gate> {
    return this.uow.run(actor, async (work) => {
      await work.lockRow(Gate, gateId);
      const gate = await work.manager.findOneBy(Gate, { id: Equal(gateId) });
      if (!gate) throw failure('common.not_found');
      const event = await this.managed(actor, gate.eventId);
      assertVersion(gate.version, held);
      assertNameFree(
        (await this.of(gate.eventId)).filter((other) => other.id !== gateId),
        input.name,
      );
      Object.assign(gate, { name: input.name, state: input.state });
      await work.manager.save(gate);
      await this.changed(work, event, 'gate.changed', gate);
      return gate;
    });
  }

  private async managed(actor: Actor, eventId: string): Promise<AdmissionEvent> {
    const event = await this.database.manager.findOneBy(AdmissionEvent, { id: Equal(eventId) });
    if (!event) throw failure('common.not_found');
    assertAllowed(actor, 'gate.manage', scopesOfEvent(event));
    return event;
  }

  private async insert(work: Work, eventId: string, name: string, position: number): Promise<Gate> {
    const gate = work.manager.create(Gate, { id: newId(), eventId, name, position, state: 'open', version: 1 });
    await work.manager.insert(Gate, gate);
    await work.manager.insert(AttendanceCounter, emptyCounter(eventId, gate.id));
    return gate;
  }

  private async changed(work: Work, event: AdmissionEvent, type: string, gate: Gate): Promise<void> {
    const { id, name, state } = gate;
    await work.event({
      type,
      subjectType: 'admission_event',
      subjectId: event.id,
      scopes: scopesOfEvent(event),
      payload: { gateId: id, name, state },
    });
    work.afterCommit(() => {
      this.facts.forget(event.id);
      this.live.touch(event.id);
    });
  }
}

function assertNameFree(gates: readonly Gate[], name: string): void {
  if (gates.some((gate) => gate.name === name)) throw failure('attendance.gate_name_taken', { field: 'name' });
}
