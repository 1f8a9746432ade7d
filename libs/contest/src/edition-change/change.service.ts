import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, UnitOfWork, type Work } from '@haishi/platform';
import { type Aggregation, Panels, ReviewQueries, type Rubric } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import type { EditionFile, StageSettings } from '../edition/edition.definition.js';
import { Edition, editionScopes, EditionStage } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { breakersOf, followsStage, tiesOf } from '../edition/ties.rules.js';
import { takeVersion } from '../edition/edition.service.js';
import { EditionVersions } from '../edition/edition.versions.js';
import { Recounting } from '../eligibility-rules/recounting.js';
import { ReviewRound } from '../online-review/round.entity.js';
import { ProjectMaterial } from '../project/project.entity.js';
import { RoadshowSession } from '../roadshow/session.entity.js';
import { type ChangePlan, ChangePlanner } from './change.plan.js';
import type { Difference } from './difference.rules.js';
import { isOfConditions, isOfCounting, isOfRubric } from './effects.rules.js';
import { assertNotArchived } from '../edition/edition.words.js';

/** The audit names this many places of a change; the versions hold all. */
const MOST_PATHS = 50;

/** What is still being set up on a stage; its id is its panel's. */
type Draft = Pick<RoadshowSession, 'id' | 'stageCode'>;

/** Changes an edition by its file. */
@Injectable()
export class EditionChangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly planner: ChangePlanner,
    private readonly versions: EditionVersions,
    private readonly panels: Panels,
    private readonly review: ReviewQueries,
    private readonly recounting: Recounting,
  ) {}

  /**
   * Makes the edition what the file says, as one numbered version; answers its number. Sessions still being set up take
   * over rubric and counting. Fails with `common.stale` where the edition is no longer at `version`,
   * `edition.change_invalid`, `edition.change_nothing`, and `edition.change_refused` with every reason.
   */
  change(actor: Actor, name: string, raw: unknown, reason: string, version: number): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      const { id } = await this.editions.getByName(name);
      assertAllowed(actor, 'edition.manage', editionScopes(id));
      await takeVersion(work, id, version);
      const edition = await this.editions.get(id);
      assertNotArchived(edition);
      const drafts = await this.lockedDrafts(work, id);
      const plan = await this.planner.plan(edition, raw, work.now);
      assertMayBeMade(plan);
      await this.versions.keepFound(work, edition);
      const before = { rubric: edition.definition.rubric, stages: await this.editions.stages(id) };
      await this.write(work, id, plan.file);
      await this.protect(work, id, plan.file);
      await this.carryOver(work, drafts, plan, before);
      if (plan.differences.some((one) => isOfConditions(one, before.stages))) await this.recounting.begin(work, id);
      const number = await this.versions.keep(work, id, 'changed', reason);
      const paths = plan.differences.map(({ path }) => path);
      await work.event({
        type: 'edition.changed',
        subjectType: 'edition',
        subjectId: id,
        scopes: editionScopes(id),
        payload: { number, reason, count: paths.length, paths: paths.slice(0, MOST_PATHS) },
      });
      return number;
    });
  }

  /** The sessions and online reviews still being set up; none of them begins before the change is made. */
  private async lockedDrafts(work: Work, editionId: string): Promise<Draft[]> {
    const drafts = async () => [
      ...(await work.manager.findBy(RoadshowSession, { editionId: Equal(editionId), state: Equal('draft' as const) })),
      ...(await work.manager.findBy(ReviewRound, { editionId: Equal(editionId), state: Equal('preparing' as const) })),
    ];
    for (const { id } of await drafts()) await this.panels.lock(work, id);
    return drafts();
  }

  private async write(work: Work, editionId: string, file: EditionFile): Promise<void> {
    const { name, timeZone, definition } = file;
    await work.manager.update(Edition, { id: Equal(editionId) }, {
      nameZh: name.zh,
      nameEn: name.en,
      timeZone,
      definition,
    } as never);
    const stored = new Map((await this.editions.stages(editionId)).map((one) => [one.code, one]));
    for (const [position, { name: called, ...stage }] of file.stages.entries()) {
      const row = { ...stage, position, nameZh: called.zh, nameEn: called.en };
      const old = stored.get(stage.code);
      // No other date of a stage that was ended is ever changed.
      const extended = old?.state === 'closed' && old.closesAt?.getTime() !== stage.closesAt?.getTime();
      if (extended) await this.opened(work, editionId, stage.code);
      if (old)
        await work.manager.update(EditionStage, { id: Equal(old.id) }, {
          ...row,
          ...(extended ? { state: 'open' } : {}),
        } as never);
      else await work.manager.insert(EditionStage, { ...row, id: newId(), editionId, state: 'planned' } as never);
      stored.delete(stage.code);
    }
    const gone = [...stored.values()].map(({ id }) => id);
    if (gone.length > 0) await work.manager.delete(EditionStage, { id: In(gone) });
  }

  private async opened(work: Work, editionId: string, stage: string): Promise<void> {
    await work.event({
      type: 'edition.stage_opened',
      subjectType: 'edition',
      subjectId: editionId,
      scopes: editionScopes(editionId),
      payload: { stage },
    });
  }

  /** Files of kinds that are personal now, held already, stay personal whatever becomes of the kinds; see `isMarkedPersonal`. */
  private async protect(work: Work, editionId: string, { definition }: EditionFile): Promise<void> {
    const kinds = definition.materials.filter(({ personal }) => personal).map(({ code }) => code);
    await work.manager
      .createQueryBuilder()
      .update(ProjectMaterial)
      .set({ personal: true })
      .where({ kind: In(kinds), personal: false })
      .andWhere('projectId IN (SELECT id FROM projects WHERE editionId = :editionId)', { editionId })
      .execute();
  }

  /** A chain of tie-breaks goes over to who had the one of the stage; who has one of their own keeps it. */
  private async carryOver(
    work: Work,
    drafts: readonly Draft[],
    plan: ChangePlan,
    before: { rubric: Rubric; stages: readonly EditionStage[] },
  ): Promise<void> {
    const { rubric } = plan.file.definition;
    const settingsOf = (stages: readonly { code: string; settings: StageSettings }[], stageCode: string) =>
      stages.find(({ code }) => code === stageCode)!.settings;
    for (const { id, stageCode } of drafts) {
      if (!plan.differences.some((one) => concerns(one, stageCode))) continue;
      const { aggregation } = (await this.review.panel(id))!;
      const settings = settingsOf(plan.file.stages, stageCode);
      const follows = followsStage(aggregation, settingsOf(before.stages, stageCode), before.rubric);
      const ties = follows ? breakersOf(tiesOf(settings, rubric)) : aggregation.ties;
      await this.panels.revise(work, id, {
        rubric,
        aggregation: { ...aggregation, ...countingOf(settings), ties },
      });
    }
  }
}

function assertMayBeMade({ problems, differences, refusals }: ChangePlan): void {
  if (problems.length > 0) throw failure('edition.change_invalid', { fields: problems });
  if (differences.length === 0) throw failure('edition.change_nothing');
  if (refusals.length > 0) throw failure('edition.change_refused', { fields: refusals });
}

function concerns(difference: Difference, stageCode: string): boolean {
  return isOfRubric(difference) || (isOfCounting(difference) && difference.path.startsWith(`stages.${stageCode}.`));
}

function countingOf({ dropHighest, dropLowest, minValid, decimals }: StageSettings): Partial<Aggregation> {
  const said = { dropHighest, dropLowest, minValid, decimals };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
