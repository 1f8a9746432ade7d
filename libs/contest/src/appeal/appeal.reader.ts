import { type Actor, errorText, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { AppealRow, AppealStandingView } from './appeal.dto.js';
import { AppealQueries } from './appeal.queries.js';
import { AppealTerms } from './appeal.terms.js';
import { OrganisersView } from './organisers-view.js';

/** Appeals as those concerned may read them. */
@Injectable()
export class AppealReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly queries: AppealQueries,
    private readonly terms: AppealTerms,
    private readonly editions: EditionQueries,
    private readonly organisers: OrganisersView,
  ) {}

  /** For its owner: whether the project may be appealed for, until when, and what came of it. */
  async standing(actor: Actor, projectId: string): Promise<AppealStandingView> {
    const { project } = await this.loader.owned(actor, projectId);
    const { appeal, deadline, obstacle } = await this.terms.of(project, new Date());
    return {
      mayAppeal: obstacle === null,
      deadline,
      obstacle: obstacle ? errorText(obstacle.code, actor.locale, obstacle.details.params) : null,
      appeal: appeal && {
        text: appeal.text,
        at: appeal.at,
        state: appeal.state,
        answer: appeal.answer,
        decidedAt: appeal.decidedAt,
      },
    };
  }

  /** Of an edition, those in an organiser's reach, open ones first. Fails with `common.not_found`. */
  async list(actor: Actor, editionName: string): Promise<AppealRow[]> {
    const edition = await this.editions.getByName(editionName);
    if (!reachesAnything(reachIn(actor, 'edition.manage', edition.id))) throw failure('common.not_found');
    return this.organisers.rows(actor, await this.queries.inEdition(edition.id));
  }
}
