import { type Actor, failure } from '@haishi/contracts';
import { isAllowed, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AppealQueries } from '../appeal/appeal.queries.js';
import { Edition, projectScopes } from '../edition/edition.entity.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { nextState, statesBefore } from '../project/project.rules.js';
import { assertChecks } from './checks.js';
import { Commitments } from './commitments.js';
import { DecisionLog } from './decision.log.js';
import type { DecisionReceipt } from './eligibility.dto.js';
import { SecondLookNotices } from './second-look.notices.js';

/** Takes back decisions of the eligibility check that were made by mistake 撤回结论重审. */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly appeals: AppealQueries,
    private readonly commitments: Commitments,
    private readonly recounting: Recounting,
    private readonly log: DecisionLog,
    private readonly notices: SecondLookNotices,
  ) {}

  /**
   * Brings an accepted or rejected project back to the checkers' queue with the submission that was decided on, for a reason that
   * its entrant reads. By an organiser without a tie to it. Fails with `eligibility.conflict`, `eligibility.undecided` where there is no decision to
   * take back, `eligibility.appeal_open`, and with `eligibility.on_notice`, `eligibility.in_session` or
   * `eligibility.under_review` where more follows from the acceptance already.
   */
  reopen(actor: Actor, projectId: string, reason: string): Promise<DecisionReceipt> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project, role } = await this.loader.visibleToChange(actor, projectId);
      assertChecks(role);
      if (!isAllowed(actor, 'edition.manage', projectScopes(project))) throw failure('common.forbidden');
      const state = nextState(project.state, 'reopen');
      if (!state) throw failure('eligibility.undecided');
      // Who puts projects into a session or a review holds it too.
      await work.lockRow(Edition, project.editionId);
      if ((await this.appeals.of(projectId))?.state === 'open') throw failure('eligibility.appeal_open');
      const held = await this.commitments.of(project);
      if (held) throw failure(held.code as 'eligibility.in_session', { params: held.params ?? {} });
      const { affected } = await work.manager.update(
        Project,
        { id: projectId, state: In([...statesBefore('reopen')]) },
        { state, correctionDueAt: null, version: () => 'version + 1', updatedAt: work.now },
      );
      if (affected !== 1) throw failure('eligibility.already_decided');
      await this.recounting.comesBack(work, project);
      const { submissions: submission } = project;
      const kept = { action: 'reopen' as const, submission, reasonCode: null, reasonName: null, dueAt: null };
      const round = await this.log.append(work, project, { ...kept, text: reason });
      await work.event({
        type: 'project.reopened',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { submission, was: project.state },
      });
      await this.notices.reopened(work, project, { submission, round, reason });
      return { state, at: work.now };
    });
  }
}
