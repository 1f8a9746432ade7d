import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { MailingRecipient } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';

/** Messages to many that a person got. */
@Injectable()
export class MailingPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'mailings';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: MailingQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const got = await this.queries.ofPerson(personId);
    return got.map(({ mailingId, name, mail, title, number, orderedAt }) => ({
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
    await work.manager.update(
      MailingRecipient,
      { personId: Equal(personId) },
      { personId: null, name: '—', mail: '', orderedAt: work.now },
    );
  }
}
