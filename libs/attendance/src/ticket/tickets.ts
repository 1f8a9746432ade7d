import { randomInt } from 'node:crypto';
import { type Actor, failure } from '@haishi/contracts';
import { Links } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { assertAllowed, Database, qrSvg, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { AdmissionEvent, scopesOfEvent } from '../event/admission-event.entity.js';
import { Admissions } from '../event/admissions.js';
import { SigningKeys } from '../key/signing-keys.js';
import { formatSerial } from './ticket-text.rules.js';
import { type HolderType, Ticket } from './ticket.entity.js';

export interface NewTicket {
  eventId: string;
  holderType: Exclude<HolderType, 'walk_up'>;
  holderId: string;
  holderName: string;
  kind: string;
}

/** A ticket as its holder sees it, also without a network. */
export interface TicketView {
  number: string;
  holderName: string;
  kind: string;
  event: Pick<AdmissionEvent, 'nameZh' | 'nameEn' | 'placeZh' | 'placeEn' | 'timeZone' | 'opensAt' | 'closesAt'>;
  /** An SVG image of the signed code. */
  qr: string;
}

const TICKET_LINK = 'attendance.ticket';
const UINT32 = 2 ** 32;
/** A code outlives its event by this long, since an event may be prolonged after its tickets were printed. */
const GRACE_DAYS = 7;
const NEVER_SCANNED = new Date(0);
const ERASED_NAME = '—';

/** Tickets: issued, shown, revoked. */
@Injectable()
export class Tickets {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly links: Links,
    private readonly keys: SigningKeys,
    private readonly admissions: Admissions,
  ) {}

  /**
   * The one ticket of this holder, issued where there is none and valid again where it was revoked.
   * The caller has checked that the holder may have it. Fails with `attendance.event_closed`.
   */
  async issue(work: Work, input: NewTicket): Promise<Ticket> {
    const event = await work.manager.findOneByOrFail(AdmissionEvent, { id: Equal(input.eventId) });
    if (event.state === 'closed') throw failure('attendance.event_closed');
    const found = await this.ofHolder(input.eventId, input.holderType, input.holderId);
    if (!found) return this.insert(work, event, { ...input, id: newId() });
    if (found.state === 'revoked') {
      const valid = { state: 'valid', revokedAt: null, revokedReason: null } as const;
      await work.manager.update(Ticket, { id: Equal(found.id), state: Equal('revoked') }, valid);
      await this.record(work, 'ticket.restored', event, found.id, {});
      Object.assign(found, valid);
    }
    return found;
  }

  /** A ticket for who came without one 现场登记. Demands `gate.scan` at the event. */
  async registerWalkUp(
    actor: Actor,
    eventId: string,
    holderName: string,
    kind: string,
  ): Promise<{ ticket: Ticket; token: string }> {
    return this.uow.run(actor, async (work) => {
      const event = await this.admissions.visible(actor, eventId, 'gate.scan', 'gate.manage');
      if (event.state === 'closed') throw failure('attendance.event_closed');
      const id = newId();
      const ticket = await this.insert(work, event, {
        id,
        eventId,
        holderType: 'walk_up',
        holderId: id,
        holderName,
        kind,
      });
      return { ticket, token: await this.link(work, ticket.id) };
    });
  }

  /** A link that opens the ticket. Its token is told once and belongs in a fragment. */
  async link(work: Work, ticketId: string): Promise<string> {
    const { token } = await this.links.create(work, {
      purpose: TICKET_LINK,
      subjectType: 'ticket',
      subjectId: ticketId,
      label: '',
    });
    return token;
  }

  /** The ticket that a link opens. Fails with `identity.link_not_valid`, `attendance.ticket_revoked`. */
  async open(actor: Actor, token: string): Promise<TicketView> {
    const link = await this.links.resolve(token, TICKET_LINK);
    const { manager } = this.database;
    const ticket = await manager.findOneByOrFail(Ticket, { id: Equal(link.subjectId) });
    if (ticket.state === 'revoked') throw failure('attendance.ticket_revoked');
    const event = await manager.findOneByOrFail(AdmissionEvent, { id: Equal(ticket.eventId) });
    const { nameZh, nameEn, placeZh, placeEn, timeZone, opensAt, closesAt } = event;
    return {
      number: formatSerial(ticket.serial),
      holderName: ticket.holderName,
      kind: ticket.kind,
      event: { nameZh, nameEn, placeZh, placeEn, timeZone, opensAt, closesAt },
      qr: qrSvg(await this.code(actor, event, ticket)),
    };
  }

  /** The signed text of a ticket's code. */
  code(actor: Actor, event: AdmissionEvent, ticket: Ticket): Promise<string> {
    const expiresAt = Math.floor(event.closesAt.getTime() / 1000) + GRACE_DAYS * 86_400;
    return this.keys.sign(actor, { eventNumber: event.number, serial: ticket.serial, expiresAt });
  }

  /** Revokes a ticket by hand. Demands `gate.manage` at the event. */
  async revokeByStaff(actor: Actor, ticketId: string, reason: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const ticket = await work.manager.findOneBy(Ticket, { id: Equal(ticketId) });
      if (!ticket) throw failure('common.not_found');
      const event = await this.admissions.visible(actor, ticket.eventId, 'gate.manage', 'attendance.read');
      assertAllowed(actor, 'gate.manage', scopesOfEvent(event));
      if (!(await this.revoke(work, ticketId, reason))) {
        throw failure('common.state_not_allowed', { params: { state: 'revoked' } });
      }
    });
  }

  /** Revokes a ticket; answers whether it was valid. The caller has checked the actor. */
  async revoke(work: Work, ticketId: string, reason: string): Promise<boolean> {
    const { affected } = await work.manager.update(
      Ticket,
      { id: Equal(ticketId), state: Equal('valid') },
      { state: 'revoked', revokedAt: work.now, revokedReason: reason },
    );
    if (affected !== 1) return false;
    const { eventId } = await work.manager.findOneByOrFail(Ticket, { id: Equal(ticketId) });
    const event = await work.manager.findOneByOrFail(AdmissionEvent, { id: Equal(eventId) });
    await this.record(work, 'ticket.revoked', event, ticketId, { reason });
    return true;
  }

  /** The ticket of a holder, valid or not. */
  ofHolder(eventId: string, holderType: HolderType, holderId: string): Promise<Ticket | null> {
    return this.database.manager.findOneBy(Ticket, {
      eventId: Equal(eventId),
      holderType: Equal(holderType),
      holderId: Equal(holderId),
    });
  }

  /** The tickets of these holders, valid or not. */
  ofHolders(eventId: string, holderType: HolderType, holderIds: readonly string[]): Promise<Ticket[]> {
    if (holderIds.length === 0) return Promise.resolve([]);
    return this.database.manager.findBy(Ticket, {
      eventId: Equal(eventId),
      holderType: Equal(holderType),
      holderId: In([...holderIds]),
    });
  }

  /** Revokes a ticket whose holder is erased, and takes their name from it; its scans stay. */
  async erase(work: Work, { id }: Ticket): Promise<void> {
    await this.revoke(work, id, '');
    await work.manager.update(Ticket, { id: Equal(id) }, { holderName: ERASED_NAME });
  }

  private async insert(
    work: Work,
    event: AdmissionEvent,
    input: Omit<NewTicket, 'holderType'> & { id: string; holderType: HolderType },
  ) {
    const ticket = work.manager.create(Ticket, {
      ...input,
      serial: await this.freeSerial(work, event.id),
      state: 'valid',
      issuedAt: work.now,
      revokedAt: null,
      revokedReason: null,
      inside: false,
      admissions: 0,
      firstAdmittedAt: null,
      entryScanId: null,
      lastScanAt: NEVER_SCANNED,
      contested: false,
    });
    await work.manager.insert(Ticket, ticket);
    const { holderType, holderId, kind } = input;
    await this.record(work, 'ticket.issued', event, ticket.id, { holderType, holderId, kind });
    return ticket;
  }

  private async record(
    work: Work,
    type: string,
    event: AdmissionEvent,
    ticketId: string,
    payload: Record<string, unknown>,
  ) {
    const scopes = scopesOfEvent(event);
    await work.event({
      type,
      subjectType: 'ticket',
      subjectId: ticketId,
      scopes,
      payload: { eventId: event.id, ...payload },
    });
  }

  private async freeSerial(work: Work, eventId: string): Promise<number> {
    for (;;) {
      const serial = randomInt(UINT32);
      if (!(await work.manager.existsBy(Ticket, { eventId: Equal(eventId), serial: Equal(serial) }))) return serial;
    }
  }
}
