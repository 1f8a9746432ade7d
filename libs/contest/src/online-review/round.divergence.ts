import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { ReviewEntry, type ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { RoundResults } from './round.results.js';
import { dueForReview, leftDivergent, type RoundSheet } from './counting.rules.js';

const AT_ONCE = 500;
/** Entries that a refusal names. */
const MOST_NAMED = 20;

/** Entries whose judges differ too much 分歧, and another look 复评 at them. The caller holds the panel's lock. */
@Injectable()
export class RoundDivergence {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly results: RoundResults,
    private readonly panels: Panels,
  ) {}

  /** Opens another look at these entries by so many more judges each; answers how many of them the round has. */
  async open(work: Work, { id: roundId }: ReviewRound, entryIds: readonly string[], judges: number): Promise<number> {
    let found = 0;
    for (const id of entryIds) {
      const own = await work.execute(
        'UPDATE review_entries SET extra = COALESCE(extra, 0) + ? WHERE id = ? AND roundId = ?',
        [judges, id, roundId],
      );
      if (own !== 1) continue;
      found += 1;
      await this.panels.setState(work, id, 'open');
    }
    return found;
  }

  /** Opens another look, by one more judge, at what diverges as the round closes, where the plan says so; answers at which. */
  async openWhereDue(work: Work, round: ReviewRound): Promise<string[]> {
    if (!round.plan.reopensDivergent) return [];
    const { sheets } = await this.results.judged(round);
    const due = dueForReview(round.plan, await this.rounds.entries(round.id), sheets);
    await this.open(work, round, due, 1);
    return due;
  }

  /**
   * Keeps with each entry that diverges and was not looked at again why it is confirmed nevertheless; answers which. Fails with
   * `online_review.divergent_left` that names them where no reason is given.
   */
  async settle(
    work: Work,
    round: ReviewRound,
    { sheets, reason }: { sheets: readonly RoundSheet[]; reason: string | null },
  ): Promise<string[]> {
    const entries = await this.rounds.entries(round.id);
    const left = leftDivergent(round.plan, entries, sheets);
    if (left.length === 0) return left;
    const wanted = new Set(left);
    const divergent = entries.filter(({ id }) => wanted.has(id));
    if (!reason) {
      const named = divergent.slice(0, MOST_NAMED).map(({ number }) => number);
      const numbers = [...named, ...(divergent.length > MOST_NAMED ? ['…'] : [])].join(
        work.actor.locale === 'zh' ? '、' : ', ',
      );
      throw failure('online_review.divergent_left', { field: 'divergence', params: { count: left.length, numbers } });
    }
    for (let start = 0; start < left.length; start += AT_ONCE)
      await work.manager.update(
        ReviewEntry,
        { id: In(left.slice(start, start + AT_ONCE)), roundId: Equal(round.id) },
        { leftDivergent: reason },
      );
    return left;
  }
}
