import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { FairInvitation } from './invitation.entity.js';
import { InvitationQueries } from './invitation.queries.js';
import { InvitationTickets } from './invitation.tickets.js';

/** What the fair holds of an invited graduate: the line on the list. */
@Injectable()
export class InvitationPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'invitations';

  constructor(
    private readonly registry: PersonalData,
    private readonly persons: Persons,
    private readonly queries: InvitationQueries,
    private readonly tickets: InvitationTickets,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const rows = await this.of(personId);
    return rows.map(({ fairId, name, mail, phone, university, degree, major, state, sentAt, answeredAt }) => ({
      fairId,
      name,
      mail,
      phone,
      university,
      degree,
      major,
      state,
      sentAt,
      answeredAt,
    }));
  }

  /** The line stays for the count of those invited, without the person; the ticket is good no more. */
  async erase(work: Work, personId: string): Promise<void> {
    for (const invitation of await this.of(personId)) {
      await this.tickets.erase(work, invitation);
      await work.manager.update(
        FairInvitation,
        { id: Equal(invitation.id) },
        { name: '—', mail: invitation.id, phone: null, major: '', state: 'revoked', tokenHash: null, personId: null },
      );
    }
  }

  /** What the person answered, and what waits at their mail address. */
  private async of(personId: string): Promise<FairInvitation[]> {
    return this.queries.ofPerson(personId, (await this.persons.byId(personId))?.mail ?? null);
  }
}
