import type { LocalText } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Panel, ScoreSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, Not } from 'typeorm';
import { StageAdvancement } from '../advancement/advancement.entity.js';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import type { StageDates } from '../edition/edition.rules.js';
import { chainOf, followsStage } from '../edition/ties.rules.js';
import { undertakingDigest } from '../edition/undertaking.rules.js';
import { Project, ProjectMaterial } from '../project/project.entity.js';
import { PublicNotice } from '../public-notice/public-notice.entity.js';
import { ReviewRound } from '../online-review/round.entity.js';
import { RoadshowSession } from '../roadshow/session.entity.js';
import { AppealQueries } from '../appeal/appeal.queries.js';
import { AnswerFacts } from './answer-facts.js';
import { JudgeFacts } from './judge-facts.js';
import { PlaceFacts } from './place-facts.js';
import type { ChangeFacts, ProjectCount, SessionFacts } from './assessment.rules.js';

const DRAFTS = `SUM(CASE WHEN project.submissions = 0 AND project.state = 'draft' THEN 1 ELSE 0 END)`;
const SUBMITTED = 'SUM(CASE WHEN project.submissions > 0 THEN 1 ELSE 0 END)';
const RETURNED = "SUM(CASE WHEN project.state = 'returned' THEN 1 ELSE 0 END)";
/** Handed in at any time: a file that the working copy has no longer is still read where it was handed in. */
const HANDED_IN = `SELECT COUNT(*) AS count FROM projects project WHERE project.editionId = ? AND project.submissions > 0
AND (EXISTS (SELECT 1 FROM project_materials material WHERE material.projectId = project.id AND material.kind = ?)
 OR EXISTS (SELECT 1 FROM project_submissions one WHERE one.projectId = project.id AND one.snapshot LIKE ?))`;

