import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { type Reach, reachesAnything, reachIn, sharedReach } from '../project/reach.js';
import type { Mailing } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';

/** Who writes to whom: an edition's organisers who read its projects to all of it, a region's to their own entrants. */
@Injectable()
export class MailingAccess {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: MailingQueries,
  ) {}

  /** Fails with `common.not_found`, or with `common.forbidden` where the actor organises nothing of it. */
  async edition(actor: Actor, name: string): Promise<{ edition: Edition; reach: Reach }> {
    const edition = await this.editions.getByName(name);
    const reach = reachOf(actor, edition.id);
    if (!reachesAnything(reach)) throw failure('common.forbidden');
    return { edition, reach };
  }

  /** What the actor sent; organisers of the whole edition see what others sent, too. Fails with `common.not_found`. */
  async mailing(actor: Actor, id: string): Promise<Mailing> {
    const mailing = await this.queries.find(id);
    const reach = mailing && reachOf(actor, mailing.editionId);
    if (!mailing || !reach || !maySee(actor, reach, mailing)) throw failure('common.not_found');
    return mailing;
  }
}

const reachOf = (actor: Actor, editionId: string): Reach =>
  sharedReach(reachIn(actor, 'edition.manage', editionId), reachIn(actor, 'project.read', editionId));

export const maySee = (actor: Actor, reach: Reach, { createdBy }: Mailing): boolean =>
  reach.all || (reachesAnything(reach) && createdBy === actor.id);
