import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { contentVersion } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from '../roadshow/session.access.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { toCard } from '../roadshow/session.views.js';
import type { CeremonyView } from './ceremony.dto.js';
import { NO_PLAN } from './ceremony.entity.js';
import { CeremonyQueries } from './ceremony.queries.js';
import { stepAt } from './ceremony.scene.js';

/** The ceremony for who leads the session. The presenter alone sees what comes next. */
@Injectable()
export class CeremonyReader {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionQueries,
    private readonly ceremonies: CeremonyQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
  ) {}

  async view(actor: Actor, sessionId: string): Promise<CeremonyView> {
    await this.access.get(actor, sessionId, 'roadshow.chair');
    const ceremony = await this.ceremonies.find(sessionId);
    if (!ceremony)
      return {
        state: 'planned',
        frozen: false,
        plan: NO_PLAN,
        version: contentVersion(NO_PLAN),
        at: 0,
        autoSeconds: null,
        presenter: null,
        count: 0,
        steps: [],
      };
    const { state, frozenAt, plan, at, autoSeconds, presenterId } = ceremony;
    const self = presenterId === actor.id;
    const presenter = presenterId ? { name: (await this.persons.byId(presenterId))?.name ?? '', self } : null;
    const entries = (await this.sessions.entries(sessionId)).map((entry) => ({ ...entry, card: toCard(entry) }));
    const { ties } = (await this.review.panel(sessionId))!.aggregation;
    const rulings = await this.review.rulings(sessionId);
    const count = ceremony.steps.length;
    const told = self || state === 'ended' ? count : at;
    const steps = ceremony.steps.slice(0, told).map((_, index) => stepAt({ ceremony, entries, ties, rulings }, index));
    return {
      state,
      frozen: frozenAt !== null,
      plan,
      version: contentVersion(plan),
      at,
      autoSeconds,
      presenter,
      count,
      steps,
    };
  }
}
