import { failure, type Locale } from '@haishi/contracts';
import { RoleGrant } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { AssignedPair, Expert, ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, type SelectQueryBuilder } from 'typeorm';
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

/** Named reads of online reviews. */
@Injectable()
export class RoundQueries {
  constructor(private readonly database: Database) {}

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
   * score, and what nobody scored of a project that does not stand, is asked of nobody.
   */
  async progress(roundId: string): Promise<{ sheets: number; expected: number }> {
    const [row] = (await this.database.manager.query(PROGRESS, [roundId, roundId])) as Record<
      'sheets' | 'given',
      number | string
    >[];
    return { sheets: Number(row!.sheets), expected: Number(row!.given) - (await this.lost(roundId)) };
  }

  /** Those of a round whose project was withdrawn since; they are neither judged nor ranked. Of `among` alone where it is given. */
  async withdrawn(roundId: string, among?: readonly string[]): Promise<Set<string>> {
    const query = this.database.manager
      .createQueryBuilder(ReviewEntry, 'entry')
      .innerJoin(Project, 'project', 'project.id = entry.projectId')
      .select('entry.id', 'id')
      .where('entry.roundId = :roundId AND project.state <> :accepted', { roundId, accepted: 'accepted' });
    if (among) query.andWhere({ id: In([...among]) });
    const found = await query.getRawMany<{ id: string }>();
    return new Set(found.map(({ id }) => id));
  }

  /** Accepted projects of an edition that were not taken in yet. */
  waiting(editionId: string, stageCode: string): Promise<Project[]> {
    return this.notTaken(editionId, stageCode).orderBy('project.number', 'ASC').getMany();
  }

  /** The ids of {@link waiting}, in no order. */
  async waitingIds(editionId: string, stageCode: string): Promise<string[]> {
    const rows = await this.notTaken(editionId, stageCode).select('project.id', 'id').getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  private notTaken(editionId: string, stageCode: string): SelectQueryBuilder<Project> {
    return this.database.manager
      .createQueryBuilder(Project, 'project')
      .leftJoin(
        ReviewEntry,
        'entry',
        'entry.projectId = project.id AND entry.editionId = project.editionId AND entry.stageCode = :stageCode',
        { stageCode },
      )
      .where('project.editionId = :editionId AND project.state = :accepted AND entry.id IS NULL', {
        editionId,
        accepted: 'accepted',
      });
  }

  /** How many pairs nobody asks for any more, and have no sheet. Told with every sheet: where nobody left, no pair is looked at. */
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
    const left = await manager
      .createQueryBuilder(AssignedPair, 'pair')
      .select('DISTINCT pair.personId', 'personId')
      .where(`pair.panelId = :roundId AND pair.personId NOT IN ${judges.getQuery()}`, { roundId })
      .getRawMany<{ personId: string }>();
    const fallen = await this.withdrawn(roundId);
    if (left.length === 0 && fallen.size === 0) return 0;
    return manager
      .createQueryBuilder(AssignedPair, 'pair')
      .leftJoin(ScoreSheet, 'sheet', 'sheet.entryId = pair.entryId AND sheet.personId = pair.personId')
      .where('pair.panelId = :roundId AND sheet.id IS NULL', { roundId })
      .andWhere([{ personId: In(left.map(({ personId }) => personId)) }, { entryId: In([...fallen]) }])
      .getCount();
  }
}