/** Reads what stands in an edition that a change of its file may touch, in a number of statements that projects do not add to. */
@Injectable()
export class ChangeFactsReader {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerFacts,
    private readonly judges: JudgeFacts,
    private readonly places: PlaceFacts,
    private readonly appeals: AppealQueries,
  ) {}

  async of(
    edition: Edition,
    stages: readonly EditionStage[],
    stagesAfter: StageDates[],
    now: Date,
  ): Promise<Omit<ChangeFacts, 'limits' | 'ordered'>> {
    return {
      state: edition.state,
      now,
      stages: stages.map(({ code, kind, state, opensAt, closesAt }) => ({ code, kind, state, opensAt, closesAt })),
      stagesAfter,
      confirmed: await this.database.manager.countBy(Project, {
        editionId: Equal(edition.id),
        state: Equal('draft' as const),
        undertaking: true,
        undertakingDigest: Equal(undertakingDigest(edition.definition.undertaking)),
      }),
      appealable: await this.appeals.stillOffered(edition.id, now),
      projects: await this.projects(edition.id),
      offered: await this.places.offered(edition.id),
      experts: await this.places.experts(edition.id),
      materials: await this.materials(edition),
      answers: await this.answers.of(edition.id),
      sessions: await this.sessions(edition, stages),
      reasons: await this.judges.reasons(edition.id),
      kinds: await this.judges.kinds(edition.id, await this.panelIds(edition.id)),
      accepted: await this.judges.accepted(edition),
      decisions: await this.decisions(edition.id),
      notices: await this.database.manager.find(PublicNotice, {
        select: { id: true, stageCode: true, kind: true },
        where: { editionId: Equal(edition.id), state: Not('revoked' as const) },
      }),
    };
  }

  private async projects(editionId: string): Promise<ProjectCount[]> {
    const rows = await this.database.manager
      .createQueryBuilder(Project, 'project')
      .select('project.division', 'division')
      .addSelect('project.field', 'field')
      .addSelect('project.region', 'region')
      .addSelect('project.groupCode', 'groupCode')
      .addSelect(DRAFTS, 'drafts')
      .addSelect(SUBMITTED, 'submitted')
      .addSelect(RETURNED, 'returned')
      .where('project.editionId = :editionId', { editionId })
      .groupBy('project.division')
      .addGroupBy('project.field')
      .addGroupBy('project.region')
      .addGroupBy('project.groupCode')
      .getRawMany<
        Record<'division' | 'field' | 'region' | 'groupCode', string | null> & Counted & { returned: string | number }
      >();
    return rows.map(({ division, field, region, groupCode, drafts, submitted, returned }) => ({
      division,
      field,
      region,
      group: groupCode,
      drafts: Number(drafts),
      submitted: Number(submitted),
      returned: Number(returned),
    }));
  }

  private async materials({ id: editionId, definition }: Edition): Promise<ChangeFacts['materials']> {
    const rows = await this.database.manager
      .createQueryBuilder(ProjectMaterial, 'material')
      .innerJoin(Project, 'project', 'project.id = material.projectId')
      .select('material.kind', 'kind')
      .addSelect('COUNT(DISTINCT CASE WHEN project.submissions = 0 THEN project.id END)', 'drafts')
      .addSelect('COUNT(DISTINCT CASE WHEN project.submissions > 0 THEN project.id END)', 'submitted')
      .where('project.editionId = :editionId', { editionId })
      .groupBy('material.kind')
      .getRawMany<{ kind: string } & Counted>();
    const held = new Map(
      rows.map(({ kind, drafts, submitted }) => [kind, { kind, drafts: Number(drafts), submitted: Number(submitted) }]),
    );
    for (const { code: kind, personal } of definition.materials) {
      if (!personal) continue;
      const [row] = await this.database.query<{ count: number | string }>(HANDED_IN, [
        editionId,
        kind,
        `%"kind":"${kind}"%`,
      ]);
      held.set(kind, { kind, drafts: held.get(kind)?.drafts ?? 0, submitted: Number(row!.count) });
    }
    return [...held.values()];
  }

  private async panelIds(editionId: string): Promise<string[]> {
    const options = { select: { id: true }, where: { editionId: Equal(editionId) } } as const;
    const { manager } = this.database;
    return [...(await manager.find(RoadshowSession, options)), ...(await manager.find(ReviewRound, options))].map(
      ({ id }) => id,
    );
  }

  private async sessions(
    { id: editionId, definition }: Edition,
    stages: readonly EditionStage[],
  ): Promise<SessionFacts[]> {
    const { manager } = this.database;
    const where = { editionId: Equal(editionId) };
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const sessions = await manager.find(RoadshowSession, { where, order });
    const rounds = await manager.find(ReviewRound, { where, order });
    const ids = [...sessions, ...rounds].map(({ id }) => id);
    if (ids.length === 0) return [];
    const panels = new Map((await manager.findBy(Panel, { id: In(ids) })).map((one) => [one.id, one]));
    const scored = await manager
      .createQueryBuilder(ScoreSheet, 'sheet')
      .select('DISTINCT sheet.panelId', 'panelId')
      .where('sheet.panelId IN (:...ids)', { ids })
      .getRawMany<{ panelId: string }>();
    const withSheets = new Set(scored.map(({ panelId }) => panelId));
    const tiesOf = (id: string, stageCode: string) => {
      const { aggregation } = panels.get(id)!;
      const settings = stages.find(({ code }) => code === stageCode)?.settings ?? {};
      return { ties: chainOf(aggregation), ownTies: !followsStage(aggregation, settings, definition.rubric) };
    };
    return [
      ...sessions.map(({ id, stageCode, regionCode, name, state }) => ({
        stageCode,
        regionCode,
        name: { zh: name, en: name },
        begun: state !== 'draft' || withSheets.has(id),
        ...tiesOf(id, stageCode),
      })),
      ...rounds.map(({ id, stageCode, state }) => ({
        stageCode,
        regionCode: null,
        name: nameOfStage(stages, stageCode),
        begun: state !== 'preparing' || withSheets.has(id),
        ...tiesOf(id, stageCode),
      })),
    ];
  }

  private async decisions(editionId: string): Promise<ChangeFacts['decisions']> {
    const found = await this.database.manager.find(StageAdvancement, {
      select: { id: true, stageCode: true, number: true, publishedAt: true },
      where: { editionId: Equal(editionId) },
      order: { number: 'ASC' },
    });
    const latest = new Map(found.map((one) => [one.stageCode, one]));
    return [...latest.values()].map(({ stageCode, publishedAt }) => ({ stageCode, published: publishedAt !== null }));
  }
}

function nameOfStage(stages: readonly EditionStage[], code: string): LocalText {
  const stage = stages.find((one) => one.code === code);
  return { zh: stage?.nameZh ?? code, en: stage?.nameEn ?? code };
}

/** As the drivers count: numbers, or texts of them. */
interface Counted {
  drafts: string | number;
  submitted: string | number;
}
