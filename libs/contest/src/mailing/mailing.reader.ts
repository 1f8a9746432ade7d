import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { MailingAccess, maySee } from './mailing.access.js';
import type { MailingView, RecipientPage, RecipientQuery, RecipientView } from './mailing.dto.js';
import type { Mailing } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';

const PAGE = 50;

/** What was sent, and how far it is. */
@Injectable()
export class MailingReader {
  constructor(
    private readonly access: MailingAccess,
    private readonly queries: MailingQueries,
    private readonly persons: Persons,
  ) {}

  /** The latest first. */
  async list(actor: Actor, editionName: string): Promise<MailingView[]> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    const mailings = (await this.queries.ofEdition(edition.id)).filter((one) => maySee(actor, reach, one));
    return this.views(mailings);
  }

  async one(actor: Actor, id: string): Promise<MailingView> {
    const [view] = await this.views([await this.access.mailing(actor, id)]);
    return view!;
  }

  async recipients(actor: Actor, id: string, query: RecipientQuery): Promise<RecipientPage> {
    const mailing = await this.access.mailing(actor, id);
    const limit = query.limit ?? PAGE;
    const found = await this.queries.recipients(mailing.id, query.state, query.cursor, limit);
    return toPage(
      found,
      limit,
      (row) => [row.id],
      ({ id: own, name, mail, title, number, state, reason }): RecipientView => ({
        id: own,
        name,
        mail,
        title,
        number,
        state,
        reason,
      }),
    );
  }

  private async views(mailings: readonly Mailing[]): Promise<MailingView[]> {
    const counts = await this.queries.counts(mailings.map(({ id }) => id));
    const persons = await this.persons.byIds(mailings.map(({ createdBy }) => createdBy));
    return mailings.map(({ id, subject, text, audience, recipients, createdAt, createdBy }) => ({
      id,
      subject,
      text,
      audience,
      recipients,
      createdAt: createdAt.toISOString(),
      createdBy: persons.get(createdBy)?.name ?? createdBy,
      counts: counts.get(id)!,
    }));
  }
}
