import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { Database, Kept } from '@haishi/platform';
import type { Panel } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { namedStage } from '../edition/named.js';
import { Project } from '../project/project.entity.js';
import { AdvancementReplacement, StageAdvancement } from './advancement.entity.js';
import type { EarlierScores, StageFacts, StagePlan } from './advancement.rules.js';
import { type JudgedEntry, type JudgedStage, JudgedStages } from './judged-stages.js';

/** Projects read by one statement. */
const AT_ONCE = 1000;

/** What is confirmed of a stage, in words. */
const PARTS = {
  roadshow: { zh: '以下场次', en: 'these sessions' },
  review: { zh: '网评', en: 'the online review' },
};

const HEAD = {
  id: true,
  editionId: true,
  stageCode: true,
  number: true,
  revision: true,
  digest: true,
  reason: true,
  decidedAt: true,
  decidedBy: true,
  publishedAt: true,
  publishedBy: true,
} as const;

/** A decision without all that it was made of, which is long: it names every entry of its stage twice. */
export type DecisionHead = Pick<StageAdvancement, keyof typeof HEAD>;
type DecisionBody = Omit<StageAdvancement, keyof typeof HEAD>;

/** Decisions whose long part is kept; each entrant whose result was published asks for it. */
const MOST_KEPT = 6;

type ProjectPlace = Pick<Project, 'id' | 'region' | 'division' | 'state'>;

/** Named reads of who advances. Scores are sealed: whoever asks decides who may see them. */
@Injectable()
export class AdvancementQueries {
  private readonly bodies = new Kept<DecisionBody>(MOST_KEPT);

  constructor(
    private readonly database: Database,
    private readonly stages: JudgedStages,
  ) {}

  /** Fails with `common.not_found` where the edition has no such stage, or nothing is judged in it. */
  stage(edition: Edition, stageCode: string): Promise<JudgedStage> {
    return this.stages.find(edition, stageCode);
  }

  /** Fails as {@link stage} does, without reading what is in it. */
  async assertJudged(edition: Edition, stageCode: string): Promise<void> {
    await this.stages.judged(edition, stageCode);
  }

  /** The projects of all entries of a stage, by entry, as they are committed; fails as {@link stage} does. */
  projectsAt(edition: Edition, stageCode: string): Promise<ReadonlyMap<string, string>> {
    return this.stages.projectsAt(edition, stageCode);
  }

  /**
   * The results of all parts together. Fails with `advancement.no_sessions`, `advancement.sessions_open` that names those
   * not confirmed, `advancement.not_comparable` where parts do not score by the same rules; likewise of an earlier stage that counts,
   * with `advancement.carries_nothing` where it was never held.
   *
   * @param carry an earlier stage whose scores are read as well, where the plan has one
   * @param fromSheets whether results are worked out again from the score sheets, instead of read as they were confirmed
   */
  async facts(place: JudgedStage, { carry }: Pick<StagePlan, 'carry'>, fromSheets = false): Promise<StageFacts> {
    const judged = await this.judged(place, fromSheets);
    const earlier = new Map<string, EarlierScores>();
    for (const tie of judged.ties)
      if (tie.by === 'earlier') {
        const before = await this.stages.find(place.edition, tie.code);
        // Where a stage was never held nobody has a score of it, and all stay as equal as they are.
        if (before.parts.length > 0) earlier.set(tie.code, await this.earlier(place, before, fromSheets));
      }
    if (carry && !earlier.has(carry.stage)) {
      const before = await this.stages.find(place.edition, carry.stage);
      if (before.parts.length === 0)
        throw failure('advancement.carries_nothing', {
          field: 'plan.carry.stage',
          params: { stage: namedStage(before.stage).name },
        });
      earlier.set(carry.stage, await this.earlier(place, before, fromSheets));
    }
    return { ...judged, earlier };
  }

