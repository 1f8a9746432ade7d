import { Database, LongReads, toInstant } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { Panel, PanelEntry, PanelSeat } from './panel/panel.entity.js';
import { TieRulingRecord } from './ranking/ruling.entity.js';
import { RecusalDismissal } from './recusal/dismissal.entity.js';
import { LateTie } from './recusal/late-tie.entity.js';
import { Recusal, type RecusalKind } from './recusal/recusal.entity.js';
import { EntryResult } from './result/result.entity.js';
import { LateAdmission } from './sheet/admission.entity.js';
import { SheetKeying } from './sheet/keying.entity.js';
import { ScoreRevision, ScoreSheet } from './sheet/sheet.entity.js';

const RECUSALS_OF = `SELECT e.externalId, r.panelId, r.entryId, r.kind, r.reason, r.at, 0 AS late FROM recusals r
JOIN panel_entries e ON e.id = r.entryId WHERE r.personId = ?
UNION ALL SELECT e.externalId, t.panelId, t.entryId, 'declared', t.reason, t.at, 1 FROM late_ties t
JOIN panel_entries e ON e.id = t.entryId WHERE t.personId = ?`;

const LOST_TO_TIES = `SELECT r.entryId, r.personId, r.reason FROM recusals r
JOIN score_sheets h ON h.entryId = r.entryId AND h.personId = r.personId
WHERE r.panelId = ? AND r.kind = 'automatic' ORDER BY r.at, r.id`;

/** A recusal of a person, from what the panel's room calls `externalId`. */
export interface RecusalOf {
  externalId: string;
  panelId: string;
  entryId: string;
  kind: RecusalKind;
  reason: string;
  at: Date;
  /** Whether the person declared it after their sheet, and staff have not decided on it yet. */
  late: boolean;
}

type RecusalRow = Omit<RecusalOf, 'at' | 'late'> & { at: Date | string; late: number | string };

