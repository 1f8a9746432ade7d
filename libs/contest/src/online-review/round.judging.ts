import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { JudgeTerms } from '../expert/judge-terms.js';
import { RoundAccess } from './round.access.js';
import type { ReviewRound } from './round.entity.js';
import { type OwnTie, RoundRecusing } from './round.recusing.js';
import { RoundPublisher } from './round.publisher.js';
import { RoundQueries } from './round.queries.js';
import { isLate } from './round.rules.js';

/** What has to hold before a judge reads or scores an entry. */
@Injectable()
export class RoundJudging {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundQueries,
    private readonly assigned: AssignedQueries,
    private readonly terms: JudgeTerms,
    private readonly review: ReviewQueries,
    private readonly recusing: RoundRecusing,
    private readonly publisher: RoundPublisher,
  ) {}

  /**
   * The terms are accepted, those that the judge `read` where that is said; answers in which wording, and how many of the entries
   * that the judge was given had to be taken from somebody, or recuse them again since they declared anew. The others are looked at
   * before they are given to anybody. `left` are those that the judge has scored and named a tie to. Fails with
   * `online_review.other_terms`.
   */
  async accept(
    work: Work,
    round: ReviewRound,
    { ties, read }: { ties: readonly string[]; read: string | null },
  ): Promise<{ terms: string; recused: number; left: OwnTie[] }> {
    const terms = await this.terms.accept(work, round.editionId, ties, read);
    const given = await this.assigned.pairsOf(round.id, work.actor.id);
    const dismissed = await this.review.dismissalsOf(round.id, work.actor.id);
    const entries = await this.rounds.entriesByIds(
      round.id,
      [...given, ...dismissed].map(({ entryId }) => entryId),
    );
    const { added, left } = await this.recusing.recuse(work, round, entries);
    return { terms, recused: added.length, left };
  }

  /** Fails with `online_review.accept_first`. */
  async assertAccepted(round: ReviewRound, personId: string): Promise<void> {
    await this.terms.assertAccepted(round.editionId, personId);
  }

  /**
   * The round, to a judge who may work on the entry now. Fails with `common.not_found`, `review.recused`,
   * `online_review.accept_first`, `review.scoring_closed`, `online_review.entry_withdrawn`.
   */
  async assertOpen(actor: Actor, roundId: string, entryId: string): Promise<ReviewRound> {
    const round = await this.access.judged(actor, roundId);
    await this.access.assertNotClosed(actor, round, await this.rounds.entry(roundId, entryId));
    await this.assertAccepted(round, actor.id);
    if (round.state !== 'open') throw failure('review.scoring_closed');
    if ((await this.rounds.withdrawn(roundId, [entryId])).size > 0) throw failure('online_review.entry_withdrawn');
    return round;
  }

  /**
   * Whether a sheet that reached the server at `at` is late, and whether it is refused for that, as the plan says. What is typed is
   * kept no longer then, either.
   */
  async lateness(round: ReviewRound, at: Date): Promise<{ late: boolean; refused: boolean }> {
    const late = isLate(await this.rounds.due(round), at);
    return { late, refused: late && round.plan.lateSheets === 'refused' };
  }

  tell(work: Work, roundId: string): void {
    this.publisher.progress(work, roundId);
  }
}
