import { randomInt } from 'node:crypto';
import { type Actor, failure, type LocalText, type Permission } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, assertVersion, Database, isAllowed, scopesOf, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { AttendanceCounter, emptyCounter, WHOLE_EVENT } from '../gate/counter.entity.js';
import { Gates } from '../gate/gates.js';
import { LiveCounts } from '../live/live-counts.js';
import { AdmissionEvent, scopesOfEvent } from './admission-event.entity.js';
import { EventFactsCache } from './event-facts.js';
import type { EventState, ReentryRule } from './event.rules.js';

export interface EnsuredEvent {
  externalType: AdmissionEvent['externalType'];
  externalId: string;
  name: LocalText;
  place: LocalText;
  approvedCapacity: number;
  reentry: ReentryRule;
  /** IANA name. */
  timeZone: string;
  opensAt: Date;
  closesAt: Date;
  /** Names; gates that are missing are added, none is taken away. */
  gates: readonly string[];
}

export interface EventChange {
  approvedCapacity: number;
  reentry: ReentryRule;
  opensAt: Date;
  closesAt: Date;
  state: EventState;
}

const UINT32 = 2 ** 32;

/** The events that persons are admitted to. */
@Injectable()
export class Admissions {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly facts: EventFactsCache,
    private readonly gates: Gates,
    private readonly live: LiveCounts,
  ) {}

  /** Makes the event of a thing of the room above, or brings it up to date. The caller has checked the actor. */
  async ensureEvent(work: Work, input: EnsuredEvent): Promise<AdmissionEvent> {
    const { externalType, externalId, name, place, approvedCapacity, reentry, timeZone, opensAt, closesAt } = input;
    assertHours(opensAt, closesAt);
    const facts = {
      nameZh: name.zh,
      nameEn: name.en,
      placeZh: place.zh,
      placeEn: place.en,
      approvedCapacity,
      reentry,
      timeZone,
      opensAt,
      closesAt,
    };
    const found = await this.find(externalType, externalId);
    const event =
      found ?? work.manager.create(AdmissionEvent, { id: newId(), externalType, externalId, state: 'active' });
    Object.assign(event, facts);
    if (!found) event.number = await this.freeNumber(work);
    await work.manager.save(event);
    if (!found) await work.manager.insert(AttendanceCounter, emptyCounter(event.id, WHOLE_EVENT));
    await this.gates.ensure(work, event.id, input.gates);
    await this.changed(work, event, found ? 'admission_event.changed' : 'admission_event.created', {
      approvedCapacity,
      reentry,
      opensAt,
      closesAt,
    });
    return event;
  }

  /** The event of a thing of the room above. */
  find(externalType: AdmissionEvent['externalType'], externalId: string): Promise<AdmissionEvent | null> {
    return this.database.manager.findOneBy(AdmissionEvent, {
      externalType: Equal(externalType),
      externalId: Equal(externalId),
    });
  }

  /** The event of this id, for who holds one of `permissions` there; `common.not_found` for anybody else. */
  async visible(actor: Actor, eventId: string, ...permissions: Permission[]): Promise<AdmissionEvent> {
    const event = await this.database.manager.findOneBy(AdmissionEvent, { id: Equal(eventId) });
    if (!event || !permissions.some((permission) => isAllowed(actor, permission, scopesOfEvent(event))))
      throw failure('common.not_found');
    return event;
  }

  /** The events at which the actor may do something, the latest first. */
  async list(actor: Actor): Promise<AdmissionEvent[]> {
    const order = { opensAt: 'DESC', id: 'ASC' } as const;
    const places = (['fair', 'session', 'edition'] as const).map((type) => ({
      type,
      ids: scopesOf(actor, 'attendance.read', type),
    }));
    if (places.some(({ ids }) => ids === 'all')) return this.database.manager.find(AdmissionEvent, { order });
    const where = places
      .filter(({ ids }) => ids.length > 0)
      .map(({ type, ids }) => ({ externalType: Equal(type), externalId: In(ids as string[]) }));
    return where.length === 0 ? [] : this.database.manager.find(AdmissionEvent, { where, order });
  }

  /** Changes how the event admits, from the next scan on. Fails with `common.stale`, `attendance.hours_reversed`. */
  async change(actor: Actor, eventId: string, held: number, input: EventChange): Promise<AdmissionEvent> {
    return this.uow.run(actor, async (work) => {
      await work.lockRow(AdmissionEvent, eventId);
      const event = await this.visible(actor, eventId, 'gate.manage', 'attendance.read');
      assertAllowed(actor, 'gate.manage', scopesOfEvent(event));
      assertVersion(event.version, held);
      assertHours(input.opensAt, input.closesAt);
      const { approvedCapacity, reentry, opensAt, closesAt, state } = input;
      Object.assign(event, { approvedCapacity, reentry, opensAt, closesAt, state });
      await work.manager.save(event);
      await this.changed(work, event, 'admission_event.changed', {
        approvedCapacity,
        reentry,
        opensAt,
        closesAt,
        state,
      });
      return event;
    });
  }

  private async changed(
    work: Work,
    event: AdmissionEvent,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await work.event({
      type,
      subjectType: 'admission_event',
      subjectId: event.id,
      scopes: scopesOfEvent(event),
      payload,
    });
    work.afterCommit(() => {
      this.facts.forget(event.id);
      this.live.touch(event.id);
    });
  }

  private async freeNumber(work: Work): Promise<number> {
    for (;;) {
      const number = randomInt(UINT32);
      if (!(await work.manager.existsBy(AdmissionEvent, { number: Equal(number) }))) return number;
    }
  }
}

function assertHours(opensAt: Date, closesAt: Date): void {
  if (closesAt.getTime() <= opensAt.getTime()) throw failure('attendance.hours_reversed', { field: 'closesAt' });
}