  /** The earlier stages whose scores count for this one, and are told with what it comes to: they part equals of it, or are carried. */
  async counted(place: JudgedStage, { carry }: Pick<StagePlan, 'carry'>): Promise<JudgedStage[]> {
    const ties = (await this.stages.panels(place)).flatMap(({ aggregation }) => aggregation.ties);
    const codes = new Set(ties.flatMap((tie) => (tie.by === 'earlier' ? [tie.code] : [])));
    if (carry) codes.add(carry.stage);
    const before = place.before.filter(({ code }) => codes.has(code));
    return Promise.all(before.map(({ code }) => this.stages.find(place.edition, code)));
  }

  private async judged(place: JudgedStage, fromSheets: boolean): Promise<Omit<StageFacts, 'earlier'>> {
    const { parts, entries, stage } = place;
    if (parts.length === 0) throw failure('advancement.no_sessions', { params: { stage: namedStage(stage).name } });
    const open = parts.filter(({ state }) => state !== 'confirmed');
    if (open.length > 0)
      throw failure('advancement.sessions_open', {
        params: {
          what: PARTS[stage.kind === 'review' ? 'review' : 'roadshow'],
          sessions: open.map(({ name }) => name),
        },
        data: { sessions: open },
      });
    const panels = await this.stages.panels(place);
    const other = panels.findIndex((panel) => rulesOf(panel) !== rulesOf(panels[0]!));
    if (other !== -1)
      throw failure('advancement.not_comparable', { params: { one: parts[0]!.name, other: parts[other]!.name } });
    const projects = await this.places(entries);
    const gone = await this.leftEarlier(place);
    const results = await (fromSheets ? this.stages.fromSheets(place, panels) : this.stages.stored(place));
    return {
      entries: entries.map(({ id, projectId, number, withdrawn }) => {
        const project = projects.get(projectId)!;
        return {
          entryId: id,
          number,
          region: project.region ?? '',
          division: project.division ?? '',
          withdrawn: withdrawn || project.state === 'withdrawn',
          leftEarlier: gone.has(projectId),
          result: results.get(id) ?? { score: null, tieValues: [] },
        };
      }),
      ties: panels[0]!.aggregation.ties,
      decimals: panels[0]!.aggregation.decimals,
      rulings: await this.stages.rulings(place, panels, results),
    };
  }

  /** The projects of entries of any stage, by entry. */
  projectsOf(entryIds: readonly string[]): Promise<Map<string, string>> {
    return this.stages.projectsOf(entryIds);
  }

  /** The projects that left the decision on an earlier stage after it was published. */
  async leftEarlier(place: JudgedStage): Promise<Set<string>> {
    const before = place.before.map(({ code }) => code);
    const decisions = await this.database.manager.find(StageAdvancement, {
      select: { id: true },
      where: { editionId: Equal(place.edition.id), stageCode: In(before), publishedAt: Not(IsNull()) },
    });
    const left = await this.database.manager.find(AdvancementReplacement, {
      select: { id: true, withdrawnId: true },
      where: { advancementId: In(decisions.map(({ id }) => id)) },
    });
    return new Set((await this.projectsOf(left.map(({ withdrawnId }) => withdrawnId))).values());
  }

  /** What the entries' projects came to in an earlier stage; fails as {@link facts} does for that stage. */
  private async earlier(place: JudgedStage, before: JudgedStage, fromSheets: boolean): Promise<EarlierScores> {
    const { entries, decimals } = await this.judged(before, fromSheets);
    const scoreOf = new Map(entries.map(({ entryId, result }) => [entryId, result.score]));
    const byProject = new Map(before.entries.map(({ id, projectId }) => [projectId, scoreOf.get(id) ?? null]));
    return {
      decimals,
      scores: new Map(
        place.entries.flatMap(({ id, projectId }) =>
          byProject.has(projectId) ? [[id, byProject.get(projectId)!] as const] : [],
        ),
      ),
    };
  }

