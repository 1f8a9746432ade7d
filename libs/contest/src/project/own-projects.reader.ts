import type { Actor } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Teammates } from '../project-team/teammates.js';
import { FormerOwners } from './former-owners.js';
import type { OwnProject, ProjectRow } from './project.dto.js';
import type { Project } from './project.entity.js';
import { ProjectLoader } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import { actionsFor, submissionVerdict } from './project.rules.js';
import { toEdition, toHandedIn, toRow } from './project.views.js';
import { windowOf } from './submission-window.js';

/** What somebody finds under their own projects. */
@Injectable()
export class OwnProjectsReader {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly formers: FormerOwners,
    private readonly teammates: Teammates,
  ) {}

  /** The actor's own projects, in every edition, those that they take part in, and those that they passed on and go on reading. */
  async mine(actor: Actor): Promise<OwnProject[]> {
    const projects = await this.queries.ownedBy(actor.id);
    const joined = await this.joined(actor);
    const passedOn = (await this.passedOn(actor)).filter(({ project }) => !joined.some(({ id }) => id === project.id));
    const editions = new Map<string, { edition: Edition; window: ReturnType<typeof windowOf> }>();
    for (const id of new Set([...projects, ...joined, ...passedOn].map(({ editionId }) => editionId))) {
      const edition = await this.editions.get(id);
      editions.set(id, { edition, window: windowOf(edition, await this.editions.submissionStage(id)) });
    }
    const now = new Date();
    const own = projects.map((project): OwnProject => {
      const { edition, window } = editions.get(project.editionId)!;
      const verdict = actionsFor(project.state, 'owner').includes('submit')
        ? submissionVerdict(project, window, now)
        : undefined;
      return {
        ...toRow(project),
        edition: toEdition(edition),
        deadline: verdict?.open ? verdict.deadline : null,
        updatedAt: project.updatedAt,
        role: 'owner',
      };
    });
    const read = passedOn.map(({ project, row }): OwnProject => ({
      ...row,
      edition: toEdition(editions.get(project.editionId)!.edition),
      deadline: null,
      updatedAt: project.submittedAt!,
      role: 'former',
    }));
    const taken = joined.map((project): OwnProject => ({
      ...toRow(project),
      edition: toEdition(editions.get(project.editionId)!.edition),
      deadline: null,
      updatedAt: project.updatedAt,
      role: 'teammate',
    }));
    return [...own, ...taken, ...read];
  }

  /** As they stand: members read the working copy. */
  private async joined(actor: Actor): Promise<Project[]> {
    const found = await Promise.all(
      (await this.teammates.readBy(actor.id)).map(({ projectId }) => this.queries.find(projectId)),
    );
    return found.filter((project): project is Project => project !== null && project.ownerId !== actor.id);
  }

  /** As they were handed in: the working copy is no longer theirs. */
  private async passedOn(actor: Actor): Promise<{ editionId: string; project: Project; row: ProjectRow }[]> {
    const found = [];
    for (const { projectId } of await this.formers.readBy(actor.id)) {
      const project = await this.queries.find(projectId);
      if (!project || !(await this.loader.canSee(actor, project))) continue;
      const { snapshot } = (await this.queries.submission(projectId, project.submissions))!;
      found.push({ editionId: project.editionId, project, row: toHandedIn(project, snapshot) });
    }
    return found;
  }
}
