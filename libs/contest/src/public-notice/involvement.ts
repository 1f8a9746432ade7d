import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Project, ProjectMember } from '../project/project.entity.js';
import { belongsTo } from '../project/project.rules.js';
import { Teammates } from '../project-team/teammates.js';

/** How many ids one statement asks for. */
const BATCH = 500;

/** Which projects somebody is too close to, and so decides nothing on. */
@Injectable()
export class Involvement {
  constructor(
    private readonly database: Database,
    private readonly persons: Persons,
    private readonly review: ReviewQueries,
    private readonly teammates: Teammates,
  ) {}

  /** Those of `projectIds` that the actor belongs to or is recused 回避 from on any panel. */
  async conflicts(actor: Actor, projectIds: readonly string[]): Promise<Set<string>> {
    const recused = new Set(projectIds.length > 0 ? await this.review.recusedFrom(actor.id) : []);
    const involved = await this.among(actor, projectIds);
    return new Set(projectIds.filter((id) => involved.has(id) || recused.has(id)));
  }

  /** Those of `projectIds` that the actor belongs to. */
  async among(actor: Actor, projectIds: readonly string[]): Promise<Set<string>> {
    const person = actor.kind === 'person' && projectIds.length > 0 ? await this.persons.byId(actor.id) : null;
    const involved = new Set<string>();
    if (!person) return involved;
    const wanted = [...new Set(projectIds)];
    const { manager } = this.database;
    for (let start = 0; start < wanted.length; start += BATCH) {
      const ids = wanted.slice(start, start + BATCH);
      const members = Map.groupBy(
        await manager.find(ProjectMember, { select: { projectId: true, mail: true }, where: { projectId: In(ids) } }),
        (one) => one.projectId,
      );
      const teammates = await this.teammates.ofProjects(ids);
      for (const { id, ownerId } of await manager.find(Project, {
        select: { id: true, ownerId: true },
        where: { id: In(ids) },
      }))
        if (belongsTo(person, { ownerId, members: members.get(id) ?? [], teammateIds: teammates.get(id) ?? [] }))
          involved.add(id);
    }
    return involved;
  }
}
