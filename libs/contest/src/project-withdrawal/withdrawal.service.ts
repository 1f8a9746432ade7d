import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Edition, projectScopes } from '../edition/edition.entity.js';
import { TeamLines } from '../project-team/team-lines.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectNotices } from '../project/project.notices.js';
import { nextState, statesBefore } from '../project/project.rules.js';
import { notInProjectState } from '../project/project.words.js';
import { AbsenceService } from '../roadshow/absence.service.js';
import type { WithdrawInput } from './withdrawal.dto.js';
import { WithdrawalNotices } from './withdrawal.notices.js';
import { WithdrawalReader } from './withdrawal.reader.js';

/** Withdrawing a project 退赛. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly reader: WithdrawalReader,
    private readonly team: TeamLines,
    private readonly notices: ProjectNotices,
    private readonly organisers: WithdrawalNotices,
    private readonly absences: AbsenceService,
  ) {}

  /**
   * Takes a project out of the contest; it cannot come back. A draft that was never handed in just goes. Organisers are told
   * where a published place is given up, and a session that was stopped goes on without it. Fails with `project.awarded` where a notice of awards lists it, and with
   * `common.required` where a published place is given up without a reason.
   */
  async withdraw(actor: Actor, id: string, version: number, { reason }: WithdrawInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { project } = await this.loader.owned(actor, id);
      const state = nextState(project.state, 'withdraw');
      if (!state) throw notInProjectState(project.state);
      // Who publishes a notice holds it too: no notice lists who is going.
      await work.lockRow(Edition, project.editionId);
      if (await this.reader.awarded(project)) throw failure('project.awarded');
      const places = await this.reader.places(actor, project);
      if (places.length > 0 && !reason) throw failure('common.required', { field: 'reason' });
      const { affected } = await work.manager.update(
        Project,
        { id, version, state: In([...statesBefore('withdraw')]) },
        {
          state,
          version: version + 1,
          withdrawnAt: work.now,
          withdrawReason: reason ?? null,
          correctionDueAt: null,
          lateUntil: null,
          updatedAt: work.now,
        },
      );
      if (affected !== 1) throw failure('common.stale');
      await work.event({
        type: 'project.withdrawn',
        subjectType: 'project',
        subjectId: id,
        scopes: projectScopes(project),
        ...(places.length > 0 ? { payload: { gaveUp: places.map(({ kind }) => kind) } } : {}),
      });
      await this.absences.projectWithdrew(work, project);
      await this.team.withdrawn(work, project);
      if (project.number) await this.notices.withdrawn(work, project);
      if (places.length > 0) await this.organisers.gaveUp(work, project);
    });
  }
}
