import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { toInstant, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Aggregation } from '../aggregation/aggregation.rules.js';
import { type EntryState, PanelEntry, PanelSeat } from '../panel/panel.entity.js';
import { Panels } from '../panel/panels.js';
import { Recusal } from '../recusal/recusal.entity.js';
import type { ValidSheet } from '../result/results.js';
import { ReviewQueries } from '../review.queries.js';
import type { Rubric } from '../rubric/rubric.rules.js';
import { LateAdmission } from './admission.entity.js';
import { ScoreSheet, type SheetState } from './sheet.entity.js';
import { checkSheet, sameSheet, type Scores, sheetTotal } from './sheet.rules.js';
import { type Receipt, SheetStore, type StoredSheet } from './sheet-store.js';

export interface Submission {
  /** Made by the client for this submission and kept for its repetitions. */
  sheetKey: string;
  /** The revision of the own sheet that the client holds; 0 where it holds none. */
  revision: number;
  scores: Record<string, unknown>;
  comment: string;
  /** When it reached the server; when its turn came, where that is not said. */
  at?: Date;
  /** Whether no new sheet is taken at that moment, as the room of the panel has it. */
  pastDue?: boolean;
}

/** A receipt, and where something new was stored, what became of the entry. Sealed: for the panel's room alone. */
export interface SubmitOutcome {
  receipt: Receipt;
  stored?: StoredSheet;
}

type OtherSheet = Omit<ValidSheet, 'scores'> & { scores: string };

interface Found {
  rubric: string;
  aggregation: string;
  confirmedAt: unknown;
  entryState: EntryState;
  seatNo: number | null;
  recusalId: string | null;
  judging: 'assigned' | null;
  assignedId: string | null;
  declaredAt: Date | string | null;
  expected: number;
  sheetId: string | null;
  sheetState: SheetState | null;
  revision: number | null;
  reopenedBy: string | null;
  reopenReason: string | null;
  admittedBy: string | null;
  admitReason: string | null;
  doneEntry: string | null;
  donePerson: string | null;
  doneRevision: number | null;
  doneScores: string | null;
  doneComment: string | null;
  doneTotal: number | null;
  doneAt: Date | string | null;
}

/**
 * What a submission depends on besides the other judges' sheets, in one statement: panel, entry, seat, recusal, present sheet,
 * and the key's earlier use. Recusals are joined: what is said to exist not, MariaDB reads whole first.
 */
const FIND = `SELECT p.rubric, p.aggregation, p.confirmedAt, p.judging, e.state AS entryState, s.seatNo, r.id AS recusalId, g.id AS assignedId, g.declaredAt,
(CASE WHEN p.judging IS NULL
 THEN (SELECT COUNT(*) FROM panel_seats q LEFT JOIN recusals x ON x.entryId = e.id AND x.personId = q.personId WHERE q.panelId = p.id AND x.id IS NULL)
 ELSE (SELECT COUNT(*) FROM assigned_pairs y JOIN panel_seats q ON q.panelId = p.id AND q.personId = y.personId
  LEFT JOIN recusals x ON x.entryId = y.entryId AND x.personId = y.personId WHERE y.entryId = e.id AND x.id IS NULL) END) AS expected,
h.id AS sheetId, h.state AS sheetState, h.revision, h.reopenedBy, h.reopenReason,
a.madeBy AS admittedBy, a.reason AS admitReason,
v.entryId AS doneEntry, v.personId AS donePerson, v.revision AS doneRevision, v.scores AS doneScores, v.comment AS doneComment,
v.total AS doneTotal, v.at AS doneAt
FROM panels p JOIN panel_entries e ON e.panelId = p.id
LEFT JOIN panel_seats s ON s.panelId = p.id AND s.personId = ?
LEFT JOIN recusals r ON r.entryId = e.id AND r.personId = ?
LEFT JOIN assigned_pairs g ON g.entryId = e.id AND g.personId = ?
LEFT JOIN score_sheets h ON h.entryId = e.id AND h.personId = ?
LEFT JOIN late_admissions a ON a.entryId = e.id AND a.personId = ?
LEFT JOIN score_revisions v ON v.sheetKey = ?
WHERE p.id = ? AND e.id = ?`;
/** The other judges' valid sheets. A statement of its own: gathered by the other, MariaDB makes a table on disk for them. */
const OTHERS = `SELECT o.seatNo, o.total, o.state, o.scores FROM score_sheets o
LEFT JOIN recusals x ON x.entryId = o.entryId AND x.personId = o.personId
WHERE o.entryId = ? AND o.personId <> ? AND o.state <> 'struck' AND x.id IS NULL`;

