import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import type { DecidedRecusal } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { ProjectRecusal } from './project-recusal.entity.js';

/** Recusals of staff from projects: read, and kept for commands that hold the project's row. */
@Injectable()
export class ProjectRecusals {
  constructor(private readonly database: Database) {}

  /** A person's, dismissed ones included. */
  of(personId: string): Promise<ProjectRecusal[]> {
    return this.database.manager.findBy(ProjectRecusal, { personId: Equal(personId) });
  }

  /** A project's, dismissed ones included, oldest first. */
  ofProject(projectId: string): Promise<ProjectRecusal[]> {
    return this.database.manager.find(ProjectRecusal, {
      where: { projectId: Equal(projectId) },
      order: { at: 'ASC', id: 'ASC' },
    });
  }

  /** Those of these projects that stand. */
  standing(projectIds: readonly string[]): Promise<ProjectRecusal[]> {
    return this.database.manager.findBy(ProjectRecusal, { projectId: In([...projectIds]), dismissedAt: IsNull() });
  }

  /** When those of these persons were dismissed that do not stand, by `projectId personId`. */
  async dismissals(personIds: readonly string[]): Promise<Map<string, Date>> {
    if (personIds.length === 0) return new Map();
    const found = await this.database.manager.findBy(ProjectRecusal, {
      personId: In([...new Set(personIds)]),
      dismissedAt: Not(IsNull()),
    });
    return new Map(found.map(({ projectId, personId, dismissedAt }) => [`${projectId} ${personId}`, dismissedAt!]));
  }

  find(projectId: string, personId: string): Promise<ProjectRecusal | null> {
    return this.database.manager.findOneBy(ProjectRecusal, { projectId: Equal(projectId), personId: Equal(personId) });
  }

  /** Keeps the decision in place of an earlier one. */
  async keep(
    work: Work,
    decision: Pick<ProjectRecusal, 'projectId' | 'personId' | 'kind' | 'reason'> & { dismissal?: string },
  ): Promise<void> {
    const { projectId, personId, kind, reason, dismissal } = decision;
    const before = await this.find(projectId, personId);
    await work.manager.delete(ProjectRecusal, { projectId: Equal(projectId), personId: Equal(personId) });
    const dismissed = dismissal !== undefined;
    await work.manager.insert(ProjectRecusal, {
      id: newId(),
      projectId,
      personId,
      kind,
      reason,
      at: dismissed ? (before?.at ?? work.now) : work.now,
      madeBy: dismissed ? (before?.madeBy ?? work.actor.id) : work.actor.id,
      dismissedAt: dismissed ? work.now : null,
      dismissedBy: dismissed ? work.actor.id : null,
      dismissal: dismissal ?? null,
    });
  }

  /**
   * Keeps what was decided on a panel that lets go of its judge or of the project: it is of the two, and closes the project to them
   * on whatever panel they are seated, or seated again. What stands already stays.
   */
  async takeOver(work: Work, decided: readonly DecidedRecusal[]): Promise<void> {
    for (const { externalId: projectId, ...decision } of decided) {
      const { personId } = decision;
      const before = await this.find(projectId, personId);
      if (before?.dismissedAt === null) continue;
      if (before) await work.manager.delete(ProjectRecusal, { id: Equal(before.id) });
      const stands = { dismissedAt: null, dismissedBy: null, dismissal: null };
      await work.manager.insert(ProjectRecusal, { id: newId(), projectId, ...decision, ...stands });
    }
  }
}
