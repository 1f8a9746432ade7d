import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { Involvement } from '../involvement/involvement.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { SheetTies } from '../roadshow/sheet.ties.js';

/** Ties to the entry of a paper sheet: of who keys it, and of the judge whose it is. */
@Injectable()
export class KeyingTies {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly involvement: Involvement,
    private readonly sheets: SheetTies,
  ) {}

  /** Fails as {@link SheetTies.assertFree} does for the judge's own sheet. */
  assertJudgeFree(actor: Actor, sessionId: string, place: { entryId: string; seatNo: number }): Promise<void> {
    return this.sheets.assertFree(actor, sessionId, place);
  }

  /** Fails with `roadshow.keyer_interested`. */
  async assertKeyerFree(actor: Actor, sessionId: string, entryId: string): Promise<void> {
    const entry = await this.sessions.entry(sessionId, entryId);
    if ((await this.involvement.closedAmong(actor, [entry])).size > 0) throw failure('roadshow.keyer_interested');
  }
}
