import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { type ActTies, FreeOthers } from '../involvement/free-others.js';
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
    private readonly others: FreeOthers,
  ) {}

  /** By person. */
  async of({ id, editionId }: ReviewRound): Promise<Map<string, { name: string; kind: string }>> {
    const pool = await this.assigned.knownExperts(editionId);
    const experts = new Map(pool.map((one) => [one.personId, one]));
    const seats = await this.review.seats(id);
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    return new Map(
      seats.map(({ personId, kind }) => {
        const expert = experts.get(personId);
        const name = expert?.name ?? persons.get(personId)?.name ?? '';
        return [personId, { name, kind: expert?.kind ?? kind }];
      }),
    );
  }

  /** The projects that the actor has an interest in or is recused from, each with why: nothing of them but the number is told. */
  closedTo(actor: Actor, entries: readonly { projectId: string }[]): Promise<Map<string, ClosedBy>> {
    return this.involvement.closedTo(
      actor,
      entries.map(({ projectId }) => projectId),
    );
  }

  /** The projects of the round's edition that are closed to the actor, found from their side; some of other editions may be among them. */
  closedIn(actor: Actor, { editionId }: ReviewRound): Promise<string[]> {
    return this.involvement.closedIn(actor, editionId);
  }

  /**
   * The entries that the actor has a tie to, where they read results and decide on them nevertheless. Scores of all tell of each other, so
   * that results are left as a whole to others as {@link FreeOthers.acting} says: fails with `online_review.others_decide`.
   *
   * @param entries all of the round, those of withdrawn projects too
   */
  async tiedDeciding(
    actor: Actor,
    { editionId }: ReviewRound,
    entries: readonly { projectId: string; number: string }[],
  ): Promise<Pick<ActTies, 'closed' | 'numbers'>> {
    const act = { within: editionScopes(editionId), about: entries };
    const [ties] = await this.others.acting(actor, ['review.manage'], [act]);
    const { closed, numbers, othersAct } = ties!;
    if (othersAct) throw failure('online_review.others_decide', { params: { numbers } });
    return { closed, numbers };
  }
}
