import { failure, type Locale } from '@haishi/contracts';
import { RoleGrant } from '@haishi/identity';
import { Database, LongReads } from '@haishi/platform';
import { AssignedPair, Expert, ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { EditionStage } from '../edition/edition.entity.js';
import { Project } from '../project/project.entity.js';
import { type EntryBrief, ReviewEntry, ReviewRound } from './round.entity.js';
import type { RoundDue } from './round.rules.js';

const PROGRESS = `SELECT
(SELECT COUNT(*) FROM assigned_pairs g WHERE g.panelId = ?) AS given,
(SELECT COUNT(*) FROM score_sheets h JOIN assigned_pairs g ON g.entryId = h.entryId AND g.personId = h.personId
 WHERE h.panelId = ? AND h.state <> 'struck') AS sheets`;

const ENTRIES = `SELECT id, projectId, number, title, team, division, field, region, extra, leftDivergent FROM review_entries
WHERE roundId = ? ORDER BY number, id`;

const LANGUAGES = `SELECT e.id, p.language FROM review_entries e JOIN projects p ON p.id = e.projectId WHERE e.roundId = ?`;

/** Pairs of whoever left count where their sheet is in. */
const ABLE = (gone: readonly string[]) =>
  gone.length === 0
    ? ''
    : ` AND (p.personId NOT IN (${gone.map(() => '?').join(', ')})
 OR EXISTS (SELECT 1 FROM score_sheets s WHERE s.entryId = p.entryId AND s.personId = p.personId))`;

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
    const rows = await this.database.query<EntryBrief>(ENTRIES, [roundId]);
    return rows.map(({ extra, ...one }) => ({ ...one, extra: extra === null ? null : Number(extra) }));
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
      `SELECT e.id, COUNT(p.id) AS has FROM review_entries e
       LEFT JOIN assigned_pairs p ON p.entryId = e.id${ABLE(gone)}
       WHERE e.roundId = ? GROUP BY e.id, e.extra HAVING COUNT(p.id) < ? + COALESCE(e.extra, 0)`,
      [...gone, round.id, round.plan.judgesPerEntry],
    );
    return rows.map(({ id, has }) => ({ entryId: id, has: Number(has) }));
  }

  /** The entries for which sheets of judges who can score them are still out; `gone` as for {@link short}. */
  async unfinished(roundId: string, gone: readonly string[]): Promise<Set<string>> {
    const rows = await this.pairRows<{ id: string }>(
      'committed',
      `SELECT e.id FROM review_entries e JOIN assigned_pairs p ON p.entryId = e.id${ABLE(gone)}
       LEFT JOIN score_sheets h ON h.entryId = p.entryId AND h.personId = p.personId
       WHERE e.roundId = ? GROUP BY e.id HAVING COUNT(h.id) < COUNT(p.id)`,
      [...gone, roundId],
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

  entriesByIds(roundId: string, ids: readonly string[]): Promise<ReviewEntry[]> {
    return this.database.manager.find(ReviewEntry, {
      where: { roundId: Equal(roundId), id: In([...ids]) },
      order: { number: 'ASC', id: 'ASC' },
    });
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
    const [row] = await this.reads.rows<Record<'sheets' | 'given', number | string>>(PROGRESS, [roundId, roundId]);
    return { sheets: Number(row!.sheets), expected: Number(row!.given) - (await this.lost(roundId)) };
  }

  /** Those of a round whose project was withdrawn since; they are neither judged nor ranked. Of `among` alone where it is given. */
  async withdrawn(roundId: string, among?: readonly string[]): Promise<Set<string>> {
    const query = this.fallen(roundId);
    if (among) query.andWhere({ id: In([...among]) });
    const found = await query.getRawMany<{ id: string }>();
    return new Set(found.map(({ id }) => id));
  }

  private fallen(roundId: string): SelectQueryBuilder<ReviewEntry> {
    return this.database.manager
      .createQueryBuilder(ReviewEntry, 'entry')
      .innerJoin(Project, 'project', 'project.id = entry.projectId')
      .select('entry.id', 'id')
      .where('entry.roundId = :roundId AND project.state <> :accepted', { roundId, accepted: 'accepted' });
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
    const judges = manager
      .createQueryBuilder()
      .subQuery()
      .select('expert.personId')
      .from(Expert, 'expert')
      .innerJoin(ReviewRound, 'round', 'round.editionId = expert.poolId')
      .innerJoin(RoleGrant, 'held', 'held.personId = expert.personId AND held.scopeId = round.editionId')
      .where(
        "round.id = :roundId AND expert.withdrawnAt IS NULL AND held.role = 'judge' AND held.scopeType = 'edition'",
      );
    const left = await this.reads.rows<{ personId: string }>(
      ...manager
        .createQueryBuilder(AssignedPair, 'pair')
        .select('DISTINCT pair.personId', 'personId')
        .where(`pair.panelId = :roundId AND pair.personId NOT IN ${judges.getQuery()}`, { roundId })
        .getQueryAndParameters(),
    );
    const found = await this.reads.rows<{ id: string }>(...this.fallen(roundId).getQueryAndParameters());
    const fallen = new Set(found.map(({ id }) => id));
    if (left.length === 0 && fallen.size === 0) return 0;
    return manager
      .createQueryBuilder(AssignedPair, 'pair')
      .leftJoin(ScoreSheet, 'sheet', 'sheet.entryId = pair.entryId AND sheet.personId = pair.personId')
      .where('pair.panelId = :roundId AND sheet.id IS NULL', { roundId })
      .andWhere([{ personId: In(left.map(({ personId }) => personId)) }, { entryId: In([...fallen]) }])
      .getCount();
  }
}
