import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { MailingRecipient } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';

/** Messages to many that a person got. */
@Injectable()
export class MailingPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'mailings';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: MailingQueries,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    return (await this.got(personId)).map(({ mailingId, name, mail, title, number, orderedAt }) => ({
      mailingId,
      name,
      mail,
      title,
      number,
      orderedAt,
    }));
  }

  /** That somebody was written to stays on record without who it was; who still waits is written to no more. */
  async erase(work: Work, personId: string): Promise<void> {
    const ids = (await this.got(personId)).map(({ id }) => id);
    await work.manager.update(
      MailingRecipient,
      { id: In(ids) },
      { personId: null, name: '—', mail: '', orderedAt: work.now },
    );
  }

  /** Core members are written to by address, whether they have an account or not. */
  private async got(personId: string): Promise<MailingRecipient[]> {
    return this.queries.ofPerson(personId, (await this.persons.byId(personId))?.mail ?? null);
  }
}
