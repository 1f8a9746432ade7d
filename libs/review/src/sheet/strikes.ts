import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { ScoreSheet } from './sheet.entity.js';
import { SheetStrike } from './strike.entity.js';

/**
 * Invalid sheets, on behalf of rooms that have checked the actor, hold the panel's lock and refresh the entry's result
 * after. A struck sheet stays stored and is neither counted nor corrected. The strike can be taken back; both stay on record.
 */
@Injectable()
export class Strikes {
  constructor(private readonly database: Database) {}

  /** Sheets of an entry that were declared invalid, also where that was taken back; oldest first. */
  of(entryId: string): Promise<SheetStrike[]> {
    return this.database.manager.find(SheetStrike, {
      where: { entryId: Equal(entryId) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Answers the sheet as it is now. Fails with `review.sheet_missing` or `review.sheet_struck`. */
  async strike(work: Work, entryId: string, seatNo: number, reason: string): Promise<ScoreSheet> {
    const sheet = await this.sheet(work, entryId, seatNo);
    if (sheet.state === 'struck') throw failure('review.sheet_struck');
    await work.manager.insert(SheetStrike, {
      id: newId(),
      panelId: sheet.panelId,
      entryId,
      sheetId: sheet.id,
      seatNo,
      revision: sheet.revision,
      reason,
      at: work.now,
      madeBy: work.actor.id,
      liftedAt: null,
      liftedBy: null,
      liftReason: null,
    });
    return this.become(work, sheet, 'struck');
  }

  /** Lets the sheet count again as it stands. Fails with `review.sheet_missing` or `review.sheet_not_struck`. */
  async lift(work: Work, entryId: string, seatNo: number, reason: string): Promise<ScoreSheet> {
    const sheet = await this.sheet(work, entryId, seatNo);
    if (sheet.state !== 'struck') throw failure('review.sheet_not_struck');
    await work.manager.update(
      SheetStrike,
      { sheetId: Equal(sheet.id), liftedAt: IsNull() },
      { liftedAt: work.now, liftedBy: work.actor.id, liftReason: reason },
    );
    return this.become(work, sheet, 'stored');
  }

  private async sheet(work: Work, entryId: string, seatNo: number): Promise<ScoreSheet> {
    const sheet = await work.manager.findOneBy(ScoreSheet, { entryId: Equal(entryId), seatNo: Equal(seatNo) });
    if (!sheet) throw failure('review.sheet_missing');
    return sheet;
  }

  private async become(work: Work, sheet: ScoreSheet, state: 'stored' | 'struck'): Promise<ScoreSheet> {
    const part = { state, reopenedBy: null, reopenReason: null };
    await work.manager.update(ScoreSheet, { id: Equal(sheet.id) }, part);
    return { ...sheet, ...part };
  }
}