/** Score sheets: stored once whatever is repeated, never overwritten unseen. */
@Injectable()
export class Sheets {
  constructor(
    private readonly panels: Panels,
    private readonly store: SheetStore,
    private readonly queries: ReviewQueries,
  ) {}

  /** Waits for the panel's turn, together with the unit of work's next statement. */
  begin(work: Work, panelId: string): Promise<void> {
    return this.panels.lockWithNext(work, panelId);
  }

  /**
   * Stores the actor's sheet and the entry's new result, in a unit of work that {@link begin} began. A key that was used
   * before is answered as it was the first time. Fails with `common.not_found`, `common.key_reused`,
   * `review.not_on_panel`, `review.recused`, `review.not_assigned`, `review.declare_first`, `review.scoring_closed`, `review.past_due`,
   * `review.sheet_invalid` naming each fault, or `review.sheet_changed` with the stored sheet.
   */
  async submit(work: Work, panelId: string, entryId: string, input: Submission): Promise<SubmitOutcome> {
    const personId = work.actor.id;
    let others: OtherSheet[] = [];
    await work.deferQuery<OtherSheet>(OTHERS, [entryId, personId], (rows) => (others = rows));
    const parameters = [...Array<string>(5).fill(personId), input.sheetKey, panelId, entryId];
    const [found] = await work.query<Found>(FIND, parameters);
    if (!found) throw failure('common.not_found');
    const rubric = JSON.parse(found.rubric) as Rubric;
    const done = earlierReceipt(found, input.sheetKey);
    if (done) {
      const same = found.donePerson === personId && done.entryId === entryId && sameSheet(rubric, done, input);
      if (!same) throw failure('common.key_reused', { field: 'sheetKey' });
      return { receipt: done };
    }
    assertMayScore(found);
    if (input.pastDue) throw failure('review.past_due');
    const faults = checkSheet(rubric, input);
    if (faults.length > 0) throw failure('review.sheet_invalid', { fields: faults });
    if ((found.revision ?? 0) !== input.revision)
      throw await this.changed(work, entryId, personId, found.revision ?? 0);
    if (found.confirmedAt !== null) throw failure('review.panel_confirmed');
    const receipt: Receipt = {
      entryId,
      sheetKey: input.sheetKey,
      revision: input.revision + 1,
      scores: Object.fromEntries(rubric.criteria.map(({ code }) => [code, input.scores[code] as number])),
      comment: input.comment,
      total: sheetTotal(rubric, input.scores as Scores),
      submittedAt: input.at ?? work.now,
    };
    const valid = others.map((one) => ({ ...one, scores: JSON.parse(one.scores) as Scores }));
    const place = { panelId, personId, ...placeOf(found), others: valid };
    return { receipt, stored: await this.store.store(work, place, receipt) };
  }

  /**
   * Opens one stored sheet for correction; it counts as it stands until the judge submits again. A judge who handed none
   * in may do so then. Answers its seat. Fails with `review.sheet_missing`, `review.sheet_struck` or
   * `review.sheet_already_open`.
   */
  async reopen(
    work: Work,
    entryId: string,
    seatNo: number,
    reason: string,
  ): Promise<{ personId: string; revision: number }> {
    const sheet = await work.manager.findOneBy(ScoreSheet, { entryId: Equal(entryId), seatNo: Equal(seatNo) });
    if (!sheet) return this.admit(work, entryId, seatNo, reason);
    if (sheet.state === 'struck') throw failure('review.sheet_struck');
    if (sheet.state === 'reopened') throw failure('review.sheet_already_open');
    await work.manager.update(
      ScoreSheet,
      { id: Equal(sheet.id) },
      { state: 'reopened', reopenedBy: work.actor.id, reopenReason: reason },
    );
    return { personId: sheet.personId, revision: sheet.revision };
  }

