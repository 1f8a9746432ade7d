import { failure, type LocalText, type RoadshowState } from '@haishi/contracts';
import { Database, inTurns, LongReads } from '@haishi/platform';
import {
  aggregate,
  grouped,
  type Panel,
  type RankedEntry,
  ReviewQueries,
  rulingsThatHold,
  type TieRuling,
} from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { namedStage } from '../edition/named.js';
import { judgedBefore } from '../edition/ties.rules.js';
import { ReviewEntry, ReviewRound } from '../online-review/round.entity.js';
import { RoundResults } from '../online-review/round.results.js';
import type { RoundState } from '../online-review/round.rules.js';
import { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';

/** What is judged and confirmed together: a session of a roadshow, or a whole online review. */
export interface JudgedPart {
  id: string;
  /** A session is called the same in both languages. */
  name: LocalText;
  state: RoadshowState;
}

/** A project in a stage, by its entry. */
export interface JudgedEntry {
  id: string;
  /** In which it is judged. */
  partId: string;
  projectId: string;
  number: string;
  title: string;
  team: string;
  /** Taken out of the stage while it went on. */
  withdrawn: boolean;
}

/** A stage in which projects are judged, with its parts that have entries, oldest first. */
export interface JudgedStage {
  edition: Edition;
  stage: EditionStage;
  parts: JudgedPart[];
  entries: JudgedEntry[];
  /** The stages before it in which projects are judged, in order. */
  before: EditionStage[];
}

type Result = RankedEntry['result'];

/** Ids asked for by one statement. */
const AT_ONCE = 1000;
/** Of an online review thousands are read at once. */
const ENTRIES = `SELECT id, roundId AS partId, projectId, number, title, team FROM review_entries WHERE editionId = ? AND stageCode = ?`;
const SCORES = `SELECT id, score, tieValues FROM review_entries WHERE editionId = ? AND stageCode = ?`;

interface ScoreRow {
  id: string;
  score: number | string | null;
  tieValues: string;
}

/** An online review's states, as sessions have them. */
const AS_SESSION: Record<RoundState, RoadshowState> = {
  preparing: 'draft',
  open: 'running',
  closed: 'closed',
  confirmed: 'confirmed',
};

/** Stages in which projects are judged, and what came of them, whether on a stage or online. */
@Injectable()
export class JudgedStages {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly review: ReviewQueries,
    private readonly rounds: RoundResults,
    private readonly reads: LongReads,
  ) {}

  /** Fails with `common.not_found` where the edition has no such stage, or nothing is judged in it. */
  async find(edition: Edition, stageCode: string): Promise<JudgedStage> {
    const stage = await this.judged(edition, stageCode);
    const before = judgedBefore(await this.editions.stages(edition.id), stageCode);
    if (stage.kind === 'roadshow') return { ...(await this.roadshow(edition, stage)), before };
    return { ...(await this.online(edition, stage)), before };
  }

  /** Without what is in it; fails as {@link find} does. */
  async judged(edition: Edition, stageCode: string): Promise<EditionStage> {
    const stage = (await this.editions.stages(edition.id)).find(({ code }) => code === stageCode);
    if (stage?.kind === 'roadshow' || stage?.kind === 'review') return stage;
    throw failure('common.not_found');
  }

  /** The projects of all entries of a stage, by entry, as they are committed; fails as {@link find} does. */
  async projectsAt(edition: Edition, stageCode: string): Promise<ReadonlyMap<string, string>> {
    const { kind } = await this.judged(edition, stageCode);
    const rows = await this.reads.rows<{ id: string; projectId: string }>(
      `SELECT id, projectId FROM ${kind === 'review' ? 'review_entries' : 'roadshow_entries'} WHERE editionId = ? AND stageCode = ?`,
      [edition.id, stageCode],
    );
    return new Map(await inTurns(rows, ({ id, projectId }) => [id, projectId] as const));
  }

  panels({ parts }: JudgedStage): Promise<Panel[]> {
    return Promise.all(parts.map(async ({ id }) => (await this.review.panel(id))!));
  }

  /** Those that hold on the panel that they were made on, by what its entries came to. */
  async rulings(
    { entries }: JudgedStage,
    panels: readonly Panel[],
    results: ReadonlyMap<string, Result>,
  ): Promise<TieRuling[]> {
    const ranked = grouped(
      entries.filter(({ id, withdrawn }) => !withdrawn && results.has(id)),
      ({ partId }) => partId,
    );
    const held = panels.map(async ({ id, aggregation }) =>
      rulingsThatHold(
        (ranked.get(id) ?? []).map((one) => ({ entryId: one.id, result: results.get(one.id)! })),
        aggregation.ties,
        await this.review.rulings(id),
      ),
    );
    return (await Promise.all(held)).flat();
  }

  /** The projects of entries of any stage, by entry. */
  async projectsOf(entryIds: readonly string[]): Promise<Map<string, string>> {
    const projects = new Map<string, string>();
    for (let start = 0; start < entryIds.length; start += AT_ONCE) {
      const where = { id: In(entryIds.slice(start, start + AT_ONCE)) };
      const select = { id: true, projectId: true } as const;
      for (const { id, projectId } of await this.database.manager.find(RoadshowEntry, { select, where }))
        projects.set(id, projectId);
      for (const { id, projectId } of await this.database.manager.find(ReviewEntry, { select, where }))
        projects.set(id, projectId);
    }
    return projects;
  }

  /** As they were confirmed, by entry. */
  async stored({ stage, edition, parts }: JudgedStage): Promise<Map<string, Result>> {
    if (stage.kind === 'review') {
      const rows = await this.database.query<ScoreRow>(SCORES, [edition.id, stage.code]);
      return new Map(
        rows.map(({ id, score, tieValues }) => [
          id,
          { score: score === null ? null : Number(score), tieValues: JSON.parse(tieValues) as number[] },
        ]),
      );
    }
    const results = (await Promise.all(parts.map(({ id }) => this.review.results(id)))).flat();
    return new Map(results.map(({ entryId, score, tieValues }) => [entryId, { score, tieValues }]));
  }

  /** Worked out again from the score sheets, by entry. */
  async fromSheets({ stage, edition }: JudgedStage, panels: readonly Panel[]): Promise<Map<string, Result>> {
    if (stage.kind === 'review') {
      const where = { editionId: Equal(edition.id), stageCode: Equal(stage.code) };
      const { outcome } = await this.rounds.committed(await this.database.manager.findOneByOrFail(ReviewRound, where));
      return new Map(outcome.results.map(({ entryId, score, raw }) => [entryId, { score, tieValues: raw.tieValues }]));
    }
    const all = new Map<string, Result>();
    for (const { id, aggregation } of panels) {
      const recused = new Set((await this.review.recusals(id)).map(keyOf));
      const valid = (await this.review.sheets(id)).filter(
        (sheet) => sheet.state !== 'struck' && !recused.has(keyOf(sheet)),
      );
      const byEntry = grouped(valid, ({ entryId }) => entryId);
      for (const entry of await this.review.entries(id)) {
        const { score, tieValues } = aggregate(aggregation, byEntry.get(entry.id) ?? []);
        all.set(entry.id, { score, tieValues });
      }
    }
    return all;
  }

  private async roadshow(edition: Edition, stage: EditionStage): Promise<Omit<JudgedStage, 'before'>> {
    const where = { editionId: Equal(edition.id), stageCode: Equal(stage.code) };
    const entries = await this.database.manager.findBy(RoadshowEntry, where);
    const sessions = await this.database.manager.find(RoadshowSession, {
      where,
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const used = new Set(entries.map(({ sessionId }) => sessionId));
    return {
      edition,
      stage,
      parts: sessions
        .filter(({ id }) => used.has(id))
        .map(({ id, name, state }) => ({ id, name: { zh: name, en: name }, state })),
      entries: entries.map(({ state, sessionId, ...entry }) => ({
        ...entry,
        partId: sessionId,
        withdrawn: state === 'withdrawn',
      })),
    };
  }

  private async online(edition: Edition, stage: EditionStage): Promise<Omit<JudgedStage, 'before'>> {
    const where = { editionId: Equal(edition.id), stageCode: Equal(stage.code) };
    const entries = await this.database.query<Omit<JudgedEntry, 'withdrawn'>>(ENTRIES, [edition.id, stage.code]);
    const rounds = entries.length === 0 ? [] : await this.database.manager.findBy(ReviewRound, where);
    return {
      edition,
      stage,
      parts: rounds.map(({ id, state }) => ({ id, name: namedStage(stage).name, state: AS_SESSION[state] })),
      entries: entries.map((entry) => ({ ...entry, withdrawn: false })),
    };
  }
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }) => `${entryId} ${personId}`;
