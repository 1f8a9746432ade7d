import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isAllowed, isDuplicateKey, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { statesBefore, takesPartAs } from '../project/project.rules.js';
import type { AppealDecisionInput } from './appeal.dto.js';
import { ProjectAppeal } from './appeal.entity.js';
import { AppealNotices } from './appeal.notices.js';
import { AppealQueries } from './appeal.queries.js';
import { AppealTerms } from './appeal.terms.js';
import { Deciders } from './deciders.js';

/** Appeals 申诉 against a rejection: made once by who handed the project in, decided by an organiser who did not reject it. */
@Injectable()
export class AppealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly queries: AppealQueries,
    private readonly terms: AppealTerms,
    private readonly deciders: Deciders,
    private readonly recounting: Recounting,
    private readonly notices: AppealNotices,
  ) {}

  /** Fails as {@link AppealTerms} says: where the project is not rejected, was appealed for, or the time is over. */
  file(actor: Actor, projectId: string, text: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project } = await this.loader.ownedToChange(actor, projectId);
      const terms = await this.terms.of(project, work.now);
      if (terms.obstacle) throw terms.obstacle;
      const appeal = work.manager.create(ProjectAppeal, {
        id: newId(),
        editionId: project.editionId,
        projectId,
        submission: project.submissions,
        rejectedBy: terms.rejection!.byId,
        text,
        byId: actor.id,
        at: work.now,
        state: 'open',
        answer: null,
        decidedBy: null,
        decidedAt: null,
      });
      try {
        await work.manager.insert(ProjectAppeal, appeal);
      } catch (error) {
        if (isDuplicateKey(error)) throw failure('appeal.already_made');
        throw error;
      }
      await work.event({
        type: 'project.appealed',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { submission: project.submissions },
      });
      await this.notices.received(work, project);
      if ((await this.deciders.waiting([appeal])).length > 0) await this.notices.waits(work, project);
    });
  }

  /**
   * Decides for good. Upheld, the project goes back to the checkers' queue with the submission that was rejected. Fails
   * with `eligibility.conflict` for who belongs to the project, `appeal.own_rejection` or, where
   * it waits for another organiser, `appeal.nobody_decides`, and `appeal.decided`.
   */
  decide(actor: Actor, projectId: string, { outcome, answer }: AppealDecisionInput): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project, role } = await this.loader.visibleToChange(actor, projectId);
      if (takesPartAs(role)) throw failure('eligibility.conflict');
      if (!isAllowed(actor, 'edition.manage', projectScopes(project))) throw failure('common.forbidden');
      const appeal = await this.queries.of(projectId);
      if (!appeal) throw failure('common.not_found');
      if (appeal.rejectedBy === actor.id) {
        const waits = appeal.state === 'open' && (await this.deciders.waiting([appeal])).length > 0;
        throw failure(waits ? 'appeal.nobody_decides' : 'appeal.own_rejection');
      }
      const { affected } = await work.manager.update(
        ProjectAppeal,
        { id: Equal(appeal.id), state: Equal('open' as const) },
        { state: outcome, answer, decidedBy: actor.id, decidedAt: work.now },
      );
      if (affected !== 1) throw failure('appeal.decided');
      if (outcome === 'upheld') {
        await work.manager.update(
          Project,
          { id: projectId, state: In([...statesBefore('uphold')]) },
          { state: 'submitted', version: () => 'version + 1', updatedAt: work.now },
        );
        await this.recounting.comesBack(work, project);
      }
      await work.event({
        type: outcome === 'upheld' ? 'project.appeal_upheld' : 'project.appeal_dismissed',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { submission: appeal.submission },
      });
      await this.notices.decided(work, project, appeal, { outcome, answer });
    });
  }
}
