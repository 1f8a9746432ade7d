import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { reasonsOf } from '../edition/edition.defaults.js';
import type { Reason } from '../edition/edition.definition.js';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Claims } from '../eligibility-claim/claims.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectNotices } from '../project/project.notices.js';
import { nextState, type ProjectState, statesBefore, takesPartAs } from '../project/project.rules.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { DecisionReceipt, EligibilityReasons } from './eligibility.dto.js';
import type { DecisionInput } from './decision-input.js';
import { EligibilityDecision } from './eligibility.entity.js';
import { checkDue, findReason } from './eligibility.rules.js';

const EVENTS = { accept: 'project.accepted', return: 'project.returned', reject: 'project.rejected' } as const;
const DEFAULT_CORRECTION_DAYS = 5;

/** The eligibility check 资格审查. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly notices: ProjectNotices,
    private readonly claims: Claims,
  ) {}

  /**
   * Decides on a submission. Of two checkers only the first decides; whoever belongs to the project decides nothing, and
   * nobody while another checks it.
   * @throws Failure `eligibility.conflict`, `eligibility.already_decided`, `eligibility.other_submission`,
   * `eligibility.claimed`
   */
  async decide(actor: Actor, projectId: string, input: DecisionInput): Promise<DecisionReceipt> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project, state, reason } = await this.check(actor, projectId, input);
      const { affected } = await work.manager.update(
        Project,
        { id: projectId, submissions: input.submission, state: In([...statesBefore(input.action)]) },
        { state, correctionDueAt: input.dueAt, version: () => 'version + 1', updatedAt: work.now },
      );
      if (affected !== 1) throw failure('eligibility.already_decided');
      await this.claims.drop(work, projectId);
      const { submission } = input;
      const round = await work.manager.countBy(EligibilityDecision, { projectId: Equal(projectId), submission });
      await work.manager.insert(EligibilityDecision, {
        ...input,
        id: newId(),
        editionId: project.editionId,
        projectId,
        round,
        reasonName: reason?.name ?? null,
        byId: actor.id,
        at: work.now,
      });
      await work.event({
        type: EVENTS[input.action],
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: {
          submission: input.submission,
          reasonCode: input.reasonCode,
          dueAt: input.dueAt?.toISOString() ?? null,
        },
      });
      const { timeZone } = await this.editions.get(project.editionId);
      await this.notices.decided(work, project, { ...input, reason: reason?.name ?? null, timeZone, round });
      return { state, at: work.now };
    });
  }

  /** Whether a decision may be made, and what it would lead to; fails as {@link decide} does. */
  async check(
    actor: Actor,
    projectId: string,
    input: DecisionInput,
  ): Promise<{ project: Project; state: ProjectState; reason: Reason | null }> {
    const now = new Date();
    const { project, role } = await this.loader.visible(actor, projectId);
    if (takesPartAs(role)) throw failure('eligibility.conflict');
    if (role !== 'checker') throw failure('common.forbidden');
    const state = nextState(project.state, input.action);
    if (!state) throw failure('eligibility.already_decided');
    if (input.submission !== project.submissions) throw failure('eligibility.other_submission');
    const held = await this.claims.against(actor, projectId, now);
    if (held) throw held;
    const { definition } = await this.editions.get(project.editionId);
    const { reason, faults } = findReason(definition, input.action, input.reasonCode);
    if (input.dueAt) faults.push(...checkDue(input.dueAt, now));
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    return { project, state, reason };
  }

  /** The reasons a checker chooses from, and the usual time for a correction. Fails with `common.not_found`. */
  async reasons(actor: Actor, editionName: string): Promise<EligibilityReasons> {
    const edition = await this.editions.getByName(editionName);
    if (!reachesAnything(reachIn(actor, 'project.check', edition.id))) throw failure('common.not_found');
    const stage = (await this.editions.stages(edition.id)).find(({ kind }) => kind === 'eligibility');
    return {
      return: reasonsOf(edition.definition, 'return'),
      reject: reasonsOf(edition.definition, 'reject'),
      correctionDays: stage?.settings.correctionDays ?? DEFAULT_CORRECTION_DAYS,
    };
  }
}
