import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { AssignedPairs, SheetDrafts, Sheets } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { SheetBody } from '../roadshow/session.dto.js';
import { RoundCommands } from './round.commands.js';
import type { TermsInput, DeclarationInput, DraftBody, RoundReceipt, TieInput } from './judge.dto.js';
import { JudgeTies } from './judge.ties.js';
import { RoundJudging } from './round.judging.js';

/** What came, and when it reached the server. */
type Arrived<Body> = Body & { at: Date };

/** What judges do in an online review. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: RoundCommands,
    private readonly judging: RoundJudging,
    private readonly pairs: AssignedPairs,
    private readonly ties: JudgeTies,
    private readonly drafts: SheetDrafts,
    private readonly sheets: Sheets,
  ) {}

  /** Accepts the terms of judging, and names the organisations that the judge has a tie to: what is of them is theirs no longer. */
  accept(actor: Actor, roundId: string, { ties, terms: read }: TermsInput): Promise<void> {
    return this.commands.judge(actor, roundId, 'judge', async (work, round) => {
      const names = [...new Set(ties ?? [])];
      const {
        terms,
        recused,
        left: late,
      } = await this.judging.accept(work, round, { ties: names, read: read ?? null });
      await this.ties.keepFound(work, round, late);
      const payload = { terms, ties: names.length, recused, ...(late.length > 0 ? { late } : {}) };
      return { type: 'review_round.accepted', payload };
    });
  }

  /**
   * Declares ties to what was given to the judge, and none to all else that was shown for it, which opens that; what was given
   * meanwhile stays closed. Fails with `online_review.accept_first`, and as a recusal does; then nothing is declared.
   */
  declare(actor: Actor, roundId: string, { ties, entries }: DeclarationInput): Promise<void> {
    return this.commands.judge(actor, roundId, 'judge', async (work, round) => {
      await this.judging.assertAccepted(round, actor.id);
      for (const tie of ties) await this.ties.declare(work, round, tie);
      const open = await this.pairs.declare(work, roundId, actor.id, entries);
      return { type: 'review_round.declared', payload: { ties: ties.map(({ entryId }) => entryId), open } };
    });
  }

  /** A tie found later: after the sheet the organisers decide on it. */
  tie(actor: Actor, roundId: string, tie: TieInput): Promise<void> {
    return this.commands.judge(actor, roundId, 'judge', async (work, round) => {
      const payload = { ...tie, personId: actor.id, kind: 'declared' };
      const became = await this.ties.declare(work, round, tie);
      return { type: became === 'late' ? 'recusal.declared_late' : 'recusal.added', payload };
    });
  }

  /** Keeps what is typed of a sheet. Of no consequence, so that it is no event. Fails as `SheetDrafts.save` says, and with `review.past_due`. */
  async draft(actor: Actor, roundId: string, entryId: string, { at, ...input }: Arrived<DraftBody>): Promise<void> {
    const round = await this.judging.assertOpen(actor, roundId, entryId);
    if ((await this.judging.lateness(round, at)).refused) throw failure('review.past_due');
    const draft = { revision: input.revision ?? 0, scores: input.scores, comment: input.comment ?? '' };
    await this.unitOfWork.run(actor, (work) => this.drafts.save(work, roundId, entryId, draft));
  }

  /**
   * Stores the actor's sheet, marked where it is late; the draft is gone with it. Fails as `Sheets.submit` says, and with
   * `online_review.accept_first`.
   */
  async submit(
    actor: Actor,
    roundId: string,
    entryId: string,
    { at, ...input }: Arrived<SheetBody>,
  ): Promise<RoundReceipt> {
    const round = await this.judging.assertOpen(actor, roundId, entryId);
    const { sheetKey, revision, scores } = input;
    const { refused: pastDue } = await this.judging.lateness(round, at);
    const receipt = await this.unitOfWork.run(actor, async (work) => {
      const sheet = { sheetKey, revision, scores, comment: input.comment ?? '', at, pastDue };
      await this.sheets.begin(work, roundId);
      const { receipt: kept, stored } = await this.sheets.submit(work, roundId, entryId, sheet);
      if (!stored) return kept;
      await this.drafts.drop(work, roundId, entryId, actor.id);
      await work.event({
        type: 'score.submitted',
        subjectType: 'review_round',
        subjectId: roundId,
        scopes: editionScopes(round.editionId),
        payload: { entryId, seatNo: stored.seatNo, revision: kept.revision },
      });
      this.judging.tell(work, roundId);
      return kept;
    });
    return { ...receipt, late: (await this.judging.lateness(round, receipt.submittedAt)).late };
  }
}
