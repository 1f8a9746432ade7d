import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { Involvement } from '../involvement/involvement.js';
import { ProjectLoader } from '../project/project.loader.js';
import { registrationVerdict, takesLate, type WindowVerdict } from '../project/project.rules.js';
import { windowOf } from '../project/submission-window.js';
import { collectedActions, lostOf } from './claim.rules.js';
import { CollectedAccess } from './collected.access.js';
import type {
  CollectedPage,
  CollectedQuery,
  CollectedView,
  OfferedProject,
  OfferObstacle,
  ReferralView,
} from './collected.dto.js';
import type { CollectedState } from './collected.entity.js';
import { referrerOf } from './collected.notices.js';
import { CollectedQueries } from './collected.queries.js';
import { collectedTemplate } from './collected.template.js';

const PAGE = 50;

/** Collected projects, for who collects them and for who may claim them. */
@Injectable()
export class CollectedReader {
  constructor(
    private readonly access: CollectedAccess,
    private readonly queries: CollectedQueries,
    private readonly editions: EditionQueries,
    private readonly involvement: Involvement,
    private readonly loader: ProjectLoader,
    private readonly persons: Persons,
  ) {}

  async template(actor: Actor, editionName: string): Promise<Buffer> {
    return collectedTemplate((await this.access.edition(actor, editionName)).edition.definition, actor.locale);
  }

  /**
   * Those in the actor's reach. Where a project became of one that the actor has a tie to or is recused from, it is found by no
   * word or filter; how many there are is all that is told.
   */
  async page(actor: Actor, editionName: string, query: CollectedQuery): Promise<CollectedPage> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    const { definition } = edition;
    const limit = query.limit ?? PAGE;
    const closed = await this.involvement.conflicts(actor, await this.queries.claimed(edition.id, reach));
    const found = await this.queries.page(
      edition.id,
      reach,
      { state: query.state, text: query.q, except: [...closed] },
      query.cursor,
      limit,
    );
    const page = toPage(
      found,
      limit,
      ({ id }) => [id],
      (one): CollectedView => ({
        id: one.id,
        title: one.title,
        division: nameOf(definition.divisions, one.division),
        region: nameOf(definition.regions, one.region),
        organisationName: one.organisationName,
        leaderName: one.leaderName,
        leaderMail: one.leaderMail,
        channel: one.channel,
        referrer: referrerOf(one),
        state: one.state as CollectedState,
        importedAt: one.importedAt.toISOString(),
        reopenedAt: one.reopenedAt?.toISOString() ?? null,
        decidedAt: one.decidedAt?.toISOString() ?? null,
        reason: one.reason,
        actions: collectedActions(one.state, edition.state),
      }),
    );
    return { ...page, recused: closed.size };
  }

  /** For staff who read the project. Fails as {@link ProjectLoader.visible} does. */
  async referral(actor: Actor, projectId: string): Promise<ReferralView> {
    const { role } = await this.loader.visible(actor, projectId);
    if (role !== 'checker' && role !== 'reader') throw failure('common.not_found');
    const one = (await this.queries.referralsOf([projectId])).get(projectId);
    return { referral: one ? { channel: one.channel, referrer: referrerOf(one) } : null };
  }

  /** What waits for the actor, by their mail address. */
  async offered(actor: Actor): Promise<OfferedProject[]> {
    const mail = actor.kind === 'person' ? (await this.persons.byId(actor.id))?.mail : null;
    if (!mail) return [];
    const now = new Date();
    const offered: OfferedProject[] = [];
    for (const one of await this.queries.openFor(mail)) {
      const edition = await this.editions.get(one.editionId);
      const window = windowOf(edition, await this.editions.submissionStage(edition.id));
      const verdict = registrationVerdict(window, now);
      offered.push({
        id: one.id,
        title: one.title,
        edition: { zh: edition.nameZh, en: edition.nameEn },
        referrer: referrerOf(one),
        channel: one.channel,
        open: verdict.open,
        obstacle: verdict.open ? null : obstacleOf(verdict, edition.timeZone),
        takesLateCodes: !verdict.open && takesLate(window, now),
        chooseAgain: lostOf(one, edition.definition),
      });
    }
    return offered;
  }
}

function obstacleOf(verdict: Extract<WindowVerdict, { open: false }>, timeZone: string): OfferObstacle {
  if (!('at' in verdict)) return { reason: 'not_open', at: null, timeZone };
  const reason = verdict.code === 'project.registration_not_yet_open' ? 'not_yet_open' : 'over';
  return { reason, at: verdict.at.toISOString(), timeZone };
}
