import { Database, type Page, readCursor, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Scan } from './scan/scan.entity.js';
import { parseSerial } from './ticket/ticket-text.rules.js';
import { Ticket } from './ticket/ticket.entity.js';

const USUAL = 50;

/** Named reads of tickets and scans for staff. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly database: Database) {}

  /** Tickets of an event, the latest first; `q` is part of a name, or a whole number. */
  async tickets(
    eventId: string,
    filter: { q?: string; state?: string; inside?: number; cursor?: string; limit?: number },
  ): Promise<Page<Ticket>> {
    const { q, state, inside, cursor, limit = USUAL } = filter;
    const query = this.database.manager
      .createQueryBuilder(Ticket, 'ticket')
      .where('ticket.eventId = :eventId', { eventId })
      .orderBy('ticket.id', 'DESC')
      .limit(limit + 1);
    if (state) query.andWhere('ticket.state = :state', { state });
    if (inside !== undefined) query.andWhere('ticket.inside = :inside', { inside });
    if (cursor) query.andWhere('ticket.id < :before', { before: readCursor(cursor, 1)[0] });
    if (q) {
      const serial = parseSerial(q);
      if (serial === undefined)
        query.andWhere("ticket.holderName LIKE :like ESCAPE '!'", { like: `%${q.replace(/[!%_]/g, '!$&')}%` });
      else query.andWhere('ticket.serial = :serial', { serial });
    }
    return toPage(
      await query.getMany(),
      limit,
      (ticket) => [ticket.id],
      (ticket) => ticket,
    );
  }

  /** Scans of an event, the latest received first, each with its ticket. */
  async scans(
    eventId: string,
    filter: { answer?: string; gateId?: string; cursor?: string; limit?: number },
  ): Promise<Page<{ scan: Scan; ticket: Ticket | null }>> {
    const { answer, gateId, cursor, limit = USUAL } = filter;
    const query = this.database.manager
      .createQueryBuilder(Scan, 'scan')
      .leftJoinAndMapOne('scan.ticket', Ticket, 'ticket', 'ticket.id = scan.ticketId')
      .where('scan.eventId = :eventId', { eventId })
      .orderBy({ 'scan.receivedAt': 'DESC', 'scan.id': 'DESC' })
      .limit(limit + 1);
    if (answer) query.andWhere('scan.answer = :answer', { answer });
    if (gateId) query.andWhere('scan.gateId = :gateId', { gateId });
    if (cursor) {
      const [at, id] = readCursor(cursor, 2);
      query.andWhere('(scan.receivedAt < :at OR (scan.receivedAt = :at AND scan.id < :id))', {
        at: new Date(Number(at)),
        id,
      });
    }
    return toPage(
      (await query.getMany()) as (Scan & { ticket: Ticket | null })[],
      limit,
      (scan) => [scan.receivedAt.getTime(), scan.id],
      ({ ticket, ...scan }) => ({ scan, ticket }),
    );
  }
}