  /** Where each project stands, by id: thousands are read at once, and others answered between. */
  private async places(entries: readonly Pick<JudgedEntry, 'projectId'>[]): Promise<Map<string, ProjectPlace>> {
    const found = new Map<string, ProjectPlace>();
    for (let start = 0; start < entries.length; start += AT_ONCE) {
      if (start > 0) await nextTurn();
      const ids = entries.slice(start, start + AT_ONCE).map(({ projectId }) => projectId);
      const rows = await this.database.query<ProjectPlace>(
        `SELECT id, region, division, state FROM projects WHERE id IN (${ids.map(() => '?').join(', ')})`,
        ids,
      );
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }

  /** Those of these projects that withdrew. */
  async withdrawnAmong(projectIds: readonly string[]): Promise<Set<string>> {
    const places = await this.places(projectIds.map((projectId) => ({ projectId })));
    return new Set(projectIds.filter((id) => places.get(id)?.state === 'withdrawn'));
  }

  /** By id. */
  async projects(entries: readonly Pick<JudgedEntry, 'projectId'>[]): Promise<Map<string, Project>> {
    const ids = entries.map(({ projectId }) => projectId);
    const found: Project[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE)
      found.push(...(await this.database.manager.findBy(Project, { id: In(ids.slice(start, start + AT_ONCE)) })));
    return new Map(found.map((project) => [project.id, project]));
  }

  /** Of a stage, the latest first. */
  decisions(editionId: string, stageCode: string): Promise<DecisionHead[]> {
    return this.database.manager.find(StageAdvancement, {
      select: HEAD,
      where: { editionId: Equal(editionId), stageCode: Equal(stageCode) },
      order: { number: 'DESC' },
    });
  }

  /** What was published of an edition. */
  published(editionId: string): Promise<DecisionHead[]> {
    return this.database.manager.find(StageAdvancement, {
      select: HEAD,
      where: { editionId: Equal(editionId), publishedAt: Not(IsNull()) },
    });
  }

  /** What was decided last on each stage for which scores of this one count: on itself, and where they are carried or part equals. */
  async restingOn(edition: Edition, stageCode: string): Promise<DecisionHead[]> {
    const heads = await this.database.manager.find(StageAdvancement, {
      select: HEAD,
      where: { editionId: Equal(edition.id) },
      order: { number: 'ASC' },
    });
    const found: DecisionHead[] = [];
    for (const head of new Map(heads.map((one) => [one.stageCode, one])).values())
      if (head.stageCode === stageCode || (await this.counts(edition, head, stageCode))) found.push(head);
    return found;
  }

  private async counts(edition: Edition, head: DecisionHead, stageCode: string): Promise<boolean> {
    const { plan } = await this.whole(head);
    if (plan.carry?.stage === stageCode) return true;
    const panels = await this.stages.panels(await this.stages.find(edition, head.stageCode));
    return panels.some(({ aggregation }) =>
      aggregation.ties.some((tie) => tie.by === 'earlier' && tie.code === stageCode),
    );
  }

  async latest(editionId: string, stageCode: string): Promise<StageAdvancement | null> {
    const [head] = await this.decisions(editionId, stageCode);
    return head ? this.whole(head) : null;
  }

  /** A decision with all that it was made of, which nothing ever changes. */
  async whole(head: DecisionHead): Promise<StageAdvancement> {
    return { ...head, ...(await this.bodies.get(head.id, () => this.body(head.id))) };
  }

  private body(id: string): Promise<DecisionBody> {
    const select = { id: true, plan: true, candidates: true, answer: true } as never;
    return this.database.manager
      .findOneOrFail(StageAdvancement, { select, where: { id: Equal(id) } })
      .then(({ plan, candidates, answer }) => ({ plan, candidates, answer }));
  }

  /** The codes of an edition's stages whose standing is published. */
  async publishedStages(editionId: string): Promise<string[]> {
    return (await this.published(editionId)).map(({ stageCode }) => stageCode);
  }

  /** In the order in which they take effect. */
  replacements(advancementId: string): Promise<AdvancementReplacement[]> {
    return this.database.manager.find(AdvancementReplacement, {
      where: { advancementId: Equal(advancementId) },
      order: { number: 'ASC' },
    });
  }
}

/** What has to be the same for results to be ranked together. */
const rulesOf = ({ aggregation, rubric }: Panel): string =>
  JSON.stringify([aggregation.decimals, aggregation.ties, rubric.criteria.map(({ code, max }) => [code, max])]);
