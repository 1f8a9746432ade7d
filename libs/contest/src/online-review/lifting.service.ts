import { type Actor, errorText, failure } from '@haishi/contracts';
import { AssignedPairs } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { RoundCommands } from './round.commands.js';
import type { LiftView, PairInput, PairReasonInput } from './round.dto.js';
import { RoundReturning } from './round.returning.js';
import { RoundTask } from './round.task.js';
import { RoundTies } from './round.ties.js';

/** Recusals that organisers dismiss, and the entries that they had taken from their judges. */
@Injectable()
export class LiftingService {
  constructor(
    private readonly commands: RoundCommands,
    private readonly task: RoundTask,
    private readonly ties: RoundTies,
    private readonly returning: RoundReturning,
    private readonly pairs: AssignedPairs,
  ) {}

  /**
   * Dismisses a recusal, with a reason that stays on record. An entry that it had taken from the judge is not theirs again by
   * that; the answer says so, how many judges it has, and whether it may be given back. Fails with `review.own_recusal`,
   * `online_review.tied`, `common.not_found`.
   */
  async lift(actor: Actor, roundId: string, input: PairReasonInput): Promise<LiftView> {
    let view: LiftView | undefined;
    await this.commands.manage(actor, roundId, 'settle', async (work, round) => {
      if (input.personId === actor.id) throw failure('review.own_recusal');
      const entry = await this.task.entry(actor, roundId, input.entryId);
      await this.ties.assertSettles(round, input);
      const { tookPair } = await this.ties.lift(work, roundId, input);
      const { has, wants, refusal } = await this.returning.of(round, entry, input.personId);
      view = {
        tookPair,
        entryId: entry.id,
        number: entry.number,
        has,
        wants,
        refusal: tookPair && refusal ? { code: refusal, message: errorText(refusal, actor.locale) } : null,
      };
      return { type: 'recusal.lifted', payload: { ...input, tookPair } };
    });
    return view!;
  }

  /**
   * Gives an entry back to the judge from whom a recusal took it that was dismissed since; as what is given by hand, searches keep
   * it, and the judge declares on it anew. Fails as `returnRefusal` says, with `online_review.tied`, and with `review.recused` where
   * the judge is tied to it by now.
   */
  giveBack(actor: Actor, roundId: string, { entryId, personId }: PairInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'assign', async (work, round) => {
      const entry = await this.task.entry(actor, roundId, entryId);
      await this.ties.sweep(work, round, [entry]);
      if (await this.ties.holds(entryId, personId)) throw failure('review.recused', { field: 'personId' });
      const { refusal } = await this.returning.of(round, entry, personId);
      if (refusal) throw failure(refusal, { field: FIELDS[refusal] ?? 'personId' });
      await this.pairs.add(work, roundId, { entryId, personId });
      return { type: 'assignment.returned', payload: { entryId, personId }, given: [personId] };
    });
  }
}

/** What is wrong with the entry, rather than with the judge. */
const FIELDS: Readonly<Record<string, string>> = {
  'online_review.entry_withdrawn': 'entryId',
  'online_review.enough_judges': 'entryId',
};
