import type { Actor } from '@haishi/contracts';
import { isDuplicateKey, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertNotArchived } from '../edition/edition.words.js';
import { ProjectLoader } from '../project/project.loader.js';
import { GalleryRefusal } from './gallery.entity.js';

/** What entrants decide of the gallery. */
@Injectable()
export class GalleryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
  ) {}

  /**
   * Lets one's own project be shown, or keeps it out, which is possible at any time; the same twice is no fault. Fails with
   * `common.not_found`, and with `edition.action_not_allowed` where it is to be shown anew in an archived edition.
   */
  choose(actor: Actor, projectId: string, listed: boolean): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { project } = await this.loader.owned(actor, projectId);
      const where = { projectId: Equal(projectId) };
      if ((await work.manager.existsBy(GalleryRefusal, where)) !== listed) return;
      if (listed) assertNotArchived(await this.editions.get(project.editionId));
      try {
        if (listed) await work.manager.delete(GalleryRefusal, where);
        else await work.manager.insert(GalleryRefusal, { projectId, at: work.now, byId: actor.id });
      } catch (error) {
        if (isDuplicateKey(error)) return;
        throw error;
      }
      await work.event({
        type: listed ? 'project.gallery_joined' : 'project.gallery_left',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
      });
    });
  }
}
