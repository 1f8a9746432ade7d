import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import {
  aggregate,
  type AggregateResult,
  type Aggregation,
  type CountedSheet,
} from '../aggregation/aggregation.rules.js';
import { Panel, PanelEntry } from '../panel/panel.entity.js';
import { type Place, rank } from '../ranking/ranking.rules.js';
import { TieRulingRecord } from '../ranking/ruling.entity.js';
import type { SheetState } from '../sheet/sheet.entity.js';
import type { Scores } from '../sheet/sheet.rules.js';
import { EntryResult } from './result.entity.js';

/** A valid sheet with its seat: the judge is not recused, the sheet not struck. */
export interface ValidSheet extends CountedSheet {
  state: SheetState;
}

interface Row {
  confirmedAt: unknown;
  seatNo: number | null;
  total: number;
  scores: string;
  state: SheetState;
}

/** Whether the panel is confirmed, and the valid sheets of one of its entries: one row without a sheet where there is none. */
const VALID_SHEETS = `SELECT p.confirmedAt, h.seatNo, h.total, h.scores, h.state FROM entry_results r JOIN panels p ON p.id = r.panelId
LEFT JOIN (score_sheets h LEFT JOIN recusals x ON x.entryId = h.entryId AND x.personId = h.personId)
 ON h.entryId = r.entryId AND h.state <> 'struck' AND x.id IS NULL
WHERE r.entryId = ? ORDER BY h.seatNo`;

const STORE_RESULT = `UPDATE entry_results SET score = ?, untrimmed = ?, valid = ?, droppedHighest = ?, droppedLowest = ?, tieValues = ?, updatedAt = ?
WHERE entryId = ?`;

/** Results, always computed from the stored sheets, so that they can be reproduced to the last digit. */
@Injectable()
export class Results {
  /** Computes an entry's result from its valid sheets. `open`: whether the panel is not confirmed yet. */
  async compute(
    work: Work,
    entryId: string,
    aggregation: Aggregation,
  ): Promise<{ result: AggregateResult; sheets: ValidSheet[]; open: boolean }> {
    const rows = await work.query<Row>(VALID_SHEETS, [entryId]);
    const sheets = rows.flatMap(({ seatNo, total, scores, state }) =>
      seatNo === null ? [] : { seatNo, total, state, scores: JSON.parse(scores) as Scores },
    );
    return { result: aggregate(aggregation, sheets), sheets, open: rows[0]?.confirmedAt === null };
  }

  /**
   * {@link compute}, and stores the result, in the transaction that changed the sheets and holds the panel's lock. Fails
   * with `review.panel_confirmed` where the results are final.
   */
  async refresh(
    work: Work,
    entryId: string,
    aggregation: Aggregation,
  ): Promise<{ result: AggregateResult; sheets: ValidSheet[] }> {
    const { result, sheets, open } = await this.compute(work, entryId, aggregation);
    if (!open) throw failure('review.panel_confirmed');
    await this.put(work, entryId, result);
    return { result, sheets };
  }

  /** Stores a result that was computed from all valid sheets, under the panel's lock. */
  put(work: Work, entryId: string, result: AggregateResult): Promise<void> {
    return work.defer(STORE_RESULT, [
      result.score,
      result.untrimmed,
      result.valid,
      JSON.stringify(result.droppedHighest),
      JSON.stringify(result.droppedLowest),
      JSON.stringify(result.tieValues),
      work.now,
      entryId,
    ]);
  }

  /** {@link refresh} where the aggregation is not at hand. */
  async refreshEntry(
    work: Work,
    panelId: string,
    entryId: string,
  ): Promise<{ result: AggregateResult; sheets: ValidSheet[] }> {
    const panel = await work.manager.findOneByOrFail(Panel, { id: Equal(panelId) });
    return this.refresh(work, entryId, panel.aggregation);
  }

  /** Ranks every entry of the panel that has a score and was not withdrawn; stores places and explanations that changed. */
  async rankAll(work: Work, panelId: string): Promise<Place[]> {
    const panel = await work.manager.findOneByOrFail(Panel, { id: Equal(panelId) });
    const out = await work.manager.findBy(PanelEntry, { panelId: Equal(panelId), state: Equal('withdrawn') });
    const results = (await work.manager.findBy(EntryResult, { panelId: Equal(panelId) })).filter(
      ({ entryId }) => !out.some(({ id }) => id === entryId),
    );
    const places = rank(
      results.map((result) => ({ entryId: result.entryId, result })),
      panel.aggregation.ties,
      await work.manager.findBy(TieRulingRecord, { panelId: Equal(panelId), revokedAt: IsNull() }),
    );
    for (const { entryId, place, explanation } of places) {
      const held = results.find((result) => result.entryId === entryId)!;
      const text = JSON.stringify(explanation);
      if (held.place === place && JSON.stringify(held.explanation) === text) continue;
      await work.execute('UPDATE entry_results SET place = ?, explanation = ? WHERE entryId = ?', [
        place,
        text,
        entryId,
      ]);
    }
    return places;
  }
}
