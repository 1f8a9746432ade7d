import { type Actor, failure } from '@haishi/contracts';
import { assertAllowed, isAllowed } from '@haishi/platform';
import { type AssignedPair, AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { RoundRecusing } from './round.recusing.js';

/** Who may do what in an online review. To whom none of it is open, there is no such review. */
@Injectable()
export class RoundAccess {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly review: ReviewQueries,
    private readonly assigned: AssignedQueries,
    private readonly recusing: RoundRecusing,
  ) {}

  /** The round, to whom organises the whole edition. */
  async managed(actor: Actor, roundId: string): Promise<ReviewRound> {
    const round = await this.rounds.get(roundId);
    const scopes = editionScopes(round.editionId);
    if (!isAllowed(actor, 'review.manage', scopes) && !isAllowed(actor, 'review.score', scopes))
      throw failure('common.not_found');
    assertAllowed(actor, 'review.manage', scopes);
    return round;
  }

  /**
   * The round, to who judges in the edition and sits on its panel. Fails with `online_review.left_pool` for an expert who was
   * withdrawn: nothing of it is open to them any more, not even what they were given.
   */
  async judged(actor: Actor, roundId: string): Promise<ReviewRound> {
    const round = await this.rounds.get(roundId);
    if (!(await this.judges(actor, round))) throw failure('common.not_found');
    if (!(await this.inPool(actor, round))) throw failure('online_review.left_pool');
    return round;
  }

  /** Whether the pool of experts has the actor. */
  async inPool(actor: Actor, { editionId }: ReviewRound): Promise<boolean> {
    return (await this.assigned.expertOf(editionId, actor.id)) !== null;
  }

  /** What the judge was given and may read and score: not what is closed to them by now, before a search takes it from them. */
  async pairs(actor: Actor, round: ReviewRound): Promise<AssignedPair[]> {
    const given = await this.assigned.pairsOf(round.id, actor.id);
    const entries = await this.rounds.entriesByIds(
      round.id,
      given.map(({ entryId }) => entryId),
    );
    const closed = await this.recusing.closedTo(actor.id, round, entries);
    return given.filter(({ entryId }) => !closed.has(entryId));
  }

  /** Fails with `review.recused` where the entry is closed to the judge by now. */
  async assertNotClosed(actor: Actor, round: ReviewRound, entry: { id: string; projectId: string }): Promise<void> {
    if ((await this.recusing.closedTo(actor.id, round, [entry])).size > 0) throw failure('review.recused');
  }

  async judges(actor: Actor, round: ReviewRound): Promise<boolean> {
    if (!isAllowed(actor, 'review.score', editionScopes(round.editionId))) return false;
    return (await this.review.seatOf(round.id, actor.id)) !== null;
  }
}
