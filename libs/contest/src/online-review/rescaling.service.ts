import { type Actor, failure } from '@haishi/contracts';
import { assertContent, type HeldContent } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { RoundCommands } from './round.commands.js';
import type { RescalingInput } from './round.dto.js';
import { ReviewRound } from './round.entity.js';
import { RoundIntake } from './round.intake.js';
import { isSameScaling } from './round.rules.js';

/**
 * Another way to adjust the scores of a closed review 更换校正方式, where its own turns out not to go: judges and entries fall apart, or a
 * judge has too few sheets. Nothing is scored or assigned anew.
 */
@Injectable()
export class RescalingService {
  constructor(
    private readonly commands: RoundCommands,
    private readonly intake: RoundIntake,
  ) {}

  /**
   * Before the results are confirmed, for a reason that stays with them. They are what they would be had the plan said so from the
   * start. Fails with `common.stale` where another plan than `held` stands, `online_review.others_decide` and
   * `online_review.scaled_so`.
   */
  rescale(actor: Actor, roundId: string, held: HeldContent, input: RescalingInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'rescale', async (work, round) => {
      const tied = await this.intake.assertDecides(actor, round);
      const { plan, rescalings } = round;
      assertContent(plan, held);
      const { reason, normalisation } = input;
      const from = { normalisation: plan.normalisation, minSheets: plan.minSheets };
      const to = { normalisation, minSheets: input.minSheets ?? plan.minSheets };
      if (isSameScaling(from, to)) throw failure('online_review.scaled_so', { field: 'normalisation' });
      const change = { from, to, reason, at: work.now.toISOString() };
      await work.manager.update(ReviewRound, roundId, {
        plan: { ...plan, ...to } as never,
        rescalings: [...(rescalings ?? []), change] as never,
      });
      return { type: 'review_round.rescaled', payload: { from, to, reason, ...tied } };
    });
  }
}
