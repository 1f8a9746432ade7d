import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { FormerOwners } from '../project/former-owners.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import type { OfferToMeView, ProjectOffersView } from './transfer.dto.js';
import { TransferQueries } from './transfer.queries.js';
import { isTransferable } from './transfer.rules.js';

/** Offers as who made them and who got them see them. */
@Injectable()
export class TransferReader {
  constructor(
    private readonly queries: TransferQueries,
    private readonly loader: ProjectLoader,
    private readonly projects: ProjectQueries,
    private readonly editions: EditionQueries,
    private readonly persons: Persons,
    private readonly formers: FormerOwners,
  ) {}

  /** For the owner. */
  async ofProject(actor: Actor, projectId: string): Promise<ProjectOffersView> {
    const { project } = await this.loader.owned(actor, projectId);
    const edition = await this.editions.get(project.editionId);
    const readers = await this.formers.reading(projectId);
    const names = await this.persons.byIds(readers.map(({ personId }) => personId));
    const open = await this.queries.openOf(projectId, new Date());
    return {
      may: isTransferable(project.state) && edition.state !== 'archived',
      offer: open && {
        id: open.id,
        mail: open.toMail,
        offeredAt: open.offeredAt,
        expiresAt: open.expiresAt,
        timeZone: edition.timeZone,
      },
      readers: readers.map(({ personId, since }) => ({ personId, name: names.get(personId)?.name ?? '', since })),
    };
  }

  /** Those that wait for the actor's answer and can still be taken. */
  async toMe(actor: Actor): Promise<OfferToMeView[]> {
    const mail = actor.kind === 'person' ? (await this.persons.byId(actor.id))?.mail : null;
    if (!mail) return [];
    const offers: OfferToMeView[] = [];
    for (const { id, projectId, fromId, expiresAt } of await this.queries.openTo(mail, new Date())) {
      const project = await this.projects.find(projectId);
      if (!project || project.ownerId !== fromId || !isTransferable(project.state)) continue;
      const { state, nameZh, nameEn, timeZone } = await this.editions.get(project.editionId);
      if (state === 'archived') continue;
      offers.push({
        id,
        title: project.title,
        number: project.number,
        edition: { zh: nameZh, en: nameEn },
        from: (await this.persons.byId(fromId))?.name ?? '',
        expiresAt,
        timeZone,
      });
    }
    return offers;
  }
}
