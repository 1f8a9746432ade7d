import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import { ORGANISING } from '../involvement/organising.js';
import type { Project } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import type { ProjectAppeal } from './appeal.entity.js';

type Concern = Pick<ProjectAppeal, 'projectId' | 'rejectedBy'>;

/** Whether anybody may decide on an appeal: an organiser in whose reach the project lies, with no tie to it, who did not reject it. */
@Injectable()
export class Deciders {
  constructor(
    private readonly others: FreeOthers,
    private readonly involvement: Involvement,
    private readonly projects: ProjectQueries,
  ) {}

  /** Those of these appeals that nobody may decide, so that they wait until another organiser is appointed; in their order. */
  async waiting<Appeal extends Concern>(appeals: readonly Appeal[]): Promise<Appeal[]> {
    if (appeals.length === 0) return [];
    const projects = await this.projects.byIds(appeals.map(({ projectId }) => projectId));
    const waiting = new Set<Appeal>();
    for (const alike of Map.groupBy(appeals, (one) => placeOf(projects.get(one.projectId)!)).values()) {
      const within = projectScopes(projects.get(alike[0]!.projectId)!);
      const organisers = await this.others.able(ORGANISING, within);
      for (const [rejectedBy, own] of Map.groupBy(alike, (one) => one.rejectedBy)) {
        const free = await this.involvement.someFreeOfEach(
          organisers.filter(({ id }) => id !== rejectedBy),
          own.map(({ projectId }) => [projectId]),
        );
        own.forEach((one, at) => free[at] || waiting.add(one));
      }
    }
    return appeals.filter((one) => waiting.has(one));
  }
}

const placeOf = (project: Project): string => JSON.stringify(projectScopes(project));
