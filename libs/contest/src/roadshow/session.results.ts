import type { ShownResult } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Results, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { RoadshowEntry } from './session.entity.js';
import { sameShown, shownResult } from './session.rules.js';

/** Seats of an entry: those that have not scored, are asked to correct, are recused, or whose sheet is invalid. */
export type EntrySeats = Record<'outstanding' | 'reopened' | 'recused' | 'invalid', number[]>;

/** A result as the public is told it, and what it is ranked by. */
export interface FreshResult {
  shown: ShownResult;
  tieValues: number[];
}

/** What entries of a session have come to. */
@Injectable()
export class SessionResults {
  constructor(
    private readonly review: ReviewQueries,
    private readonly results: Results,
  ) {}

  async seats(sessionId: string, entryId: string): Promise<EntrySeats> {
    const seats = await this.review.seats(sessionId);
    const out = (await this.review.recusals(sessionId))
      .filter((one) => one.entryId === entryId)
      .map(({ personId }) => personId);
    const sheets = (await this.review.sheets(sessionId)).filter((one) => one.entryId === entryId);
    const judging = seats.filter(({ personId }) => !out.includes(personId));
    const numbers = (list: readonly { seatNo: number }[]) => list.map(({ seatNo }) => seatNo);
    const inState = (state: 'reopened' | 'struck') =>
      numbers(
        judging.filter(({ personId }) => sheets.some((sheet) => sheet.personId === personId && sheet.state === state)),
      );
    return {
      outstanding: numbers(judging.filter(({ personId }) => !sheets.some((sheet) => sheet.personId === personId))),
      reopened: inState('reopened'),
      invalid: inState('struck'),
      recused: numbers(seats.filter(({ personId }) => out.includes(personId))),
    };
  }

  /** The result from the sheets as they are now. */
  async fresh(work: Work, sessionId: string, entryId: string): Promise<FreshResult> {
    const { recused, invalid } = await this.seats(sessionId, entryId);
    const { aggregation } = (await this.review.panel(sessionId))!;
    const { result, sheets } = await this.results.compute(work, entryId, aggregation);
    return {
      shown: shownResult(result, sheets, recused, aggregation.decimals, invalid),
      tieValues: result.tieValues,
    };
  }

  /** The results that the public does not know: of locked entries, and of shown ones that were corrected since. */
  async untold(
    work: Work,
    sessionId: string,
    entries: readonly RoadshowEntry[],
  ): Promise<(FreshResult & { entryId: string })[]> {
    const untold: (FreshResult & { entryId: string })[] = [];
    for (const { id, state, shown } of entries) {
      if (state !== 'locked' && state !== 'shown') continue;
      const fresh = await this.fresh(work, sessionId, id);
      if (!sameShown(shown, fresh.shown)) untold.push({ entryId: id, ...fresh });
    }
    return untold;
  }

  /** Ranks every entry that has a score. */
  async rankAll(work: Work, sessionId: string): Promise<void> {
    await this.results.rankAll(work, sessionId);
  }
}
