import { failure, type Locale } from '@haishi/contracts';
import { Database, inTurns, LongReads } from '@haishi/platform';
import { AssignedPair, ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { EditionStage } from '../edition/edition.entity.js';
import type { Project } from '../project/project.entity.js';
import { PROJECT_STATES } from '../project/project.rules.js';
import { type EntryBrief, ReviewEntry, ReviewRound } from './round.entity.js';
import type { RoundDue } from './round.rules.js';

/**
 * A pair with a sheet is given up by a recusal alone, and a sheet ceases to count by one or by a strike: what is to be left out is
 * found by these few, so that no sheet is looked up.
 */
const PROGRESS = `SELECT
(SELECT COUNT(*) FROM assigned_pairs g WHERE g.panelId = ?) AS given,
(SELECT COUNT(*) FROM score_sheets h WHERE h.panelId = ?)
 - (SELECT COUNT(*) FROM (SELECT entryId, personId FROM recusals WHERE panelId = ?
    UNION SELECT entryId, personId FROM recusal_dismissals WHERE panelId = ?
    UNION SELECT t.entryId, k.personId FROM sheet_strikes t JOIN score_sheets k ON k.id = t.sheetId WHERE t.panelId = ?) x
   JOIN score_sheets h ON h.entryId = x.entryId AND h.personId = x.personId
   LEFT JOIN assigned_pairs g ON g.entryId = x.entryId AND g.personId = x.personId
   WHERE g.id IS NULL OR h.state = 'struck') AS sheets`;

/** Where an entry's project may stand that is not judged, as nobody withdraws into a draft. */
const FALLEN = PROJECT_STATES.filter((state) => state !== 'draft' && state !== 'accepted');

const ENTRIES = `SELECT id, projectId, number, title, team, division, field, region, extra, leftDivergent FROM review_entries
WHERE roundId = ? ORDER BY number, id`;

const LANGUAGES = `SELECT e.id, p.language FROM review_entries e JOIN projects p ON p.id = e.projectId WHERE e.roundId = ?`;

/** An edition's stage has one round, so that its entries are found by it. */
const WITHDRAWN = `SELECT e.id FROM review_rounds r CROSS JOIN projects p ON p.editionId = r.editionId
CROSS JOIN review_entries e ON e.editionId = r.editionId AND e.stageCode = r.stageCode AND e.projectId = p.id
WHERE r.id = ? AND p.state IN (${FALLEN.map(() => '?').join(', ')})`;

/** By ids alone: SQLite, which does not know how long a round is, would go through all of it. */
const WITHDRAWN_AMONG = (ids: readonly string[]) =>
  `SELECT e.id, e.roundId FROM review_entries e JOIN projects p ON p.id = e.projectId
WHERE e.id IN (${ids.map(() => '?').join(', ')}) AND p.state <> 'accepted'`;

/** Pairs of whoever left count where their sheet is in. */
const ABLE = (gone: readonly string[]) =>
  gone.length === 0
    ? ''
    : ` AND (p.personId NOT IN (${gone.map(() => '?').join(', ')})
 OR EXISTS (SELECT 1 FROM score_sheets s WHERE s.entryId = p.entryId AND s.personId = p.personId))`;

/** Judges with entries of a round who left the pool or lost the role. */
const LEFT = `SELECT g.personId FROM (SELECT DISTINCT personId FROM assigned_pairs WHERE panelId = ?) g
WHERE g.personId NOT IN (SELECT x.personId FROM experts x JOIN review_rounds r ON r.editionId = x.poolId
JOIN role_grants k ON k.personId = x.personId AND k.scopeId = r.editionId
WHERE r.id = ? AND x.withdrawnAt IS NULL AND k.role = 'judge' AND k.scopeType = 'edition')`;

const WAITING = `SELECT p.id, p.number, p.title, p.organisationName, p.division, p.field, p.region, p.submissions FROM projects p
LEFT JOIN review_entries e ON e.projectId = p.id AND e.editionId = p.editionId AND e.stageCode = ?
WHERE p.editionId = ? AND p.state = 'accepted' AND e.id IS NULL ORDER BY p.number`;

const WAITING_IDS = `SELECT p.id FROM projects p
LEFT JOIN review_entries e ON e.projectId = p.id AND e.editionId = p.editionId AND e.stageCode = ?
WHERE p.editionId = ? AND p.state = 'accepted' AND e.id IS NULL`;

/** A project that a round has not taken in. */
export type WaitingProject = Pick<
  Project,
  'id' | 'title' | 'organisationName' | 'division' | 'field' | 'region' | 'submissions'
> & { number: string };

/** Named reads of online reviews. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  find(id: string): Promise<ReviewRound | null> {
    return this.database.manager.findOneBy(ReviewRound, { id: Equal(id) });
  }

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<ReviewRound> {
    const round = await this.find(id);
    if (!round) throw failure('common.not_found');
    return round;
  }

  ofStage(editionId: string, stageCode: string): Promise<ReviewRound | null> {
    return this.database.manager.findOneBy(ReviewRound, { editionId: Equal(editionId), stageCode: Equal(stageCode) });
  }

  /** Of an edition. */
  async idsOf(editionId: string): Promise<string[]> {
    const found = await this.database.manager.find(ReviewRound, {
      select: { id: true },
      where: { editionId: Equal(editionId) },
    });
    return found.map(({ id }) => id);
  }

  /** When its sheets are due, by its stage as it stands now. */
  async due({ editionId, stageCode, reopenedAt }: ReviewRound): Promise<RoundDue> {
    const stage = await this.database.manager.findOneBy(EditionStage, {
      editionId: Equal(editionId),
      code: Equal(stageCode),
    });
    return { closesAt: stage?.closesAt ?? null, reopenedAt };
  }

  /** Newest first. */
  byIds(ids: readonly string[]): Promise<ReviewRound[]> {
    return this.database.manager.find(ReviewRound, {
      where: { id: In([...ids]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** By number; thousands of them are read at once. */
  async entries(roundId: string): Promise<EntryBrief[]> {
    return (await this.database.query<EntryBrief>(ENTRIES, [roundId])).map(briefOf);
  }

  /** {@link entries} beside the live work, as they were committed last. */
  async committedEntries(roundId: string): Promise<EntryBrief[]> {
    return inTurns(await this.reads.rows<EntryBrief>(ENTRIES, [roundId]), briefOf);
  }

  /** In which language each project is written, by entry. */
  async languages(roundId: string): Promise<Map<string, Locale>> {
    const rows = await this.database.query<{ id: string; language: Locale }>(LANGUAGES, [roundId]);
    return new Map(rows.map(({ id, language }) => [id, language]));
  }

  /** `limit` of them from `offset` on, by number; of one division where it is given. */
  async entriesPage(
    roundId: string,
    division: string | undefined,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<EntryBrief[]> {
    const where = { roundId: Equal(roundId), ...(division ? { division: Equal(division) } : {}) };
    const order = { number: 'ASC', id: 'ASC' } as const;
    return this.database.manager.find(ReviewEntry, { where, order, skip: offset, take: limit });
  }

  countEntries(roundId: string, division?: string): Promise<number> {
    const where = { roundId: Equal(roundId), ...(division ? { division: Equal(division) } : {}) };
    return this.database.manager.countBy(ReviewEntry, where);
  }

  /**
   * The entries that fewer judges than they are to have can score; the judges of `gone` are asked no more. `from` a unit of work
   * as it stands there, else beside the live work as it was committed last.
   */
  async short(
    round: ReviewRound,
    gone: readonly string[],
    from: 'work' | 'committed',
  ): Promise<{ entryId: string; has: number }[]> {
    const rows = await this.pairRows<{ id: string; has: number | string }>(
      from,
      `SELECT s.id, s.has FROM (SELECT e.id, e.extra,
       (SELECT COUNT(*) FROM assigned_pairs p WHERE p.entryId = e.id${ABLE(gone)}) AS has
       FROM review_entries e WHERE e.roundId = ?) s WHERE s.has < ? + COALESCE(s.extra, 0)`,
      [...gone, round.id, round.plan.judgesPerEntry],
    );
    return rows.map(({ id, has }) => ({ entryId: id, has: Number(has) }));
  }

  /** The entries for which sheets of judges who can score them are still out; `gone` as for {@link short}. */
  async unfinished(roundId: string, gone: readonly string[]): Promise<Set<string>> {
    const rows = await this.pairRows<{ id: string }>(
      'committed',
      `SELECT DISTINCT p.entryId AS id FROM assigned_pairs p WHERE p.panelId = ?${ABLE(gone)}
       AND NOT EXISTS (SELECT 1 FROM score_sheets h WHERE h.entryId = p.entryId AND h.personId = p.personId)`,
      [roundId, ...gone],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Every pair of a round is looked at: of a hundred thousand that takes a while. */
  private pairRows<Row>(
    from: 'work' | 'committed',
    sql: string,
    parameters: readonly (string | number)[],
  ): Promise<Row[]> {
    return from === 'work' ? this.database.query<Row>(sql, parameters) : this.reads.rows<Row>(sql, parameters);
  }

  /** Those of which another look was opened. */
  lookedAtAgain(roundId: string): Promise<ReviewEntry[]> {
    return this.database.manager.findBy(ReviewEntry, { roundId: Equal(roundId), extra: Not(IsNull()) });
  }

  /** The ids of the entries of these projects. */
  async idsOfProjects(roundId: string, projectIds: readonly string[]): Promise<string[]> {
    if (projectIds.length === 0) return [];
    const found = await this.database.manager.find(ReviewEntry, {
      select: { id: true, roundId: true },
      where: { projectId: In([...projectIds]) },
    });
    return found.flatMap((entry) => (entry.roundId === roundId ? [entry.id] : []));
  }

  /** By number; those of another round are left out. */
  async entriesByIds(roundId: string, ids: readonly string[]): Promise<ReviewEntry[]> {
    // By ids alone, as WITHDRAWN_AMONG is.
    const found = await this.database.manager.find(ReviewEntry, {
      where: { id: In([...ids]) },
      order: { number: 'ASC', id: 'ASC' },
    });
    return found.filter((entry) => entry.roundId === roundId);
  }

  /** Fails with `common.not_found`. */
  async entry(roundId: string, entryId: string): Promise<ReviewEntry> {
    const entry = await this.database.manager.findOneBy(ReviewEntry, { id: Equal(entryId), roundId: Equal(roundId) });
    if (!entry) throw failure('common.not_found');
    return entry;
  }

  /** Whether a project stands in a review that was opened. */
  async isUnderReview(projectId: string): Promise<boolean> {
    const rounds = await this.byIds((await this.entriesOf(projectId)).map(({ roundId }) => roundId));
    return rounds.some(({ state }) => state !== 'preparing');
  }

  /** Where a project is or was under review. */
  entriesOf(projectId: string): Promise<ReviewEntry[]> {
    return this.database.manager.findBy(ReviewEntry, { projectId: Equal(projectId) });
  }

  /**
   * Valid sheets that are in, of those that are in or still asked for: what a judge who left the pool or lost the role did not
   * score, and what nobody scored of a project that does not stand, is asked of nobody. As it was committed last: it is told after
   * every sheet, and of thousands of pairs a long read.
   */
  async progress(roundId: string): Promise<{ sheets: number; expected: number }> {
    const [row] = await this.reads.rows<Record<'sheets' | 'given', number | string>>(
      PROGRESS,
      Array.from({ length: 5 }, () => roundId),
    );
    return { sheets: Number(row!.sheets), expected: Number(row!.given) - (await this.lost(roundId)) };
  }

  /** Those of a round whose project was withdrawn since; they are neither judged nor ranked. Of `among` alone where it is given. */
  async withdrawn(roundId: string, among?: readonly string[]): Promise<Set<string>> {
    if (!among) {
      const rows = await this.database.query<{ id: string }>(WITHDRAWN, [roundId, ...FALLEN]);
      return new Set(rows.map(({ id }) => id));
    }
    if (among.length === 0) return new Set();
    const rows = await this.database.query<{ id: string; roundId: string }>(WITHDRAWN_AMONG(among), among);
    return new Set(rows.flatMap((row) => (row.roundId === roundId ? row.id : [])));
  }

  /** Accepted projects of an edition that were not taken in yet; thousands of them are read at once. */
  async waiting(editionId: string, stageCode: string): Promise<WaitingProject[]> {
    const rows = await this.database.query<WaitingProject>(WAITING, [stageCode, editionId]);
    return rows.map(({ submissions, ...one }) => ({ ...one, submissions: Number(submissions) }));
  }

  /** The ids of {@link waiting} as they were committed last, in no order. */
  async waitingIds(editionId: string, stageCode: string): Promise<string[]> {
    return (await this.reads.rows<{ id: string }>(WAITING_IDS, [stageCode, editionId])).map(({ id }) => id);
  }

  /** How many pairs nobody asks for any more, and have no sheet. Where nobody left, no pair is looked at. */
  private async lost(roundId: string): Promise<number> {
    const { manager } = this.database;
    const left = await this.reads.rows<{ personId: string }>(LEFT, [roundId, roundId]);
    const fallen = await this.reads.rows<{ id: string }>(WITHDRAWN, [roundId, ...FALLEN]);
    if (left.length === 0 && fallen.length === 0) return 0;
    return manager
      .createQueryBuilder(AssignedPair, 'pair')
      .leftJoin(ScoreSheet, 'sheet', 'sheet.entryId = pair.entryId AND sheet.personId = pair.personId')
      .where('pair.panelId = :roundId AND sheet.id IS NULL', { roundId })
      .andWhere([{ personId: In(left.map(({ personId }) => personId)) }, { entryId: In(fallen.map(({ id }) => id)) }])
      .getCount();
  }
}

const briefOf = ({ extra, ...one }: EntryBrief): EntryBrief => ({
  ...one,
  extra: extra === null ? null : Number(extra),
});
