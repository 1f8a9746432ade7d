import { type Actor, failure } from '@haishi/contracts';
import { AttemptLimits } from '@haishi/identity';
import { Failure, newId } from '@haishi/kernel';
import { EventLog, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { parseCode } from '../certificate/certificate.rules.js';
import { editionScopes, projectScopes } from '../edition/edition.entity.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { nextState } from '../project/project.rules.js';
import { LateCode, LateCodeUse } from './late-code.entity.js';
import { LateCodeQueries } from './late-code.queries.js';
import { lateCodeHash, lateCodeState } from './late-code.rules.js';
import { notInProjectState } from '../project/project.words.js';

const REFUSALS = { revoked: 'late_code.revoked', expired: 'late_code.expired', used_up: 'late_code.used_up' } as const;

/** Entrants who come late with a code. */
@Injectable()
export class LateEntryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: LateCodeQueries,
    private readonly loader: ProjectLoader,
    private readonly limits: AttemptLimits,
    private readonly log: EventLog,
  ) {}

  /**
   * Gives the actor's project until the code's expiry. Fails with `late_code.unknown`, `late_code.expired`,
   * `late_code.used_up`, `late_code.revoked`, `late_code.already_used`, `project.action_not_allowed`,
   * `edition.action_not_allowed` in an archived edition, and with `common.too_many` where too many wrong codes came from this person or network address of late.
   */
  async redeem(actor: Actor, projectId: string, typed: string): Promise<Date> {
    const { project } = await this.loader.owned(actor, projectId);
    return this.guarded(actor, project.editionId, () =>
      this.unitOfWork.run(actor, async (work) => {
        await work.lockRow(Project, projectId);
        return this.spend(work, (await this.loader.ownedToChange(actor, projectId)).project, typed);
      }),
    );
  }

  /** Runs what spends a code that was typed: wrong ones are counted and recorded, and end in `common.too_many`. */
  async guarded<Result>(actor: Actor, editionId: string, act: () => Promise<Result>): Promise<Result> {
    await this.limits.assertBelow('failure', actor.ip);
    await this.limits.assertBelow('guess', actor.id);
    try {
      return await act();
    } catch (error) {
      if (error instanceof Failure && error.code === 'late_code.unknown') {
        await this.limits.count('failure', actor.ip);
        await this.limits.count('guess', actor.id);
        await this.log.record(actor, {
          type: 'late_code.refused',
          subjectType: 'edition',
          subjectId: editionId,
          scopes: editionScopes(editionId),
        });
      }
      throw error;
    }
  }

  /** Uses the code for a project whose row the open unit of work holds; answers until when it may be handed in. */
  async spend(work: Work, project: Project, typed: string): Promise<Date> {
    if (nextState(project.state, 'submit') === undefined) throw notInProjectState(project.state);
    const parsed = parseCode(typed);
    const found = parsed && (await this.queries.byHash(project.editionId, lateCodeHash(parsed)));
    if (!found) throw failure('late_code.unknown', { field: 'lateCode' });
    await work.lockRow(LateCode, found.id);
    const code = await this.queries.get(found.id);
    if (await this.queries.hasUsed(code.id, project.id)) throw failure('late_code.already_used', { field: 'lateCode' });
    const state = lateCodeState(code, work.now);
    if (state !== 'good') throw failure(REFUSALS[state], { field: 'lateCode' });
    if (project.lateUntil !== null && project.lateUntil >= code.expiresAt)
      throw failure('late_code.already_used', { field: 'lateCode' });
    await work.manager.update(LateCode, code.id, { used: code.used + 1 });
    await work.manager.insert(LateCodeUse, {
      id: newId(),
      codeId: code.id,
      projectId: project.id,
      byId: work.actor.id,
      at: work.now,
    });
    await work.manager.update(Project, project.id, { lateUntil: code.expiresAt });
    await work.event({
      type: 'project.late_code_used',
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { lateCodeId: code.id, number: code.number, until: code.expiresAt.toISOString() },
    });
    return code.expiresAt;
  }
}