/** Named reads of the engine. Sheets and results are sealed: the room that asks decides who may see them. */
@Injectable()
export class ReviewQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  panel(panelId: string): Promise<Panel | null> {
    return this.database.manager.findOneBy(Panel, { id: Equal(panelId) });
  }

  /** By seat number. */
  seats(panelId: string): Promise<PanelSeat[]> {
    return this.database.manager.find(PanelSeat, { where: { panelId: Equal(panelId) }, order: { seatNo: 'ASC' } });
  }

  /** The persons who sit on one of these panels. */
  async seated(panelIds: readonly string[]): Promise<string[]> {
    if (panelIds.length === 0) return [];
    const seats = await this.database.manager.find(PanelSeat, {
      select: { id: true, personId: true },
      where: { panelId: In([...panelIds]) },
    });
    return [...new Set(seats.map(({ personId }) => personId))];
  }

  seatOf(panelId: string, personId: string): Promise<PanelSeat | null> {
    return this.database.manager.findOneBy(PanelSeat, { panelId: Equal(panelId), personId: Equal(personId) });
  }

  /** The ids of the panels on which a person sits. */
  async panelsOf(personId: string): Promise<string[]> {
    const seats = await this.database.manager.findBy(PanelSeat, { personId: Equal(personId) });
    return seats.map((seat) => seat.panelId);
  }

  /** The panels that judge what has this id in its own room, withdrawn or not. */
  async panelsWith(externalId: string): Promise<string[]> {
    const entries = await this.database.manager.findBy(PanelEntry, { externalId: Equal(externalId) });
    return entries.map(({ panelId }) => panelId);
  }

  /** In order of appearance. */
  entries(panelId: string): Promise<PanelEntry[]> {
    return this.database.manager.find(PanelEntry, { where: { panelId: Equal(panelId) }, order: { position: 'ASC' } });
  }

  /** Those of these entries of a panel for which sheets are taken. */
  async openAmong(panelId: string, entryIds: readonly string[]): Promise<Set<string>> {
    // By ids alone: SQLite would go through the whole panel.
    const found = await this.database.manager.find(PanelEntry, {
      select: { id: true, panelId: true },
      where: { id: In([...entryIds]), state: Equal('open') },
    });
    return new Set(found.filter((entry) => entry.panelId === panelId).map(({ id }) => id));
  }

  /** Who is recused from which entries of a panel; thousands of them are read at once. */
  recused(panelId: string): Promise<{ entryId: string; personId: string }[]> {
    return this.database.query('SELECT entryId, personId FROM recusals WHERE panelId = ?', [panelId]);
  }

  /** Of these entries, in the order in which they were recused. */
  recusalsAmong(entryIds: readonly string[]): Promise<Recusal[]> {
    return this.database.manager.find(Recusal, {
      where: { entryId: In([...entryIds]) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Ties to these entries that their judges declared after the sheet, and that wait for staff. */
  lateTiesAmong(entryIds: readonly string[]): Promise<LateTie[]> {
    return this.database.manager.findBy(LateTie, { entryId: In([...entryIds]) });
  }

  /** As {@link lateTiesAmong}, to any entry of a panel. */
  lateTiesOf(panelId: string): Promise<LateTie[]> {
    return this.database.manager.findBy(LateTie, { panelId: Equal(panelId) });
  }

  /** From how many entries of a panel, but these, each judge is recused. */
  recusedCounts(panelId: string, but: readonly string[]): Promise<Map<string, number>> {
    return this.counts('recusals', panelId, but);
  }

  /** For how many entries of a panel, but these, the sheets of each judge are in, struck ones included. */
  scoredCounts(panelId: string, but: readonly string[]): Promise<Map<string, number>> {
    return this.counts('score_sheets', panelId, but);
  }

  recusals(panelId: string): Promise<Recusal[]> {
    return this.database.manager.find(Recusal, { where: { panelId: Equal(panelId) }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** Dismissed recusals of a panel that had taken an entry from its judge which they were not given back since. */
  async takenByDismissed(panelId: string): Promise<RecusalDismissal[]> {
    const kept = await this.database.manager.find(RecusalDismissal, {
      where: { panelId: Equal(panelId), pairAt: Not(IsNull()) },
      order: { at: 'ASC', id: 'ASC' },
    });
    if (kept.length === 0) return kept;
    const recused = new Set((await this.recused(panelId)).map(({ entryId, personId }) => `${entryId} ${personId}`));
    return kept.filter(({ entryId, personId }) => !recused.has(`${entryId} ${personId}`));
  }

  /** Sheets of a panel that count no more since their judges were found to be tied, by the recusals that say so, oldest first. */
  lostToTies(panelId: string): Promise<Pick<Recusal, 'entryId' | 'personId' | 'reason'>[]> {
    return this.database.query(LOST_TO_TIES, [panelId]);
  }

  /** When a person's recusals from these entries were dismissed. */
  dismissalsOf(panelId: string, personId: string): Promise<RecusalDismissal[]> {
    return this.database.manager.findBy(RecusalDismissal, { panelId: Equal(panelId), personId: Equal(personId) });
  }

  recusedFromEntry(entryId: string, personId: string): Promise<boolean> {
    return this.database.manager.existsBy(Recusal, { entryId: Equal(entryId), personId: Equal(personId) });
  }

  /** Whether a person is recused from something on any panel that has it. */
  isRecused(personId: string, externalId: string): Promise<boolean> {
    return this.database.manager
      .createQueryBuilder(Recusal, 'recusal')
      .innerJoin(PanelEntry, 'entry', 'entry.id = recusal.entryId')
      .where('entry.externalId = :externalId AND recusal.personId = :personId', { externalId, personId })
      .getExists();
  }

  /** What a person is recused from on any panel, or waits to be, with how each recusal came about; one for each panel that recuses them. */
  async recusalsOf(personId: string): Promise<RecusalOf[]> {
    const rows = await this.database.query<RecusalRow>(RECUSALS_OF, [personId, personId]);
    return rows.map(({ at, late, ...one }) => ({ ...one, at: toInstant(at), late: Number(late) === 1 }));
  }

  /** Those of these, by the id that the panel's room gave them, from which a recusal of the person was dismissed. */
  async dismissedFrom(personId: string, externalIds: readonly string[]): Promise<Set<string>> {
    if (externalIds.length === 0) return new Set();
    const found = await this.database.manager
      .createQueryBuilder(PanelEntry, 'entry')
      .innerJoin(RecusalDismissal, 'dismissal', 'dismissal.entryId = entry.id')
      .select('DISTINCT entry.externalId', 'externalId')
      .where('dismissal.personId = :personId', { personId })
      .andWhere({ externalId: In([...externalIds]) })
      .getRawMany<{ externalId: string }>();
    return new Set(found.map(({ externalId }) => externalId));
  }

  sheets(panelId: string): Promise<ScoreSheet[]> {
    return this.database.manager.find(ScoreSheet, { where: { panelId: Equal(panelId) }, order: { seatNo: 'ASC' } });
  }

  /** Whose sheets for which entries of a panel are in, struck ones included; thousands of them are read at once. */
  scored(panelId: string): Promise<{ entryId: string; personId: string }[]> {
    return this.database.query('SELECT entryId, personId FROM score_sheets WHERE panelId = ?', [panelId]);
  }

  /** Whose sheets for these entries are in, struck ones included. */
  async scoredAmong(entryIds: readonly string[]): Promise<{ entryId: string; personId: string }[]> {
    return this.database.manager.find(ScoreSheet, {
      select: { id: true, entryId: true, personId: true },
      where: { entryId: In([...entryIds]) },
    });
  }

  /** When the sheets of a panel that count came in, of those that came later than `after`: read beside the live work, as it was committed last. */
  async sheetMoments(
    panelId: string,
    after: Date,
  ): Promise<{ entryId: string; personId: string; submittedAt: Date }[]> {
    if (after >= new Date()) return [];
    const rows = await this.reads.rows<{ entryId: string; personId: string; submittedAt: Date | string }>(
      `SELECT h.entryId, h.personId, h.submittedAt FROM score_sheets h
       LEFT JOIN recusals x ON x.entryId = h.entryId AND x.personId = h.personId
       WHERE h.panelId = ? AND h.submittedAt > ? AND h.state <> 'struck' AND x.id IS NULL`,
      [panelId, after],
    );
    return rows.map(({ submittedAt, ...one }) => ({ ...one, submittedAt: toInstant(submittedAt) }));
  }

  /** When the sheets for these entries came in, those that do not count included. */
  sheetMomentsAmong(entryIds: readonly string[]): Promise<Pick<ScoreSheet, 'entryId' | 'personId' | 'submittedAt'>[]> {
    return this.database.manager.find(ScoreSheet, {
      select: { id: true, entryId: true, personId: true, submittedAt: true },
      where: { entryId: In([...entryIds]) },
    });
  }

  sheetsOf(panelId: string, personId: string): Promise<ScoreSheet[]> {
    return this.database.manager.find(ScoreSheet, { where: { panelId: Equal(panelId), personId: Equal(personId) } });
  }

  /** Judges who may still hand in a sheet for an entry whose scoring was closed, and have not. */
  async admissions(panelId: string): Promise<LateAdmission[]> {
    const given = await this.database.manager.findBy(LateAdmission, { panelId: Equal(panelId) });
    if (given.length === 0) return given;
    const sheets = await this.sheets(panelId);
    return given.filter(
      ({ entryId, personId }) => !sheets.some((one) => one.entryId === entryId && one.personId === personId),
    );
  }

  /** Keyings of paper sheets, oldest first; also those that were corrected, voided or overtaken. */
  keyings(panelId: string): Promise<SheetKeying[]> {
    return this.database.manager.find(SheetKeying, {
      where: { panelId: Equal(panelId) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  results(panelId: string): Promise<EntryResult[]> {
    return this.database.manager.findBy(EntryResult, { panelId: Equal(panelId) });
  }

  /** Rulings on ties that were not taken back, oldest first; whether one still holds follows from the results. */
  rulings(panelId: string): Promise<TieRulingRecord[]> {
    return this.database.manager.find(TieRulingRecord, {
      where: { panelId: Equal(panelId), revokedAt: IsNull() },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Every submission for an entry, oldest first. */
  revisions(entryId: string): Promise<ScoreRevision[]> {
    return this.database.manager.find(ScoreRevision, {
      where: { entryId: Equal(entryId) },
      order: { at: 'ASC', revision: 'ASC' },
    });
  }

  /** Every submission for any of these entries, oldest first. */
  revisionsOf(entryIds: readonly string[]): Promise<ScoreRevision[]> {
    return this.database.manager.find(ScoreRevision, {
      where: { entryId: In([...entryIds]) },
      order: { at: 'ASC', revision: 'ASC' },
    });
  }

  private async counts(
    table: 'recusals' | 'score_sheets',
    panelId: string,
    but: readonly string[],
  ): Promise<Map<string, number>> {
    const others = but.length === 0 ? '' : ` AND entryId NOT IN (${but.map(() => '?').join(', ')})`;
    const rows = await this.database.query<{ personId: string; number: number | string }>(
      `SELECT personId, COUNT(*) AS number FROM ${table} WHERE panelId = ?${others} GROUP BY personId`,
      [panelId, ...but],
    );
    return new Map(rows.map(({ personId, number }) => [personId, Number(number)]));
  }
}
