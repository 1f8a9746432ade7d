import { Admissions, type Ticket, Tickets } from '@haishi/attendance';
import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { FairInvitation } from './invitation.entity.js';

const HOLDER = 'invitation';
const KIND = 'graduate';

/** The tickets of invited graduates. */
@Injectable()
export class InvitationTickets {
  constructor(
    private readonly admissions: Admissions,
    private readonly tickets: Tickets,
  ) {}

  /** Issues the ticket; the caller has checked that the invitation was accepted. */
  async issue(work: Work, { id, fairId, name }: FairInvitation): Promise<void> {
    const eventId = await this.eventOf(fairId);
    await this.tickets.issue(work, { eventId, holderType: HOLDER, holderId: id, holderName: name, kind: KIND });
  }

  /** A new link that opens the ticket. Fails with `attendance.ticket_revoked`. */
  async link(work: Work, invitation: FairInvitation): Promise<string> {
    const ticket = await this.of(invitation);
    if (ticket?.state !== 'valid') throw failure('attendance.ticket_revoked');
    return this.tickets.link(work, ticket.id);
  }

  async revoke(work: Work, invitation: FairInvitation, reason: string): Promise<void> {
    const ticket = await this.of(invitation);
    if (ticket) await this.tickets.revoke(work, ticket.id, reason);
  }

  /** Revokes the ticket, and takes the holder's name from it. */
  async erase(work: Work, invitation: FairInvitation): Promise<void> {
    const ticket = await this.of(invitation);
    if (ticket) await this.tickets.erase(work, ticket);
  }

  /** When each of these graduates of one fair was first admitted, by the invitation's id. */
  async admittedAt(fairId: string, ids: readonly string[]): Promise<Map<string, Date>> {
    const tickets = await this.tickets.ofHolders(await this.eventOf(fairId), HOLDER, ids);
    return new Map(
      tickets.flatMap(({ holderId, firstAdmittedAt }) => (firstAdmittedAt ? [[holderId, firstAdmittedAt]] : [])),
    );
  }

  private async of({ fairId, id }: FairInvitation): Promise<Ticket | null> {
    return this.tickets.ofHolder(await this.eventOf(fairId), HOLDER, id);
  }

  private async eventOf(fairId: string): Promise<string> {
    const event = await this.admissions.find('fair', fairId);
    if (!event) throw failure('common.not_found');
    return event.id;
  }
}
