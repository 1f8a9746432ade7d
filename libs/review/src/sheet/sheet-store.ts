import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { aggregate, type AggregateResult, type Aggregation } from '../aggregation/aggregation.rules.js';
import { Results, type ValidSheet } from '../result/results.js';
import { type KeyedBy, ScoreSheet, type SheetState } from './sheet.entity.js';
import type { Scores } from './sheet.rules.js';

/** What the server has stored: the judge's proof. */
export interface Receipt {
  entryId: string;
  sheetKey: string;
  revision: number;
  scores: Scores;
  comment: string;
  /** In hundredths. */
  total: number;
  submittedAt: Date;
}

/** Whose sheet is stored, and the sheet that it takes the place of. */
export interface SheetPlace {
  panelId: string;
  personId: string;
  seatNo: number;
  held: { id: string; state: SheetState; reopenedBy: string | null; reopenReason: string | null } | null;
  /** Who let it in after scoring was closed, and why; null where nobody had to. */
  admitted: { by: string; reason: string } | null;
  /** Judges of the entry that are not recused. */
  judging: number;
  aggregation: Aggregation;
  /** The entry's other valid sheets, where they are at hand. */
  others?: readonly ValidSheet[];
}

/** What became of the entry with a stored sheet. Sealed: for the panel's room alone. */
export interface StoredSheet {
  seatNo: number;
  result: AggregateResult;
  sheets: ValidSheet[];
  /** Sheets that count once all are in. */
  expected: number;
}

const INSERT_SHEET = `INSERT INTO score_sheets (id, panelId, entryId, personId, seatNo, scores, comment, total, revision, sheetKey, state, submittedAt, keyedBy)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'stored', ?, ?)`;
const UPDATE_SHEET = `UPDATE score_sheets SET scores = ?, comment = ?, total = ?, revision = ?, sheetKey = ?, state = 'stored', submittedAt = ?, keyedBy = ?,
reopenedBy = NULL, reopenReason = NULL WHERE id = ?`;
const INSERT_REVISION = `INSERT INTO score_revisions (id, sheetId, panelId, entryId, personId, revision, sheetKey, scores, comment, total, at, reopenedBy, reopenReason, keyedBy)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Stores a sound sheet: as the judge's present one, in the append-only history, and in the entry's result. */
@Injectable()
export class SheetStore {
  constructor(private readonly results: Results) {}

  /** `keyedBy`: who keyed it from paper; null where the judge handed it in. The caller holds the panel's lock and has checked. */
  async store(
    work: Work,
    place: SheetPlace,
    receipt: Receipt,
    keyedBy: readonly KeyedBy[] | null = null,
  ): Promise<StoredSheet> {
    const { seatNo, held, judging, aggregation, others } = place;
    await this.write(work, place, receipt, keyedBy && JSON.stringify(keyedBy));
    const struck =
      held?.state === 'reopened'
        ? await work.manager.countBy(ScoreSheet, { entryId: Equal(receipt.entryId), state: Equal('struck') })
        : 0;
    const fresh = others
      ? await this.bringUpToDate(work, aggregation, receipt, [...others, { seatNo, ...receipt, state: 'stored' }])
      : await this.results.refresh(work, receipt.entryId, aggregation);
    return { seatNo, expected: judging - struck, ...fresh };
  }

  /** One new sheet beside those that are at hand needs no reading. */
  private async bringUpToDate(
    work: Work,
    aggregation: Aggregation,
    { entryId }: Receipt,
    valid: readonly ValidSheet[],
  ): Promise<Pick<StoredSheet, 'result' | 'sheets'>> {
    const sheets = valid
      .map(({ seatNo, total, state, scores }) => ({ seatNo, total, state, scores }))
      .sort((one, other) => one.seatNo - other.seatNo);
    const result = aggregate(aggregation, sheets);
    await this.results.put(work, entryId, result);
    return { result, sheets };
  }

  private async write(
    work: Work,
    { panelId, personId, seatNo, held, admitted }: SheetPlace,
    receipt: Receipt,
    keyedBy: string | null,
  ): Promise<void> {
    const { entryId, sheetKey, revision, comment, total, submittedAt } = receipt;
    const scores = JSON.stringify(receipt.scores);
    const sheetId = held?.id ?? newId();
    const value = [scores, comment, total, revision, sheetKey];
    if (held === null)
      await work.defer(INSERT_SHEET, [sheetId, panelId, entryId, personId, seatNo, ...value, submittedAt, keyedBy]);
    else await work.defer(UPDATE_SHEET, [...value, submittedAt, keyedBy, sheetId]);
    const reopenedBy = held?.reopenedBy ?? admitted?.by ?? null;
    const reopenReason = held?.reopenReason ?? admitted?.reason ?? null;
    const history = [newId(), sheetId, panelId, entryId, personId, revision, sheetKey, scores, comment, total];
    await work.defer(INSERT_REVISION, [...history, submittedAt, reopenedBy, reopenReason, keyedBy]);
  }
}
