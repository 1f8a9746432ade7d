import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { deadlineText } from '../project/deadline-text.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { nextState, statesBefore } from '../project/project.rules.js';
import { assertChecks } from './checks.js';
import { DecisionLog } from './decision.log.js';
import type { DecisionReceipt } from './eligibility.dto.js';
import { checkDue } from './eligibility.rules.js';
import { SecondLookNotices } from './second-look.notices.js';

/** Gives entrants longer for a correction 延长补正期限. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly log: DecisionLog,
    private readonly notices: SecondLookNotices,
  ) {}

  /**
   * A returned project may be handed in until `dueAt`, whether its time has run out or not. Fails with `eligibility.conflict`,
   * `eligibility.not_returned`, `eligibility.edition_over` where nothing can be handed in any more, and with `common.invalid` of
   * `dueAt`.
   */
  prolong(actor: Actor, projectId: string, { dueAt, text }: { dueAt: Date; text: string }): Promise<DecisionReceipt> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project, role } = await this.loader.visibleToChange(actor, projectId);
      assertChecks(role);
      const state = nextState(project.state, 'prolong');
      if (!state) throw failure('eligibility.not_returned');
      const { state: editionState, timeZone } = await this.editions.get(project.editionId);
      if (editionState !== 'open') throw failure('eligibility.edition_over');
      const { correctionDueAt, submissions: submission } = project;
      const faults = checkDue(dueAt, work.now);
      if (faults.length === 0 && correctionDueAt && dueAt <= correctionDueAt)
        faults.push({
          field: 'dueAt',
          code: 'eligibility.due_not_later',
          params: { at: deadlineText(correctionDueAt, timeZone) },
        });
      if (faults.length > 0) throw failure('common.invalid', { fields: faults });
      const { affected } = await work.manager.update(
        Project,
        { id: projectId, state: In([...statesBefore('prolong')]) },
        { correctionDueAt: dueAt, version: () => 'version + 1', updatedAt: work.now },
      );
      if (affected !== 1) throw failure('eligibility.not_returned');
      const kept = { action: 'prolong' as const, submission, reasonCode: null, reasonName: null };
      const round = await this.log.append(work, project, { ...kept, text, dueAt });
      await work.event({
        type: 'project.correction_prolonged',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { submission, dueAt: dueAt.toISOString() },
      });
      await this.notices.prolonged(work, project, { submission, round, text, dueAt: deadlineText(dueAt, timeZone) });
      return { state, at: work.now };
    });
  }
}
