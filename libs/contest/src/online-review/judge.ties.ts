import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { AssignedQueries, Recusals, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { TieInput } from './judge.dto.js';
import { LateTieNotices } from './late-tie.notices.js';
import type { ReviewRound } from './round.entity.js';

/** Ties that judges declare to what they were given. */
@Injectable()
export class JudgeTies {
  constructor(
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly recusals: Recusals,
    private readonly notices: LateTieNotices,
  ) {}

  /**
   * Recuses the actor, or where their sheet is in, which nobody takes back alone, keeps the tie for the organisers, who are told.
   * Answers whether it was too late. Fails with `review.not_assigned`, and as a recusal does.
   */
  async declare(work: Work, round: ReviewRound, tie: TieInput): Promise<'late' | 'recused'> {
    const { entryId, reason } = tie;
    const personId = work.actor.id;
    if ((await this.assigned.pair(entryId, personId))?.panelId !== round.id) throw failure('review.not_assigned');
    const sheets = await this.review.sheetsOf(round.id, personId);
    if (sheets.some((one) => one.entryId === entryId)) {
      await this.keepLate(work, round, [tie]);
      return 'late';
    }
    await this.recusals.add(work, { panelId: round.id, entryId, personId, kind: 'declared', reason });
    return 'recused';
  }

  /** Keeps ties of the actor that were found to what they scored; what waits to be decided on already is told once. */
  async keepFound(work: Work, round: ReviewRound, ties: readonly TieInput[]): Promise<void> {
    const waiting = await this.review.lateTiesAmong(ties.map(({ entryId }) => entryId));
    const kept = new Set(waiting.flatMap(({ personId, entryId }) => (personId === work.actor.id ? [entryId] : [])));
    const fresh = ties.filter(({ entryId }) => !kept.has(entryId));
    if (fresh.length > 0) await this.keepLate(work, round, fresh);
  }

  private async keepLate(work: Work, round: ReviewRound, ties: readonly TieInput[]): Promise<void> {
    const personId = work.actor.id;
    await this.recusals.keepLate(work, round.id, personId, ties);
    await this.notices.send(
      work,
      round,
      ties.map(({ entryId }) => entryId),
      personId,
    );
  }
}
