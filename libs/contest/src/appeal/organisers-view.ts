import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Database, isAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { inReach } from '../project/project.loader.js';
import { Project } from '../project/project.entity.js';
import { Involvement } from '../involvement/involvement.js';
import type { AppealRow } from './appeal.dto.js';
import type { ProjectAppeal } from './appeal.entity.js';
import { Deciders } from './deciders.js';

/** Appeals as organisers see them: of projects in their reach that are not closed to them. */
@Injectable()
export class OrganisersView {
  constructor(
    private readonly database: Database,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
    private readonly deciders: Deciders,
  ) {}

  async rows(actor: Actor, appeals: readonly ProjectAppeal[]): Promise<AppealRow[]> {
    const ids = appeals.map(({ projectId }) => projectId);
    const projects = new Map(
      (ids.length > 0 ? await this.database.manager.findBy(Project, { id: In(ids) }) : []).map((one) => [one.id, one]),
    );
    const closed = await this.involvement.conflicts(actor, ids);
    const names = await this.persons.byIds(
      appeals.flatMap(({ rejectedBy, decidedBy }) => [rejectedBy, decidedBy ?? '']),
    );
    // Whoever may decide one themselves shows that it does not wait.
    const own = appeals.filter(({ state, rejectedBy }) => state === 'open' && rejectedBy === actor.id);
    const waiting = new Set(await this.deciders.waiting(own));
    return appeals.flatMap((appeal): AppealRow[] => {
      const project = projects.get(appeal.projectId);
      if (!project || closed.has(project.id)) return [];
      const scopes = projectScopes(project);
      if (!isAllowed(actor, 'edition.manage', scopes) || !inReach(actor, project)) return [];
      const { projectId, text, at, state, answer, decidedAt, rejectedBy, decidedBy } = appeal;
      return [
        {
          projectId,
          number: project.number!,
          title: project.title,
          text,
          at,
          state,
          answer,
          decidedAt,
          rejectedBy: names.get(rejectedBy)?.name ?? '',
          decidedBy: decidedBy ? (names.get(decidedBy)?.name ?? '') : null,
          mayDecide: state === 'open' && rejectedBy !== actor.id,
          waits: waiting.has(appeal),
        },
      ];
    });
  }
}
