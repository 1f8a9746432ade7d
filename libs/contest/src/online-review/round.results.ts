import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { ReviewEntry, ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { type RoundOutcome, type RoundSheet, workOut } from './round.rules.js';

/** What a round has come to, always worked out from the stored sheets. */
@Injectable()
export class RoundResults {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly review: ReviewQueries,
  ) {}

  async of(
    round: ReviewRound,
  ): Promise<{ outcome: RoundOutcome; entries: ReviewEntry[]; sheets: RoundSheet[]; withdrawn: Set<string> }> {
    const withdrawn = await this.rounds.withdrawn(round.id);
    const entries = (await this.rounds.entries(round.id)).filter(({ id }) => !withdrawn.has(id));
    const sheets = await this.sheets(round.id, new Set(entries.map(({ id }) => id)));
    const { aggregation } = (await this.review.panel(round.id))!;
    return { outcome: workOut({ aggregation, plan: round.plan }, entries, sheets), entries, sheets, withdrawn };
  }

  /** The valid sheets of these entries: not struck, of judges who are not recused. */
  private async sheets(panelId: string, entryIds: ReadonlySet<string>): Promise<RoundSheet[]> {
    const recused = new Set(
      (await this.review.recusals(panelId)).map(({ entryId, personId }) => `${entryId} ${personId}`),
    );
    return (await this.review.sheets(panelId)).filter(
      ({ entryId, personId, state }) =>
        state !== 'struck' && entryIds.has(entryId) && !recused.has(`${entryId} ${personId}`),
    );
  }
}
