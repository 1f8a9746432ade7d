import { type Actor, failure } from '@haishi/contracts';
import { Failure } from '@haishi/kernel';
import { isAllowed } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertNotArchived } from '../edition/edition.words.js';
import { Involvement } from '../involvement/involvement.js';
import { Teammates } from '../project-team/teammates.js';
import type { Project, ProjectMember } from './project.entity.js';
import { goesOnReading } from './former-owner.rules.js';
import { FormerOwners } from './former-owners.js';
import { ProjectQueries } from './project.queries.js';
import type { ProjectRole } from './project.rules.js';

export interface LoadedProject {
  project: Project;
  members: ProjectMember[];
  role: ProjectRole;
}

/**
 * Finds a project for someone, in the role in which they meet it. Whoever may not see it is told it does not exist. To
 * staff who have a tie to it or are recused 回避 from it, whatever else they may do in the contest, it is closed: it stands in
 * none of their lists, and who comes to it by its address is told that this is why. Its owner, its members who accepted and who
 * goes on reading it find it as any entrant does.
 */
@Injectable()
export class ProjectLoader {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly review: ReviewQueries,
    private readonly formers: FormerOwners,
    private readonly involvement: Involvement,
    private readonly teammates: Teammates,
    private readonly editions: EditionQueries,
  ) {}

  /** The actor's own project. */
  async owned(actor: Actor, id: string): Promise<LoadedProject> {
    const loaded = await this.visible(actor, id);
    if (loaded.role !== 'owner') throw failure('common.not_found');
    return loaded;
  }

  /** {@link owned}, for who is about to change it. Fails with `edition.action_not_allowed` where its edition is archived. */
  async ownedToChange(actor: Actor, id: string): Promise<LoadedProject> {
    return this.toChange(await this.owned(actor, id));
  }

  /** {@link visible}, for who is about to change it. Fails with `edition.action_not_allowed` where its edition is archived. */
  async visibleToChange(actor: Actor, id: string): Promise<LoadedProject> {
    return this.toChange(await this.visible(actor, id));
  }

  /** A project that the actor owns, or of which they accepted to be a member. */
  async ofTeam(actor: Actor, id: string): Promise<Project> {
    const project = await this.queries.find(id);
    if (!project || !(owns(actor, project) || (await this.takesPart(actor, project))))
      throw failure('common.not_found');
    return project;
  }

  /**
   * A project that the actor owns or takes part in, or that was handed in and lies in their reach, or was theirs and is still
   * read by them. Fails with `project.recused` for staff to whom it is closed.
   */
  async visible(actor: Actor, id: string): Promise<LoadedProject> {
    const found = (await this.visibleAmong(actor, [id])).get(id)!;
    if (found instanceof Failure) throw found;
    return found;
  }

  /** Each of many as {@link visible} finds it, or what that fails with. */
  async visibleAmong(actor: Actor, ids: readonly string[]): Promise<Map<string, LoadedProject | Failure>> {
    const projects = await this.queries.byIds(ids);
    const reached = [...projects.values()].filter((project) => !owns(actor, project) && inReach(actor, project));
    const closed = await this.involvement.conflicts(
      actor,
      reached.map(({ id }) => id),
    );
    const free = new Set(reached.filter(({ id }) => !closed.has(id)));
    const teams = await this.queries.teams([...projects.keys()]);
    const found = new Map<string, LoadedProject | Failure>();
    for (const id of ids) {
      const project = projects.get(id);
      const role = !project
        ? 'stranger'
        : free.has(project)
          ? staffRole(actor, project)
          : await this.ownRole(actor, project);
      if (!project || role === 'stranger')
        found.set(id, failure(project && inReach(actor, project) ? 'project.recused' : 'common.not_found'));
      else found.set(id, { project, members: teams.get(id) ?? [], role });
    }
    return found;
  }

  /** Whether the actor meets the project in any role. */
  async canSee(actor: Actor, project: Project): Promise<boolean> {
    return (await this.roleOf(actor, project)) !== 'stranger';
  }

  /** As what the actor meets the project. */
  async roleOf(actor: Actor, project: Project): Promise<ProjectRole> {
    const asStaff = !owns(actor, project) && (await this.reaches(actor, project));
    return asStaff ? staffRole(actor, project) : this.ownRole(actor, project);
  }

  private async toChange(loaded: LoadedProject): Promise<LoadedProject> {
    assertNotArchived(await this.editions.get(loaded.project.editionId));
    return loaded;
  }

  /** Not as staff. */
  private async ownRole(actor: Actor, project: Project): Promise<ProjectRole> {
    if (owns(actor, project)) return 'owner';
    if (await this.takesPart(actor, project)) return 'teammate';
    return (await this.readsOn(actor, project)) ? 'former' : 'stranger';
  }

  /** As staff. */
  private async reaches(actor: Actor, project: Project): Promise<boolean> {
    return inReach(actor, project) && (await this.involvement.conflicts(actor, [project.id])).size === 0;
  }

  private async takesPart(actor: Actor, project: Project): Promise<boolean> {
    return actor.kind === 'person' && (await this.teammates.find(project.id, actor.id)) !== null;
  }

  private async readsOn(actor: Actor, project: Project): Promise<boolean> {
    if (actor.kind !== 'person' || !goesOnReading(await this.formers.find(project.id, actor.id), project)) return false;
    return !(await this.review.isRecused(actor.id, project.id));
  }
}

/** Whether it was handed in where the actor is staff. */
export function inReach(actor: Actor, project: Project): boolean {
  const scopes = projectScopes(project);
  if (project.submittedAt === null) return false;
  return isAllowed(actor, 'project.check', scopes) || isAllowed(actor, 'project.read', scopes);
}

function staffRole(actor: Actor, project: Project): ProjectRole {
  return isAllowed(actor, 'project.check', projectScopes(project)) ? 'checker' : 'reader';
}

function owns(actor: Actor, project: Project): boolean {
  return actor.kind === 'person' && actor.id === project.ownerId;
}
