import { type Actor, failure, type Locale } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { type Edition, projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { ProjectInput } from '../project/project.dto.js';
import { LateEntryService } from '../late-code/late-entry.service.js';
import { ProjectService } from '../project/project.service.js';
import { placeOf } from './claim.rules.js';
import { CollectedProject, type CollectedState } from './collected.entity.js';
import { CollectedQueries } from './collected.queries.js';

const LEAD = { zh: '负责人', en: 'Lead' };

/** What entrants do with projects that were collected from them. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: CollectedQueries,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectService,
    private readonly persons: Persons,
    private readonly late: LateEntryService,
  ) {}

  /**
   * Makes a draft of the actor's own from it, with what was collected; asked again, also at the same moment, answers the
   * same. After the deadline it takes a late code. Fails with `common.not_found` where it is not the actor's, `collected.not_open`,
   * and as beginning a project does.
   */
  async claim(actor: Actor, id: string, lateCode?: string): Promise<{ projectId: string }> {
    const { editionId } = await this.own(actor, id);
    if (lateCode === undefined) return this.take(actor, id);
    return this.late.guarded(actor, editionId, () => this.take(actor, id, lateCode));
  }

  private take(actor: Actor, id: string, lateCode?: string): Promise<{ projectId: string }> {
    return this.unitOfWork.run(actor, async (work) => {
      const one = await this.own(actor, id);
      if (!(await this.decide(work, one, 'claimed', null))) {
        const now = await this.own(actor, id);
        if (now.state !== 'claimed' || now.decidedBy !== actor.id) throw failure('collected.not_open');
        return { projectId: id };
      }
      const edition = await this.editions.get(one.editionId);
      const language = actor.locale;
      const code = lateCode === undefined ? {} : { lateCode };
      const { version } = await this.projects.begin(actor, { id, edition: edition.id, language, ...code });
      // A draft that an earlier claim left, and that was gone on with, stays as it is.
      if (version === 1) await this.projects.save(actor, id, contentOf(one, edition, language), version);
      return { projectId: id };
    });
  }

  /** Fails with `common.not_found` or `collected.not_open`. */
  async decline(actor: Actor, id: string, reason: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      if (!(await this.decide(work, await this.own(actor, id), 'declined', reason)))
        throw failure('collected.not_open');
    });
  }

  /** Whether it was still open; who comes second waits here for what the first does with it. */
  private async decide(
    work: Work,
    { id, editionId, region, division }: CollectedProject,
    state: Extract<CollectedState, 'claimed' | 'declined'>,
    reason: string | null,
  ): Promise<boolean> {
    const { affected } = await work.manager.update(
      CollectedProject,
      { id: Equal(id), state: 'open' },
      { state, decidedAt: work.now, decidedBy: work.actor.id, reason },
    );
    if (affected !== 1) return false;
    await work.event({
      type: `collected.${state}`,
      subjectType: 'collected',
      subjectId: id,
      scopes: projectScopes({ editionId, region, division }),
      payload: reason === null ? {} : { reason },
    });
    return true;
  }

  private async own(actor: Actor, id: string): Promise<CollectedProject> {
    const one = await this.queries.find(id);
    const mail = (await this.persons.byId(actor.id))?.mail ?? null;
    if (!one || mail === null || one.leaderMail !== mail) throw failure('common.not_found');
    return one;
  }
}

/** What was collected, as far as the edition still knows its codes. */
function contentOf(one: CollectedProject, { definition }: Edition, language: Locale): ProjectInput {
  const { title, summary, organisationName, organisationCountry, organisationCode, leaderName, leaderMail } = one;
  return {
    title,
    summary,
    language,
    ...placeOf(one, definition),
    organisation: { name: organisationName, country: organisationCountry, code: organisationCode },
    landing: [],
    undertaking: false,
    members: [{ name: leaderName, role: LEAD[language], share: null, mail: leaderMail, isCore: true }],
  };
}
