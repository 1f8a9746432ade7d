import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { belongsTo } from '../project/project.rules.js';
import { ProjectQueries } from '../project/project.queries.js';

/** Whether somebody belongs to a project, and so decides nothing on it. */
@Injectable()
export class Involvement {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly persons: Persons,
  ) {}

  async of(actor: Actor, projectId: string | null): Promise<boolean> {
    const project = projectId === null ? null : await this.projects.find(projectId);
    if (!project || actor.kind !== 'person') return false;
    const person = await this.persons.byId(actor.id);
    return (
      person !== null &&
      belongsTo(person, { ownerId: project.ownerId, members: await this.projects.members(project.id) })
    );
  }
}
