import { type Actor, failure } from '@haishi/contracts';
import { assertAllowed, isAllowed, scopesOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { ProjectCounts } from '../project/project.counts.js';
import type { EditionOverview, EditionSummary, EditionView, StageOverview } from './edition.dto.js';
import { editionScopes, type EditionStage } from './edition.entity.js';
import { judgeKindsOf } from './edition.defaults.js';
import { EditionQueries } from './edition.queries.js';
import { EditionVersions } from './edition.versions.js';
import { EDITION_MACHINE, openingBlockers, stageBlockers } from './edition.rules.js';
import { toDates } from './edition.service.js';
import { toEditionView, toProblems, toStageView, toSummary } from './edition.views.js';

/** Editions as each reader may see them. */
@Injectable()
export class EditionReader {
  constructor(
    private readonly queries: EditionQueries,
    private readonly counts: ProjectCounts,
    private readonly versions: EditionVersions,
  ) {}

  /** What is open now, for anyone. */
  async open(): Promise<EditionSummary[]> {
    const now = new Date();
    return (await this.queries.inStates(['open'])).map(({ edition, stages }) => toSummary(edition, stages, now));
  }

  /** One edition, by id or code, for anyone; a draft only for its organisers. */
  async view(actor: Actor, name: string): Promise<EditionView> {
    const edition = await this.queries.getByName(name);
    if (edition.state === 'draft' && !isAllowed(actor, 'edition.manage', editionScopes(edition.id)))
      throw failure('common.not_found');
    return toEditionView(edition, await this.queries.stages(edition.id), new Date());
  }

  /** The editions in which `actor` has staff work. */
  async forStaff(actor: Actor): Promise<EditionSummary[]> {
    const now = new Date();
    const found = await this.queries.inStates(['draft', 'open', 'closed', 'archived']);
    return found
      .filter(({ edition }) => isStaffOf(actor, edition.id))
      .map(({ edition, stages }) => toSummary(edition, stages, now));
  }

  /** The edition as a line of stages with dates, counts and blockers. */
  async overview(actor: Actor, name: string): Promise<EditionOverview> {
    const edition = await this.queries.getByName(name);
    if (!isStaffOf(actor, edition.id)) throw failure('common.not_found');
    const stages = await this.queries.stages(edition.id);
    const counts = await this.counts.byState(edition.id);
    const now = new Date();
    const mayManage = isAllowed(actor, 'edition.manage', editionScopes(edition.id));
    const canOpen = EDITION_MACHINE.next(edition.state, 'open') !== undefined;
    const { divisions, regions, groups } = edition.definition;
    return {
      id: edition.id,
      code: edition.code,
      name: { zh: edition.nameZh, en: edition.nameEn },
      timeZone: edition.timeZone,
      state: edition.state,
      version: edition.version,
      stages: stages.map((stage) => stageOverview(stage, counts, actor, now)),
      blockers: canOpen ? toProblems(openingBlockers(edition.state, stages.map(toDates), now), actor.locale) : [],
      actions: mayManage ? EDITION_MACHINE.actions(edition.state) : [],
      mayManage,
      divisions,
      regions,
      groups,
      judgeKinds: judgeKindsOf(edition.definition),
    };
  }

  /** The edition as its file. */
  async file(actor: Actor, name: string): Promise<Record<string, unknown>> {
    const edition = await this.queries.getByName(name);
    assertAllowed(actor, 'edition.manage', editionScopes(edition.id));
    return this.versions.current(edition);
  }
}

function isStaffOf(actor: Actor, editionId: string): boolean {
  if (
    isAllowed(actor, 'edition.manage', editionScopes(editionId)) ||
    isAllowed(actor, 'project.read', editionScopes(editionId))
  )
    return true;
  const places = [scopesOf(actor, 'project.read', 'region'), scopesOf(actor, 'project.read', 'division')].flat();
  return places.some((place) => place === 'all' || place.startsWith(`${editionId}/`));
}

function stageOverview(stage: EditionStage, counts: Record<string, number>, actor: Actor, now: Date): StageOverview {
  const { submitted = 0, accepted = 0, returned = 0, rejected = 0, withdrawn = 0 } = counts;
  const faults = stage.state === 'open' ? [] : stageBlockers(toDates(stage), now);
  const shown: Record<string, number> =
    stage.kind === 'submission'
      ? { draft: counts['draft'] ?? 0, submitted: submitted + accepted + returned + rejected, withdrawn }
      : stage.kind === 'eligibility'
        ? { waiting: submitted, returned, accepted, rejected }
        : {};
  if (stage.kind === 'eligibility' && submitted > 0 && stage.closesAt && stage.closesAt <= now)
    faults.push({ field: 'state', code: 'edition.waiting_projects', params: { count: submitted } });
  return { ...toStageView(stage), settings: stage.settings, blockers: toProblems(faults, actor.locale), counts: shown };
}
