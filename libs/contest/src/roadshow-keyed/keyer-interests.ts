import type { Actor } from '@haishi/contracts';
import { Organisations, Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectQueries } from '../project/project.queries.js';
import { type Interest, interestIn } from '../roadshow/interest.rules.js';
import type { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';

/** Which entries somebody may not key, since the record ties them to the project. */
@Injectable()
export class KeyerInterests {
  constructor(
    private readonly persons: Persons,
    private readonly organisations: Organisations,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
  ) {}

  /** By entry; entries without an interest are absent. */
  async of(
    actor: Actor,
    { editionId }: RoadshowSession,
    entries: readonly RoadshowEntry[],
  ): Promise<Map<string, Interest>> {
    const { definition } = await this.editions.get(editionId);
    const projectIds = entries.map(({ projectId }) => projectId);
    const [person, own, briefs] = await Promise.all([
      this.persons.byId(actor.id),
      this.organisations.ownOf(actor),
      this.projects.briefs(projectIds, definition),
    ]);
    const keyer = {
      personId: actor.id,
      mail: person?.mail ?? null,
      worksFor: own.map(({ creditCode, name }) => ({ creditCode, name })),
    };
    const found = new Map<string, Interest>();
    for (const { id, projectId } of entries) {
      const brief = briefs.find((one) => one.id === projectId);
      const interest = brief && interestIn(brief, keyer);
      if (interest) found.set(id, interest);
    }
    return found;
  }
}
