import { Database, type Work } from '@haishi/platform';
import { newId } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull } from 'typeorm';
import { FormerOwner } from './former-owner.entity.js';

/** Who had a project before: read, and kept as it passes on. Commands that write hold the project's row. */
@Injectable()
export class FormerOwners {
  constructor(private readonly database: Database) {}

  find(projectId: string, personId: string): Promise<FormerOwner | null> {
    return this.database.manager.findOneBy(FormerOwner, { projectId: Equal(projectId), personId: Equal(personId) });
  }

  /** Those who go on reading a project, who passed it on first foremost. */
  reading(projectId: string): Promise<FormerOwner[]> {
    return this.database.manager.find(FormerOwner, {
      where: { projectId: Equal(projectId), endedAt: IsNull() },
      order: { since: 'ASC', id: 'ASC' },
    });
  }

  /** The projects that a person passed on and goes on reading, the latest first. */
  readBy(personId: string): Promise<FormerOwner[]> {
    return this.database.manager.find(FormerOwner, {
      where: { personId: Equal(personId), endedAt: IsNull() },
      order: { since: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** Those of these projects, their reading ended or not, by project. */
  async ofProjects(projectIds: readonly string[]): Promise<Map<string, string[]>> {
    const found = await this.database.manager.findBy(FormerOwner, { projectId: In([...projectIds]) });
    const byProject = new Map<string, string[]>();
    for (const { projectId, personId } of found)
      byProject.set(projectId, [...(byProject.get(projectId) ?? []), personId]);
    return byProject;
  }

  /** Notes that a project passes from one to another, who may have had it before. */
  async pass(work: Work, projectId: string, fromId: string, toId: string): Promise<void> {
    await work.manager.delete(FormerOwner, { projectId: Equal(projectId), personId: Equal(toId) });
    await work.manager.insert(FormerOwner, {
      id: newId(),
      projectId,
      personId: fromId,
      since: work.now,
      endedAt: null,
      endedBy: null,
    });
  }

  /** Ends a person's reading, for good; answers whether there was any. */
  async end(work: Work, projectId: string, personId: string): Promise<boolean> {
    const { affected } = await work.manager.update(
      FormerOwner,
      { projectId: Equal(projectId), personId: Equal(personId), endedAt: IsNull() },
      { endedAt: work.now, endedBy: work.actor.id },
    );
    return affected === 1;
  }
}
