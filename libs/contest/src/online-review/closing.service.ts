import { type Actor, failure } from '@haishi/contracts';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import type { DivisionRefusal } from './counting.rules.js';
import { RoundCommands } from './round.commands.js';
import { RoundDivergence } from './round.divergence.js';
import type { RoundConfirmInput } from './round.dto.js';
import { ReviewRound } from './round.entity.js';
import { RoundIntake } from './round.intake.js';
import { RoundResults } from './round.results.js';
import { taking, takenAgain } from './round.taking.js';
import { type LostSheet, RoundTies, type SheetSweep } from './round.ties.js';

/** Entries that a refusal names. */
const MOST_NAMED = 20;

/** The end of an online review: no sheets are taken any more, and what they come to is final. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly commands: RoundCommands,
    private readonly editions: EditionQueries,
    private readonly panels: Panels,
    private readonly intake: RoundIntake,
    private readonly results: RoundResults,
    private readonly divergence: RoundDivergence,
    private readonly ties: RoundTies,
  ) {}

  /**
   * No sheet is taken any more, but of entries whose judges differ too much: another look is opened at these at once, where the
   * plan says so, and the round stays open for them alone. Who is tied by the record, or recused elsewhere, by now is recused first:
   * their sheets count no more, and the round names them to its organisers.
   */
  async close(actor: Actor, roundId: string): Promise<void> {
    const found = await this.ties.look(roundId);
    await this.commands.manage(actor, roundId, 'close', async (work, round) => {
      const ties = told(await this.ties.sweepSheets(work, round, found));
      await taking(work, roundId, 'closed');
      const entries = await this.divergence.openWhereDue(work, round);
      if (entries.length > 0) {
        const stages = await this.editions.stages(round.editionId);
        await takenAgain(
          work,
          round,
          stages.find(({ code }) => code === round.stageCode),
        );
        const payload = { entries, judges: 1, threshold: round.plan.divergence, ...ties };
        return { type: 'review_round.rereview_opened', payload, stays: true };
      }
      await work.manager.update(ReviewRound, roundId, { closedAt: work.now });
      return { type: 'review_round.closed', payload: ties };
    });
  }

  /**
   * Makes the results final. Fails with `online_review.others_decide`, with `online_review.not_adjustable` where scores cannot be adjusted as the plan asks, and
   * with `online_review.sheets_missing` where entries have too few sheets and no reason is given, and for what diverges as
   * {@link RoundDivergence.settle} says. Whoever has a tie by now, though their sheet counts, is recused first: then nothing is confirmed,
   * and it fails with `online_review.ties_found`, so that whoever confirms has seen what is left. It fails with `online_review.late_ties_left` while
   * a tie waits that a judge declared after the sheet.
   */
  async confirm(actor: Actor, roundId: string, { reason = null, divergence = null }: RoundConfirmInput): Promise<void> {
    const found = await this.ties.look(roundId);
    let lost: LostSheet[] = [];
    await this.commands.manage(actor, roundId, 'confirm', async (work, round) => {
      const tied = await this.intake.assertDecides(actor, round);
      const sweep = await this.ties.sweepSheets(work, round, found);
      lost = sweep.lost;
      if (lost.length > 0) return { type: 'review_round.ties_found', payload: told(sweep), stays: true };
      const waiting = await this.ties.waiting(round);
      if (waiting.length > 0) throw failure('online_review.late_ties_left', { params: named(actor, waiting) });
      const { outcome, sheets } = await this.results.of(round);
      if (outcome.refusals.length > 0)
        throw failure('online_review.not_adjustable', {
          params: { divisions: await this.divisionNames(actor, round.editionId, outcome.refusals) },
        });
      const unscored = outcome.results.filter(({ score }) => score === null).length;
      if (unscored > 0 && !reason)
        throw failure('online_review.sheets_missing', { field: 'reason', params: { count: unscored } });
      const left = await this.divergence.settle(work, round, { sheets, reason: divergence });
      for (const id of await this.intake.withdrawn(round)) await this.panels.setState(work, id, 'withdrawn');
      await this.results.store(work, outcome);
      await this.panels.confirm(work, roundId);
      await work.manager.update(ReviewRound, roundId, { confirmedAt: work.now });
      const divergent = left.length > 0 ? { divergent: { entries: left, reason: divergence } } : {};
      const payload = {
        entries: outcome.results.length,
        unscored,
        reason,
        ...divergent,
        ...tied,
        ...told(sweep),
      };
      return { type: 'review_round.confirmed', payload };
    });
    if (lost.length > 0)
      throw failure('online_review.ties_found', {
        params: named(
          actor,
          lost.map(({ number }) => number),
        ),
      });
  }

  /** As the actor reads them. */
  private async divisionNames(
    { locale }: Actor,
    editionId: string,
    refusals: readonly DivisionRefusal[],
  ): Promise<string> {
    const { definition } = await this.editions.get(editionId);
    const names = refusals.map(({ division }) => nameOf(definition.divisions, division)[locale]);
    return names.join(locale === 'zh' ? '、' : ', ');
  }
}

/** What an event keeps of it; nothing where there is nothing. */
function told({ lost, left }: SheetSweep): { lost?: object[]; leftTies?: string[] } {
  return {
    ...(lost.length > 0 ? { lost: lost.map(({ entryId, personId, reason }) => ({ entryId, personId, reason })) } : {}),
    ...(left.length > 0 ? { leftTies: left.map(({ entryId }) => entryId) } : {}),
  };
}

/** How many, and the entries that they are about, as the actor reads them. */
function named({ locale }: Actor, each: readonly string[]): { count: number; numbers: string } {
  const all = [...new Set(each)].sort();
  const numbers = [...all.slice(0, MOST_NAMED), ...(all.length > MOST_NAMED ? ['…'] : [])];
  return { count: each.length, numbers: numbers.join(locale === 'zh' ? '、' : ', ') };
}
