import type { Grant } from '@haishi/contracts';
import { Grants } from '@haishi/identity';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { RoundQueries } from '../online-review/round.queries.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { MailingPlaces } from './mailing.places.js';

/** The judges of an edition, whether they have the role in all of it or in a session, or a seat on one of its panels. */
@Injectable()
export class MailingJudges {
  constructor(
    private readonly grants: Grants,
    private readonly review: ReviewQueries,
    private readonly sessions: SessionQueries,
    private readonly rounds: RoundQueries,
    private readonly places: MailingPlaces,
  ) {}

  /** Their ids, of one session alone where it is given. Fails with `mailing.unknown_session`. */
  async of(edition: Edition, session: string | null | undefined): Promise<string[]> {
    const sessions = session
      ? [await this.places.session(edition, session)]
      : await this.sessions.ofEdition(edition.id);
    const ids = sessions.map(({ id }) => id);
    const panels = session ? ids : [...ids, ...(await this.rounds.idsOf(edition.id))];
    const grants = ids.map((scopeId): Grant => ({ role: 'judge', scopeType: 'session', scopeId }));
    if (!session) grants.push({ role: 'judge', scopeType: 'edition', scopeId: edition.id });
    return [...(await this.grants.personsWithAny(grants)), ...(await this.review.seated(panels))];
  }
}
