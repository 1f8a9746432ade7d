import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { StageAdvancement } from '../advancement/advancement.entity.js';
import { AdvancementQueries, type DecisionHead } from '../advancement/advancement.queries.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { RoundCommands } from './round.commands.js';
import { ReviewEntry, ReviewRound } from './round.entity.js';
import { RoundIntake } from './round.intake.js';

/** What an entry's row says before its round is confirmed. */
const NO_RESULT = {
  ...{ score: null, raw: null, adjusted: null, tieValues: [], place: null },
  ...{ tiedWith: null, compared: null, sharing: null, leftDivergent: null },
};

/** Takes the confirmation of a round's results back 撤销确认. */
@Injectable()
export class UnconfirmService {
  constructor(
    private readonly commands: RoundCommands,
    private readonly intake: RoundIntake,
    private readonly panels: Panels,
    private readonly editions: EditionQueries,
    private readonly advancement: AdvancementQueries,
  ) {}

  /**
   * The round is closed again, for a reason that stays on record: sheets may be taken again, or its results confirmed anew. A decision on
   * who advances, from this stage or from a later one for which its scores count, has to be made anew where they change. Fails with
   * `online_review.others_decide`, and with `online_review.results_published` once such a decision was published.
   */
  unconfirm(actor: Actor, roundId: string, reason: string): Promise<void> {
    return this.commands.manage(actor, roundId, 'unconfirm', async (work, round) => {
      const tied = await this.intake.assertDecides(actor, round);
      const { editionId, stageCode } = round;
      const edition = await this.editions.get(editionId);
      for (const decision of await this.advancement.restingOn(edition, stageCode)) await this.outdate(work, decision);
      await this.panels.unconfirm(work, roundId);
      // Confirming had set aside for good what did not stand then.
      await work.execute("UPDATE panel_entries SET state = 'closed' WHERE panelId = ? AND state = 'withdrawn'", [
        roundId,
      ]);
      await work.manager.update(ReviewEntry, { roundId: Equal(roundId) }, NO_RESULT as never);
      await work.manager.update(ReviewRound, roundId, { confirmedAt: null });
      return { type: 'review_round.unconfirmed', payload: { reason, ...tied } };
    });
  }

  /** Whoever publishes the decision that is there has to read it again first. */
  private async outdate(work: Work, decision: DecisionHead): Promise<void> {
    const { affected } = await work.manager.update(
      StageAdvancement,
      { id: Equal(decision.id), publishedAt: IsNull() },
      { revision: () => 'revision + 1' },
    );
    if (affected !== 1) throw failure('online_review.results_published');
  }
}
