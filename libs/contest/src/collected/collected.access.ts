import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { type Reach, reachesAnything, reachIn, reachIncludes } from '../project/reach.js';
import type { CollectedProject } from './collected.entity.js';
import { CollectedQueries } from './collected.queries.js';
import { notInEditionState } from '../edition/edition.words.js';

/** Who collects what: an edition's organisers for all of it, a region's for their own. */
@Injectable()
export class CollectedAccess {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: CollectedQueries,
  ) {}

  /** Fails with `common.not_found`, or with `common.forbidden` where the actor organises nothing of it. */
  async edition(actor: Actor, name: string): Promise<{ edition: Edition; reach: Reach }> {
    const edition = await this.editions.getByName(name);
    const reach = reachIn(actor, 'edition.manage', edition.id);
    if (!reachesAnything(reach)) throw failure('common.forbidden');
    return { edition, reach };
  }

  /** Fails with `common.not_found` where it lies in nothing that the actor organises. */
  async managed(actor: Actor, id: string): Promise<{ one: CollectedProject; edition: Edition }> {
    const one = await this.queries.find(id);
    const edition = one && (await this.editions.get(one.editionId));
    if (!one || !edition || !reachIncludes(reachIn(actor, 'edition.manage', edition.id), { region: one.region }))
      throw failure('common.not_found');
    return { one, edition };
  }

  /** Nobody is asked to enter what takes no projects. Fails with `edition.action_not_allowed`. */
  assertOpen({ state }: Edition): void {
    if (state !== 'open') throw notInEditionState(state);
  }
}
