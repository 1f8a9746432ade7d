import { Database } from '@haishi/platform';
import { aggregate, type Panel, ReviewQueries } from '@haishi/review';
import { failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Project } from '../project/project.entity.js';
import { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';
import { AdvancementReplacement, StageAdvancement } from './advancement.entity.js';
import type { StageEntry, StageFacts } from './advancement.rules.js';

/** A roadshow stage of an edition with its sessions that have entries, oldest first. */
export interface StageSessions {
  edition: Edition;
  stage: EditionStage;
  sessions: RoadshowSession[];
  entries: RoadshowEntry[];
}

/** Named reads of who advances. Scores are sealed: whoever asks decides who may see them. */
@Injectable()
export class AdvancementQueries {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly review: ReviewQueries,
  ) {}

  /** Fails with `common.not_found` where the edition has no such stage, or it is no roadshow. */
  async stage(edition: Edition, stageCode: string): Promise<StageSessions> {
    const stage = (await this.editions.stages(edition.id)).find(({ code }) => code === stageCode);
    if (stage?.kind !== 'roadshow') throw failure('common.not_found');
    const where = { editionId: Equal(edition.id), stageCode: Equal(stageCode) };
    const entries = await this.database.manager.findBy(RoadshowEntry, where);
    const sessions = await this.database.manager.find(RoadshowSession, {
      where,
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return { edition, stage, entries, sessions: sessions.filter(({ id }) => entries.some((e) => e.sessionId === id)) };
  }

  /**
   * The results of all sessions together. Fails with `advancement.no_sessions`, `advancement.sessions_open` that names those
   * not confirmed, `advancement.not_comparable` where sessions do not score by the same rules.
   *
   * @param fromSheets whether results are worked out again from the score sheets, instead of read as they were confirmed
   */
  async facts({ sessions, entries }: StageSessions, fromSheets = false): Promise<StageFacts> {
    if (sessions.length === 0) throw failure('advancement.no_sessions');
    const open = sessions.filter(({ state }) => state !== 'confirmed');
    if (open.length > 0)
      throw failure('advancement.sessions_open', {
        params: { sessions: open.map(({ name }) => name).join('、') },
        data: { sessions: open.map(({ id, name, state }) => ({ id, name, state })) },
      });
    const panels = await Promise.all(sessions.map(async ({ id }) => (await this.review.panel(id))!));
    const rules = ({ aggregation, rubric }: Panel) =>
      JSON.stringify([aggregation.decimals, aggregation.ties, rubric.criteria.map(({ code, max }) => [code, max])]);
    const other = panels.findIndex((panel) => rules(panel) !== rules(panels[0]!));
    if (other !== -1)
      throw failure('advancement.not_comparable', {
        params: { one: sessions[0]!.name, other: sessions[other]!.name },
      });
    const projects = await this.projects(entries);
    const results = new Map<string, StageEntry['result']>();
    for (const panel of panels)
      for (const [entryId, result] of await (fromSheets ? this.fromSheets(panel) : this.stored(panel)))
        results.set(entryId, result);
    const rulings = (await Promise.all(sessions.map(({ id }) => this.review.rulings(id)))).flat();
    return {
      entries: entries.map(({ id, projectId, state }) => {
        const project = projects.get(projectId)!;
        return {
          entryId: id,
          region: project.region ?? '',
          division: project.division ?? '',
          withdrawn: state === 'withdrawn' || project.state === 'withdrawn',
          result: results.get(id) ?? { score: null, tieValues: [] },
        };
      }),
      ties: panels[0]!.aggregation.ties,
      rulings,
    };
  }

  async projects(entries: readonly RoadshowEntry[]): Promise<Map<string, Project>> {
    const found = await this.database.manager.findBy(Project, { id: In(entries.map(({ projectId }) => projectId)) });
    return new Map(found.map((project) => [project.id, project]));
  }

  /** Of a stage, the latest first. */
  decisions(editionId: string, stageCode: string): Promise<StageAdvancement[]> {
    return this.database.manager.find(StageAdvancement, {
      where: { editionId: Equal(editionId), stageCode: Equal(stageCode) },
      order: { number: 'DESC' },
    });
  }

  async latest(editionId: string, stageCode: string): Promise<StageAdvancement | null> {
    return (await this.decisions(editionId, stageCode))[0] ?? null;
  }

  /** In the order in which they take effect. */
  replacements(advancementId: string): Promise<AdvancementReplacement[]> {
    return this.database.manager.find(AdvancementReplacement, {
      where: { advancementId: Equal(advancementId) },
      order: { number: 'ASC' },
    });
  }

  private async stored(panel: Panel): Promise<Map<string, StageEntry['result']>> {
    const results = await this.review.results(panel.id);
    return new Map(results.map(({ entryId, score, tieValues }) => [entryId, { score, tieValues }]));
  }

  private async fromSheets(panel: Panel): Promise<Map<string, StageEntry['result']>> {
    const recusals = await this.review.recusals(panel.id);
    const valid = (await this.review.sheets(panel.id)).filter(
      ({ entryId, personId, state }) =>
        state !== 'struck' && !recusals.some((one) => one.entryId === entryId && one.personId === personId),
    );
    const entries = await this.review.entries(panel.id);
    return new Map(
      entries.map(({ id }) => {
        const sheets = valid.filter(({ entryId }) => entryId === id);
        const { score, tieValues } = aggregate(panel.aggregation, sheets);
        return [id, { score, tieValues }];
      }),
    );
  }
}
