import type { Actor } from '@haishi/contracts';
import { isDuplicateKey, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { GalleryRefusal } from './gallery.entity.js';

/** What entrants decide of the gallery. */
@Injectable()
export class GalleryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
  ) {}

  /** Lets one's own project be shown, or keeps it out; the same twice is no fault. Fails with `common.not_found`. */
  choose(actor: Actor, projectId: string, listed: boolean): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { project } = await this.loader.owned(actor, projectId);
      const where = { projectId: Equal(projectId) };
      if ((await work.manager.existsBy(GalleryRefusal, where)) !== listed) return;
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
