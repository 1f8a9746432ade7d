import { Grants, Persons } from '@haishi/identity';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { RoadshowSession } from './session.entity.js';

/** The persons on a panel, and those who may come onto it. */
@Injectable()
export class JudgePool {
  constructor(
    private readonly review: ReviewQueries,
    private readonly grants: Grants,
    private readonly persons: Persons,
  ) {}

  async seats(sessionId: string) {
    const seats = await this.review.seats(sessionId);
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    return seats.map(({ seatNo, personId, kind, organisationName, creditCode }) => ({
      seatNo,
      personId,
      kind,
      organisationName,
      creditCode,
      name: persons.get(personId)?.name ?? '',
    }));
  }

  /** Judges of the session, then those of its edition. */
  async candidates(session: RoadshowSession) {
    const ids = [
      ...(await this.grants.personsWith('judge', 'session', session.id)),
      ...(await this.grants.personsWith('judge', 'edition', session.editionId)),
    ];
    const seated = (await this.review.seats(session.id)).map(({ personId }) => personId);
    const persons = await this.persons.byIds(ids);
    return [...new Set(ids)].flatMap((personId) => {
      const person = persons.get(personId);
      return person ? [{ personId, name: person.name, seated: seated.includes(personId) }] : [];
    });
  }
}