  private async admit(work: Work, entryId: string, seatNo: number, reason: string) {
    const { panelId } = await work.manager.findOneByOrFail(PanelEntry, { id: Equal(entryId) });
    const seat = await work.manager.findOneBy(PanelSeat, { panelId: Equal(panelId), seatNo: Equal(seatNo) });
    const own = seat && { entryId: Equal(entryId), personId: Equal(seat.personId) };
    if (!own || (await work.manager.existsBy(Recusal, own))) throw failure('review.sheet_missing');
    if (await work.manager.existsBy(LateAdmission, own)) throw failure('review.sheet_already_open');
    const { personId } = seat;
    const admission = { id: newId(), panelId, entryId, personId, seatNo, reason, at: work.now, madeBy: work.actor.id };
    await work.manager.insert(LateAdmission, admission);
    return { personId, revision: 0 };
  }

  /** No sheet of the panel waits for a correction any longer: each stands as it was submitted last. Nor is any missing one taken. Answers which. */
  async endCorrections(work: Work, panelId: string): Promise<{ entryId: string; seatNo: number }[]> {
    const open = await work.manager.findBy(ScoreSheet, { panelId: Equal(panelId), state: Equal('reopened') });
    for (const { id } of open)
      await work.manager.update(
        ScoreSheet,
        { id: Equal(id) },
        { state: 'stored', reopenedBy: null, reopenReason: null },
      );
    const unused = await this.queries.admissions(panelId);
    await work.manager.delete(LateAdmission, { panelId: Equal(panelId) });
    return [...open, ...unused].map(({ entryId, seatNo }) => ({ entryId, seatNo }));
  }

  private async changed(work: Work, entryId: string, personId: string, revision: number): Promise<Error> {
    const sheet = await work.manager.findOneBy(ScoreSheet, { entryId: Equal(entryId), personId: Equal(personId) });
    const held = sheet && {
      entryId,
      sheetKey: sheet.sheetKey,
      revision,
      scores: sheet.scores,
      comment: sheet.comment,
      total: sheet.total,
      submittedAt: sheet.submittedAt.toISOString(),
    };
    return failure('review.sheet_changed', { params: { revision }, data: { sheet: held } });
  }
}

function assertMayScore(found: Found): void {
  if (found.seatNo === null) throw failure('review.not_on_panel');
  if (found.recusalId !== null) throw failure('review.recused');
  if (found.judging === 'assigned' && found.assignedId === null) throw failure('review.not_assigned');
  if (found.judging === 'assigned' && found.declaredAt === null) throw failure('review.declare_first');
  const corrects = found.sheetState === 'reopened' && found.entryState !== 'withdrawn';
  if (found.entryState !== 'open' && !corrects && !admissionOf(found)) throw failure('review.scoring_closed');
}

/** Who let in what is handed in after scoring was closed, and why. */
function admissionOf({ sheetId, entryState, admittedBy, admitReason }: Found) {
  if (sheetId !== null || entryState !== 'closed' || admittedBy === null) return null;
  return { by: admittedBy, reason: admitReason! };
}

function placeOf(found: Found) {
  const { seatNo, sheetId, sheetState, reopenedBy, reopenReason, expected, aggregation } = found;
  return {
    seatNo: seatNo!,
    admitted: admissionOf(found),
    held: sheetId === null ? null : { id: sheetId, state: sheetState!, reopenedBy, reopenReason },
    judging: Number(expected),
    aggregation: JSON.parse(aggregation) as Aggregation,
  };
}

function earlierReceipt(found: Found, sheetKey: string): Receipt | undefined {
  if (found.doneEntry === null) return undefined;
  return {
    entryId: found.doneEntry,
    sheetKey,
    revision: Number(found.doneRevision),
    scores: JSON.parse(found.doneScores!) as Scores,
    comment: found.doneComment!,
    total: Number(found.doneTotal),
    submittedAt: toInstant(found.doneAt!),
  };
}
