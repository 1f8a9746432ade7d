import { type Actor, failure } from '@haishi/contracts';
import { isAllowed, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertChecks, notWaiting } from '../eligibility/checks.js';
import { liveClaim } from '../eligibility-claim/claim.rules.js';
import { Claims } from '../eligibility-claim/claims.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ClaimRelease } from './claim.release.js';
import type { ClaimReceipt } from './check-queue.dto.js';
import { type QueueFilter, QueueQueries } from './queue.queries.js';

/** How many that others took first are passed over before the queue is asked again. */
const AT_A_TIME = 20;

/** Claims 认领 of projects that wait for the check: one checker at a time. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly claims: Claims,
    private readonly queue: QueueQueries,
    private readonly releasing: ClaimRelease,
    private readonly editions: EditionQueries,
  ) {}

  /**
   * Claims a project for the actor, or prolongs their claim. Fails with `eligibility.claimed` where somebody else holds
   * it, `eligibility.conflict`, and for a project that waits for no decision as `notWaiting` says.
   */
  claim(actor: Actor, projectId: string): Promise<ClaimReceipt> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project, role } = await this.loader.visibleToChange(actor, projectId);
      assertChecks(role);
      if (project.state !== 'submitted')
        throw notWaiting(project, (await this.editions.get(project.editionId)).timeZone);
      const held = await this.claims.against(actor, projectId, work.now);
      if (held) throw held;
      return this.take(work, project);
    });
  }

  /** Claims the project that waits longest among those nobody checks and the actor may; null where there is none. */
  next(actor: Actor, filter: QueueFilter): Promise<ClaimReceipt | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const passed = new Set<string>();
      for (;;) {
        const found = await this.queue.free(actor, filter, work.now, [...passed], AT_A_TIME);
        if (found.length === 0) return null;
        for (const { id, checkable } of found) {
          passed.add(id);
          if (!checkable) continue;
          await work.lockRow(Project, id);
          const { project } = await this.loader.visibleToChange(actor, id);
          const free = project.state === 'submitted' && !liveClaim(await this.claims.of(id), work.now);
          if (free) return this.take(work, project);
        }
      }
    });
  }

  /** Gives a claim back; an organiser may give back another's, who is told. Nothing where nobody holds it. */
  release(actor: Actor, projectId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project, role } = await this.loader.visible(actor, projectId);
      if (role !== 'checker') throw failure(role === 'reader' ? 'common.forbidden' : 'eligibility.conflict');
      const claim = liveClaim(await this.claims.of(projectId), work.now);
      if (!claim) return;
      const own = claim.personId === actor.id;
      if (!own && !isAllowed(actor, 'edition.manage', projectScopes(project)))
        throw failure('eligibility.not_your_claim');
      await this.releasing.release(work, project, claim);
    });
  }

  private async take(work: Work, project: Project): Promise<ClaimReceipt> {
    const { until, fresh } = await this.claims.take(work, project.id);
    await work.event({
      type: 'project.claimed',
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { until: until.toISOString(), fresh },
    });
    return { projectId: project.id, until };
  }
}
