import { type Actor, failure } from '@haishi/contracts';
import { Failure } from '@haishi/kernel';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { Claims } from '../eligibility-claim/claims.js';
import { Project } from '../project/project.entity.js';
import { ProjectNotices } from '../project/project.notices.js';
import { statesBefore } from '../project/project.rules.js';
import { DecisionFollows } from './decision.follows.js';
import { DecisionLog } from './decision.log.js';
import type { DecisionReceipt } from './eligibility.dto.js';
import type { Decision, DecisionInput, ReadProject } from './decision-input.js';
import { type SoundDecision, Verdicts } from './verdicts.js';

const EVENTS = { accept: 'project.accepted', return: 'project.returned', reject: 'project.rejected' } as const;

/** The eligibility check 资格审查. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly verdicts: Verdicts,
    private readonly notices: ProjectNotices,
    private readonly claims: Claims,
    private readonly log: DecisionLog,
    private readonly follows: DecisionFollows,
  ) {}

  /**
   * Decides on a submission. Of two checkers only the first decides; whoever belongs to the project decides nothing, and
   * nobody while another checks it. A returned one is rejected once its time for correction has run out.
   * @throws Failure `eligibility.conflict`, `eligibility.already_decided`, `eligibility.other_submission`,
   * `eligibility.claimed`, `eligibility.correction_runs`, `eligibility.second_entry`, `eligibility.no_return` where the edition is
   * closed, `edition.action_not_allowed` where it is archived, and for a state that waits for no decision as `notWaiting` says
   */
  async decide(actor: Actor, projectId: string, { submission, ...decision }: DecisionInput): Promise<DecisionReceipt> {
    const made = (await this.decideAll(actor, [{ projectId, submission }], decision)).get(projectId)!;
    if (made instanceof Failure) throw made;
    return made;
  }

  /** Decides on different projects at once, all that may be; by project, with what {@link decide} fails with for the others. */
  decideAll(
    actor: Actor,
    items: readonly ReadProject[],
    decision: Decision,
  ): Promise<Map<string, DecisionReceipt | Failure>> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRows(
        Project,
        items.map(({ projectId }) => projectId),
      );
      const verdicts = await this.verdicts.of(actor, items, decision, work);
      const sound = [...verdicts.values()].filter((verdict): verdict is SoundDecision => !(verdict instanceof Failure));
      if (sound.length > 0) await this.make(work, sound, decision);
      return new Map(
        [...verdicts].map(([id, verdict]) => [
          id,
          verdict instanceof Failure ? verdict : { state: verdict.state, at: work.now },
        ]),
      );
    });
  }

  /** The rows of all these projects are held. */
  private async make(work: Work, sound: readonly SoundDecision[], decision: Decision): Promise<void> {
    const { action, reasonCode, dueAt } = decision;
    const projects = sound.map(({ project }) => project);
    const ids = projects.map(({ id }) => id);
    const { affected } = await work.manager.update(
      Project,
      { id: In(ids), state: In([...statesBefore(action)]) },
      { state: sound[0]!.state, correctionDueAt: dueAt, version: () => 'version + 1', updatedAt: work.now },
    );
    if (affected !== ids.length) throw failure('eligibility.already_decided');
    await this.claims.drop(work, ids);
    await this.follows.follow(work, action, projects);
    const made = sound.map(({ project, edition: { timeZone }, reason }) => {
      const { submissions: submission } = project;
      return { ...decision, submission, project, timeZone, reason: reason?.name ?? null };
    });
    const kept = await this.log.appendAll(
      work,
      made.map(({ project, reason, ...decided }) => ({ project, decided: { ...decided, reasonName: reason } })),
    );
    for (const { project, submission } of made)
      await work.event({
        type: EVENTS[action],
        subjectType: 'project',
        subjectId: project.id,
        scopes: projectScopes(project),
        payload: { submission, reasonCode, dueAt: dueAt?.toISOString() ?? null },
      });
    await this.notices.decided(
      work,
      made.map((one) => ({ ...one, ...kept.get(one.project.id)! })),
    );
  }
}
