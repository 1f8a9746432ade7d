import { Grants, Persons } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import {
  type AssignedPair,
  AssignedQueries,
  Expert,
  type GivenPair,
  Panels,
  type PanelSeat,
  ReviewQueries,
} from '@haishi/review';
import type { Affiliation } from '@haishi/review/rules';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import type { Involved } from '../involvement/interest.rules.js';
import { InvolvedPersons } from '../involvement/involved-persons.js';
import { type InstitutionJudge, institutionsOf } from './institutions.rules.js';
import type { ReviewRound } from './round.entity.js';

/** What a judge is, and of which institution. */
export interface SeatedJudge extends InstitutionJudge {
  kind: string;
}

/** The judges of a round: experts of its edition's pool with an account and the role. */
@Injectable()
export class RoundParties {
  constructor(
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
    private readonly grants: Grants,
    private readonly persons: Persons,
    private readonly record: InvolvedPersons,
  ) {}

  /** Seats the experts who are ready and have no seat; finds accounts of those of whom none was known. Answers how many were seated. */
  async seat(work: Work, { id: panelId, editionId }: ReviewRound): Promise<number> {
    const judges = new Set(await this.grants.personsWith('judge', 'edition', editionId));
    const seats = await this.review.seats(panelId);
    const seated = new Set(seats.map(({ personId }) => personId));
    let seatNo = Math.max(0, ...seats.map((seat) => seat.seatNo));
    const before = seatNo;
    for (const expert of await this.assigned.experts(editionId)) {
      const personId = expert.personId ?? (await this.link(work, expert));
      if (personId === null || !judges.has(personId) || seated.has(personId)) continue;
      seatNo += 1;
      const { kind, organisationName, creditCode } = expert;
      await this.panels.seat(work, panelId, { seatNo, personId, kind, organisationName, creditCode });
      seated.add(personId);
    }
    return seatNo - before;
  }

  /** What is on record of each seated judge that can tie them to a project; of one of them where that is said. */
  async involved({ id: panelId, editionId }: ReviewRound, only?: string): Promise<Involved[]> {
    const seats =
      only === undefined ? await this.review.seats(panelId) : oneOf(await this.review.seatOf(panelId, only));
    const experts =
      only === undefined
        ? await this.assigned.experts(editionId)
        : oneOf(await this.assigned.expertOf(editionId, only));
    const inPool = new Set(experts.map(({ personId }) => personId));
    // The pool corrects what their seat says.
    const bySeat = seats.filter(({ personId }) => !inPool.has(personId)).map(seatOf);
    const known = await this.record.of(
      seats.map(({ personId }) => personId),
      new Map(bySeat),
    );
    return seats.map(({ personId }) => known.get(personId) ?? { personId, mails: [], worksFor: [] });
  }

  /** The experts of the pool who hold the role of a judge, by person. */
  async ready({ editionId }: Pick<ReviewRound, 'editionId'>): Promise<Map<string, Expert>> {
    const judges = new Set(await this.grants.personsWith('judge', 'edition', editionId));
    const experts = (await this.assigned.knownExperts(editionId)).filter(({ personId }) => judges.has(personId!));
    return new Map(experts.map((one) => [one.personId!, one]));
  }

  /** All who are seated, as the pool has them by now; who is not in it any more, as they were seated. */
  async seated({ id: panelId, editionId }: ReviewRound): Promise<SeatedJudge[]> {
    const experts = await this.assigned.knownExperts(editionId);
    const pool = new Map(experts.map((one) => [one.personId, one]));
    return (await this.review.seats(panelId)).map((seat) => {
      const { kind, organisationName, creditCode, aliases } = pool.get(seat.personId) ?? { ...seat, aliases: [] };
      return { personId: seat.personId, kind, organisationName, creditCode, aliases };
    });
  }

  /** Whether a judge is of one institution with any of these others. */
  async shareInstitution(round: ReviewRound, personId: string, others: readonly string[]): Promise<boolean> {
    const institutions = institutionsOf(await this.seated(round));
    const own = institutions.get(personId);
    return own !== undefined && others.some((other) => institutions.get(other) === own);
  }

  /** The judges who were given something and are not asked any more. */
  async gone(round: ReviewRound): Promise<string[]> {
    const ready = await this.ready(round);
    return (await this.assigned.judges(round.id)).filter((personId) => !ready.has(personId));
  }

  /** The judges who were given any entry and are still asked. */
  async asked(round: ReviewRound): Promise<string[]> {
    const ready = await this.ready(round);
    return (await this.assigned.judges(round.id)).filter((personId) => ready.has(personId));
  }

  /** What one judge was given. */
  givenTo({ id }: ReviewRound, personId: string): Promise<AssignedPair[]> {
    return this.assigned.pairsOf(id, personId);
  }

  /** {@link given} of these entries alone. */
  async givenAmong(round: ReviewRound, entryIds: readonly string[]): Promise<(GivenPair & { lost: boolean })[]> {
    const ready = await this.ready(round);
    const scored = new Set((await this.review.scoredAmong(entryIds)).map(keyOf));
    const pairs = await this.assigned.pairsAmong(entryIds);
    return pairs.map((pair) => ({ ...pair, lost: !ready.has(pair.personId) && !scored.has(keyOf(pair)) }));
  }

  /** Who was given what. `lost`: the judge is not asked any more and handed nothing in, so that the pair comes to nothing. */
  async given(round: ReviewRound): Promise<(GivenPair & { lost: boolean })[]> {
    const ready = await this.ready(round);
    const scored = new Set((await this.review.scored(round.id)).map(keyOf));
    const pairs = await this.assigned.pairs(round.id);
    return pairs.map((pair) => ({ ...pair, lost: !ready.has(pair.personId) && !scored.has(keyOf(pair)) }));
  }

  private async link(work: Work, { id, mail }: Expert): Promise<string | null> {
    const person = await this.persons.byMail(mail);
    if (!person) return null;
    await work.manager.update(Expert, { id: Equal(id), personId: IsNull() }, { personId: person.id });
    return person.id;
  }
}

const seatOf = ({ personId, organisationName: name, creditCode }: PanelSeat): [string, Affiliation] => [
  personId,
  { name, creditCode },
];

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }): string => `${entryId} ${personId}`;

const oneOf = <One>(found: One | null): One[] => (found === null ? [] : [found]);
