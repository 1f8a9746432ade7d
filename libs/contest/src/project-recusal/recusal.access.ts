import { type Actor, failure } from '@haishi/contracts';
import type { Person } from '@haishi/identity';
import { assertAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertNotArchived } from '../edition/edition.words.js';
import { FreeOthers } from '../involvement/free-others.js';
import type { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { takesPartAs } from '../project/project.rules.js';

/** Who decides on recusals from a project, and of whom. */
@Injectable()
export class RecusalAccess {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly others: FreeOthers,
    private readonly editions: EditionQueries,
  ) {}

  /** The project, to its staff. Fails with `common.not_found`, `project.recused`, and with `eligibility.conflict` for who takes part in it. */
  async read(actor: Actor, projectId: string): Promise<Project> {
    const { project, role } = await this.loader.visible(actor, projectId);
    if (takesPartAs(role)) throw failure('eligibility.conflict');
    return project;
  }

  /** As {@link read}, to who organises where it lies. */
  async managed(actor: Actor, projectId: string): Promise<Project> {
    const project = await this.read(actor, projectId);
    assertAllowed(actor, 'edition.manage', projectScopes(project));
    return project;
  }

  /** As {@link managed}, for who opens it to somebody again. Fails with `edition.action_not_allowed` where its edition is archived. */
  async managedToOpen(actor: Actor, projectId: string): Promise<Project> {
    const project = await this.managed(actor, projectId);
    assertNotArchived(await this.editions.get(project.editionId));
    return project;
  }

  /** Who may read the project by a role, whatever ties they have to it. */
  staff(project: Project): Promise<Person[]> {
    return this.others.holders('project.read', projectScopes(project));
  }
}
