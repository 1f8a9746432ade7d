import type { Actor } from '@haishi/contracts';
import { TieRulings } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { RoundCommands } from './round.commands.js';
import type { RoundRulingInput } from './results.dto.js';
import { RoundIntake } from './round.intake.js';
import { RoundResults } from './round.results.js';

/**
 * An organiser's order of entries that the whole tie chain leaves equal 裁定名次, between the end of an online review and its
 * confirmation. It holds as long as exactly these entries share exactly the values that they had, as a chair's does.
 */
@Injectable()
export class RoundRulings {
  constructor(
    private readonly commands: RoundCommands,
    private readonly intake: RoundIntake,
    private readonly results: RoundResults,
    private readonly rulings: TieRulings,
  ) {}

  /**
   * `entryIds` are all that share the place, best first. An earlier ruling on them gives way. Fails with `review.tie_separated`
   * and `online_review.others_decide`.
   */
  rule(actor: Actor, roundId: string, { entryIds, reason }: RoundRulingInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'rule', async (work, round) => {
      const order = [...new Set(entryIds)];
      const tied = await this.intake.assertDecides(actor, round);
      const { results } = (await this.results.of(round)).outcome;
      const ranked = results
        .filter(({ score }) => score !== null)
        .map(({ entryId, score, raw }) => ({ entryId, result: { score, tieValues: raw.tieValues } }));
      const { ties } = await this.results.aggregation(roundId);
      await this.rulings.rule(work, roundId, order, { ranked, ties }, reason);
      return { type: 'review_round.tie_ruled', payload: { entryIds: order, reason, ...tied } };
    });
  }

  /** Takes a ruling back: the entries share their place again. Fails with `common.not_found` and `online_review.others_decide`. */
  revoke(actor: Actor, roundId: string, { entryIds, reason }: RoundRulingInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'rule', async (work, round) => {
      const tied = await this.intake.assertDecides(actor, round);
      await this.rulings.revoke(work, roundId, entryIds, reason);
      return { type: 'review_round.tie_ruling_taken_back', payload: { entryIds, reason, ...tied } };
    });
  }
}
