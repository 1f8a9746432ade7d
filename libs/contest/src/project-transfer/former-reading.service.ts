import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { FormerOwners } from '../project/former-owners.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { TransferNotices } from './transfer.notices.js';

/** The end of what who passed a project on goes on reading. */
@Injectable()
export class FormerReadingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly formers: FormerOwners,
    private readonly notices: TransferNotices,
  ) {}

  /** By themselves or by the owner, who tells them. Fails with `common.not_found` for anybody else, and where there is none. */
  end(actor: Actor, projectId: string, personId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const themselves = actor.kind === 'person' && actor.id === personId;
      const { project, role } = await this.loader.visible(actor, projectId);
      if (!themselves && role !== 'owner') throw failure('common.not_found');
      if (!(await this.formers.end(work, projectId, personId))) throw failure('common.not_found');
      await work.event({
        type: 'project.former_reading_ended',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { personId },
      });
      if (!themselves) await this.notices.readingEnded(work, project, personId);
    });
  }
}
