import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { AssignedQueries, ReviewQueries, type SeatKind } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { Involvement } from '../involvement/involvement.js';
import type { ReviewRound } from './round.entity.js';

/** What judges of a round are called, and which of its projects are closed to somebody. */
@Injectable()
export class ReviewNames {
  constructor(
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
  ) {}

  /** By person. */
  async of({ id, editionId }: ReviewRound): Promise<Map<string, { name: string; kind: SeatKind }>> {
    const experts = new Map((await this.assigned.experts(editionId)).map(({ personId, name }) => [personId, name]));
    const seats = await this.review.seats(id);
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    return new Map(
      seats.map(({ personId, kind }) => [
        personId,
        { name: experts.get(personId) ?? persons.get(personId)?.name ?? '', kind },
      ]),
    );
  }

  /** The projects that the actor has an interest in or is recused from, each with why: nothing of them but the number is told. */
  closedTo(actor: Actor, entries: readonly { projectId: string }[]): Promise<Map<string, ClosedBy>> {
    return this.involvement.closedTo(
      actor,
      entries.map(({ projectId }) => projectId),
    );
  }
}
