import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { MailingAccess, maySee } from './mailing.access.js';
import {
  DELIVERY_STATES,
  type MailingView,
  type RecipientPage,
  type RecipientQuery,
  type RecipientView,
} from './mailing.dto.js';
import type { Mailing } from './mailing.entity.js';
import { MailingPlaces, type MailingPlacesView } from './mailing.places.js';
import { MailingQueries } from './mailing.queries.js';
import { worded } from './mailing.rules.js';
import { MailingSight } from './mailing.sight.js';

const PAGE = 50;

/** What was sent, and how far it is. */
@Injectable()
export class MailingReader {
  constructor(
    private readonly access: MailingAccess,
    private readonly queries: MailingQueries,
    private readonly sight: MailingSight,
    private readonly places: MailingPlaces,
    private readonly editions: EditionQueries,
    private readonly persons: Persons,
  ) {}

  /** By which stages and sessions the actor may choose recipients. */
  async choices(actor: Actor, editionName: string): Promise<MailingPlacesView> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    return this.places.choices(edition, reach);
  }

  /** The latest first. */
  async list(actor: Actor, editionName: string): Promise<MailingView[]> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    const mailings = (await this.queries.ofEdition(edition.id)).filter((one) => maySee(actor, reach, one));
    return this.views(actor, edition, mailings);
  }

  async one(actor: Actor, id: string): Promise<MailingView> {
    const mailing = await this.access.mailing(actor, id);
    const [view] = await this.views(actor, await this.editions.get(mailing.editionId), [mailing]);
    return view!;
  }

  async recipients(actor: Actor, id: string, query: RecipientQuery): Promise<RecipientPage> {
    const mailing = await this.access.mailing(actor, id);
    const limit = query.limit ?? PAGE;
    const except = await this.sight.closedTo(actor, mailing.editionId);
    const found = await this.sight.named(await this.queries.recipients(mailing.id, { ...query, limit, except }));
    return toPage(
      found,
      limit,
      (row) => [row.id],
      ({ id: own, name, mail, title, number, state, reason, tries }): RecipientView => {
        return { id: own, name, mail, title, number, state, reason, tries };
      },
    );
  }

  private async views(
    actor: Actor,
    { id: editionId, nameZh, nameEn }: Edition,
    mailings: readonly Mailing[],
  ): Promise<MailingView[]> {
    const ids = mailings.map(({ id }) => id);
    const counts = await this.queries.counts(ids, await this.sight.closedTo(actor, editionId));
    const persons = await this.persons.byIds(mailings.map(({ createdBy }) => createdBy));
    return mailings.map(({ id, subject, text, audience, createdAt, createdBy }) => ({
      id,
      ...worded({ subject, text }, { zh: nameZh, en: nameEn }),
      audience,
      recipients: DELIVERY_STATES.reduce((sum, state) => sum + counts.get(id)![state], 0),
      createdAt: createdAt.toISOString(),
      createdBy: persons.get(createdBy)?.name ?? createdBy,
      counts: counts.get(id)!,
    }));
  }
}
