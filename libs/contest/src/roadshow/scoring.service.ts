import type { Actor } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { type Receipt, Sheets } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from './session.access.js';
import type { SheetBody } from './session.dto.js';
import { SessionPublisher } from './session.publisher.js';
import { SheetTies } from './sheet.ties.js';

/** The judge's submission: the hot path of a session. */
@Injectable()
export class ScoringService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly sheets: Sheets,
    private readonly publisher: SessionPublisher,
    private readonly ties: SheetTies,
  ) {}

  /**
   * Stores the actor's sheet, brings the entry's result up to date, and tells who has scored: the chair also what.
   * Fails as `Sheets.submit` says, also with `review.recused` where the actor has come to a tie since it was looked for.
   */
  async submit(actor: Actor, sessionId: string, entryId: string, input: SheetBody): Promise<Receipt> {
    const scopes = await this.access.assertJudge(actor, sessionId);
    const { sheetKey, revision, scores } = input;
    const comment = input.comment ?? '';
    await this.ties.assertFree(actor, sessionId, { entryId, sheetKey });
    return this.unitOfWork.run(actor, async (work) => {
      await this.sheets.begin(work, sessionId);
      const listening = await this.publisher.listening(work, sessionId);
      const { receipt, stored } = await this.sheets.submit(work, sessionId, entryId, {
        sheetKey,
        revision,
        scores,
        comment,
      });
      if (!stored) return receipt;
      await work.event({
        type: 'score.submitted',
        subjectType: 'session',
        subjectId: sessionId,
        scopes,
        payload: { entryId, seatNo: stored.seatNo, revision: receipt.revision },
      });
      await this.publisher.sheet(work, sessionId, receipt, stored, listening);
      return receipt;
    });
  }
}
