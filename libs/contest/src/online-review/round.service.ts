import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import {
  assertAllowed,
  assertContent,
  type HeldContent,
  isDuplicateKey,
  UnitOfWork,
  type Work,
} from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { aggregationOf } from '../edition/aggregation.js';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { planOfStage } from './plan.file.js';
import { RoundCommands } from './round.commands.js';
import { ROUND_CONTEXT } from './round.context.js';
import { RoundDivergence } from './round.divergence.js';
import type { RereviewInput, RoundConfirmInput, RoundPlanInput } from './round.dto.js';
import { ReviewRound } from './round.entity.js';
import { RoundIntake } from './round.intake.js';
import { RoundResults } from './round.results.js';
import type { DivisionRefusal } from './counting.rules.js';
import { dueAt } from './round.rules.js';
import { readPlan } from './round.plan.js';

/** What organisers do with the online review of a stage. */
@Injectable()
export class RoundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: RoundCommands,
    private readonly editions: EditionQueries,
    private readonly panels: Panels,
    private readonly intake: RoundIntake,
    private readonly results: RoundResults,
    private readonly divergence: RoundDivergence,
  ) {}

  /**
   * Sets up the round of a stage, without entries and judges. Answers its id, which is the same where it is there already.
   * Fails with `common.not_found` where the edition has no such stage of review.
   */
  async create(actor: Actor, editionName: string, stageCode: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      // No change of the edition comes between what the round copies of it and the round.
      await work.lockRow(Edition, (await this.editions.getByName(editionName)).id);
      const edition = await this.editions.getByName(editionName);
      assertAllowed(actor, 'review.manage', editionScopes(edition.id));
      const stage = (await this.editions.stages(edition.id)).find(({ code }) => code === stageCode);
      if (stage?.kind !== 'review') throw failure('common.not_found');
      const held = await work.manager.findOneBy(ReviewRound, {
        editionId: Equal(edition.id),
        stageCode: Equal(stageCode),
      });
      if (held) return held.id;
      const id = newId();
      const { rubric } = edition.definition;
      try {
        await work.manager.insert(ReviewRound, {
          id,
          editionId: edition.id,
          stageCode,
          state: 'preparing',
          plan: planOfStage(stage.settings),
          createdAt: work.now,
          openedAt: null,
          reopenedAt: null,
          closedAt: null,
          confirmedAt: null,
          rescalings: null,
        });
      } catch (error) {
        throw isDuplicateKey(error) ? failure('common.stale') : error;
      }
      await this.panels.create(work, {
        id,
        contextType: ROUND_CONTEXT,
        contextId: id,
        rubric,
        aggregation: aggregationOf(stage.settings, rubric),
        judging: 'assigned',
      });
      await work.event({
        type: 'review_round.created',
        subjectType: 'review_round',
        subjectId: id,
        scopes: editionScopes(edition.id),
        payload: { stage: stageCode },
      });
      return id;
    });
  }

  /** Takes in the accepted projects and the experts who are ready, with the recusals that follow from the record. */
  prepare(actor: Actor, roundId: string): Promise<void> {
    return this.commands.manage(actor, roundId, 'assign', async (work, round) => {
      const taken = await this.intake.take(work, round);
      return { type: 'review_round.prepared', payload: { ...taken } };
    });
  }

  /** Fails with `common.stale` where another plan than `held` stands, and with `common.invalid` that names every faulty field. */
  plan(actor: Actor, roundId: string, held: HeldContent, input: RoundPlanInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'assign', async (work, round) => {
      assertContent(round.plan, held);
      const { minValid } = await this.results.aggregation(roundId);
      const { definition } = await this.editions.get(round.editionId);
      const plan = readPlan(input, minValid, definition);
      await work.manager.update(ReviewRound, roundId, { plan: plan as never });
      return { type: 'review_round.planned', payload: { plan } };
    });
  }

  /**
   * Lets judges in. Fails with `online_review.empty`, with `online_review.entries_short` where an entry has too few judges, and with
   * `online_review.entries_unfit` where the pool says by now that they are not such as the plan asks for.
   */
  open(actor: Actor, roundId: string): Promise<void> {
    return this.commands.manage(actor, roundId, 'open', async (work, round) => {
      const { entries, short } = await this.intake.coverage(round, 'work');
      if (entries === 0) throw failure('online_review.empty');
      if (short.length > 0) throw failure('online_review.entries_short', { params: { count: short.length } });
      await this.intake.assertFit(round);
      await this.taking(work, roundId, 'open');
      await work.manager.update(ReviewRound, roundId, { openedAt: work.now });
      return { type: 'review_round.opened', payload: { entries }, given: await this.intake.asked(round) };
    });
  }

  /**
   * No sheet is taken any more, but of entries whose judges differ too much: another look is opened at these at once, where the
   * plan says so, and the round stays open for them alone.
   */
  close(actor: Actor, roundId: string): Promise<void> {
    return this.commands.manage(actor, roundId, 'close', async (work, round) => {
      await this.taking(work, roundId, 'closed');
      const entries = await this.divergence.openWhereDue(work, round);
      if (entries.length > 0) {
        await this.takenAgain(work, round);
        const payload = { entries, judges: 1, threshold: round.plan.divergence };
        return { type: 'review_round.rereview_opened', payload, stays: true };
      }
      await work.manager.update(ReviewRound, roundId, { closedAt: work.now });
      return { type: 'review_round.closed' };
    });
  }

  /** Sheets are taken again. */
  reopen(actor: Actor, roundId: string, reason: string): Promise<void> {
    return this.commands.manage(actor, roundId, 'reopen', async (work, round) => {
      await this.taking(work, roundId, 'open');
      await this.takenAgain(work, round);
      return { type: 'review_round.reopened', payload: { reason } };
    });
  }

  /**
   * Opens another look 复评 at some entries, each by so many more judges; the others stay closed. Fails with `common.not_found`
   * where an entry is not the round's or was withdrawn, and with `online_review.tied`.
   */
  rereview(actor: Actor, roundId: string, { entryIds, judges, reason }: RereviewInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'rereview', async (work, round) => {
      const wanted = [...new Set(entryIds)];
      await this.intake.assertFree(actor, round, wanted);
      const gone = await this.intake.withdrawn(round);
      const found = await this.divergence.open(work, round, wanted, judges);
      if (found !== wanted.length || wanted.some((id) => gone.has(id)))
        throw failure('common.not_found', { field: 'entryIds' });
      await this.takenAgain(work, round);
      return { type: 'review_round.rereview_opened', payload: { entries: wanted, judges, reason } };
    });
  }

  /**
   * Makes the results final. Fails with `online_review.others_decide`, with `online_review.not_adjustable` where scores cannot be adjusted as the plan asks, and
   * with `online_review.sheets_missing` where entries have too few sheets and no reason is given, and for what diverges as
   * {@link RoundDivergence.settle} says.
   */
  confirm(actor: Actor, roundId: string, { reason = null, divergence = null }: RoundConfirmInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'confirm', async (work, round) => {
      const tied = await this.intake.assertDecides(actor, round);
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
      };
      return { type: 'review_round.confirmed', payload };
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

  private async takenAgain(work: Work, { id, editionId, stageCode, reopenedAt }: ReviewRound): Promise<void> {
    const stage = (await this.editions.stages(editionId)).find(({ code }) => code === stageCode);
    const lifted = reopenedAt !== null && dueAt({ closesAt: stage?.closesAt ?? null, reopenedAt }) === null;
    await work.manager.update(ReviewRound, id, { closedAt: null, reopenedAt: lifted ? reopenedAt : work.now });
  }

  private async taking(work: Work, roundId: string, state: 'open' | 'closed'): Promise<void> {
    await work.execute("UPDATE panel_entries SET state = ? WHERE panelId = ? AND state <> 'withdrawn'", [
      state,
      roundId,
    ]);
  }
}
