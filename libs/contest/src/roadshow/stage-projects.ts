import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { Onward } from '../advancement/onward.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { Tying } from '../involvement/interest.rules.js';
import { TyingFacts } from '../involvement/tying-facts.js';
import { type ProjectBrief, ProjectQueries } from '../project/project.queries.js';
import type { RoadshowSession } from './session.entity.js';
import { SessionTies } from './session.ties.js';

/** Projects, as far as they may enter a session of a stage. */
@Injectable()
export class StageProjects {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly editions: EditionQueries,
    private readonly onward: Onward,
    private readonly ties: SessionTies,
    private readonly facts: TyingFacts,
  ) {}

  /** What of them can tie somebody to them, by project. */
  tying(projectIds: readonly string[]): Promise<Map<string, Tying>> {
    return this.facts.of(projectIds);
  }

  /**
   * These projects, in their order. Fails with `roadshow.project_not_accepted`, or with `roadshow.project_not_advanced` where
   * an earlier stage did not let them advance; both name which. Nor may the actor enter what they have a tie to, as
   * {@link SessionTies.assertEnters} says.
   */
  async fitting(actor: Actor, session: RoadshowSession, projectIds: readonly string[]): Promise<ProjectBrief[]> {
    const briefs = new Map((await this.briefs(session, projectIds)).map((brief) => [brief.id, brief]));
    const unfit = projectIds.filter((id) => !mayEnter(briefs.get(id), session));
    if (unfit.length > 0) throw refusal('roadshow.project_not_accepted', unfit);
    const onward = await this.onward.into(session.editionId, session.stageCode);
    const left = onward === null ? [] : projectIds.filter((id) => !onward.has(id));
    if (left.length > 0) throw refusal('roadshow.project_not_advanced', left);
    const fitting = projectIds.map((id) => briefs.get(id)!);
    await this.ties.assertEnters(actor, session, fitting);
    return fitting;
  }

  /** In no order; unknown ids are absent. */
  private async briefs({ editionId }: RoadshowSession, projectIds: readonly string[]): Promise<ProjectBrief[]> {
    const { definition } = await this.editions.get(editionId);
    return this.projects.briefs(projectIds, definition);
  }
}

const refusal = (code: 'roadshow.project_not_accepted' | 'roadshow.project_not_advanced', projectIds: string[]) =>
  failure(code, { field: 'projectIds', params: { count: projectIds.length }, data: { projectIds } });

function mayEnter(brief: ProjectBrief | undefined, { editionId, regionCode }: RoadshowSession): boolean {
  if (brief?.editionId !== editionId || brief.state !== 'accepted') return false;
  return regionCode === null || brief.region === regionCode;
}
