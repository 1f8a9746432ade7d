import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { Project } from '../project/project.entity.js';
import { statesBefore } from '../project/project.rules.js';
import { TeamInvitations } from '../project-team/team-invitations.js';
import { AbsenceService } from '../roadshow/absence.service.js';

/** Takes projects out of the contest for good 退赛, for whoever has checked that they may go and holds their edition. */
@Injectable()
export class Withdrawing {
  constructor(
    private readonly team: TeamInvitations,
    private readonly absences: AbsenceService,
    private readonly recounting: Recounting,
  ) {}

  /**
   * Sessions that it stands in go on without it, as `AbsenceService.projectWithdrew` has it. Nothing where the project is out of the contest already, or another version by now.
   *
   * @param version which may go; any where it is not given
   * @param gaveUp the kinds of places that it gives up, as far as they were looked for
   * @returns whether it went
   */
  async takeOut(
    work: Work,
    project: Project,
    facts: { reason: string | null; version?: number; gaveUp?: readonly string[] },
  ): Promise<boolean> {
    const { id } = project;
    const { reason, version, gaveUp = [] } = facts;
    const { affected } = await work.manager.update(
      Project,
      { id, ...(version === undefined ? {} : { version }), state: In([...statesBefore('withdraw')]) },
      {
        state: 'withdrawn',
        version: () => 'version + 1',
        withdrawnAt: work.now,
        withdrawReason: reason,
        correctionDueAt: null,
        lateUntil: null,
        updatedAt: work.now,
      },
    );
    if (affected !== 1) return false;
    await work.event({
      type: 'project.withdrawn',
      subjectType: 'project',
      subjectId: id,
      scopes: projectScopes(project),
      ...(gaveUp.length > 0 ? { payload: { gaveUp } } : {}),
    });
    await this.absences.projectWithdrew(work, project);
    await this.team.withdrawn(work, project);
    await this.recounting.beside(work, project);
    return true;
  }
}
