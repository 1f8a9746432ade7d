import type { Actor } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Involvement } from '../involvement/involvement.js';
import { Project } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import type { Reach } from '../project/reach.js';
import { type Addressee, OF_NO_PROJECT } from './mailing.rules.js';

/**
 * What who writes to many learns of the projects that they write to 回避. One that is closed to them is in no count and no list,
 * since a choice of recipients that is narrow enough would tell its state; a message reaches it all the same.
 */
@Injectable()
export class MailingSight {
  constructor(
    private readonly database: Database,
    private readonly involvement: Involvement,
    private readonly projects: ProjectQueries,
  ) {}

  /** The projects of an edition that are closed to the actor. */
  closedTo(actor: Actor, editionId: string): Promise<string[]> {
    return this.involvement.closedIn(actor, editionId);
  }

  /** Those whom the actor may know of, and how many projects in their reach are closed to them, whomever they chose. */
  async of(
    actor: Actor,
    { editionId, reach }: { editionId: string; reach: Reach },
    all: readonly Addressee[],
  ): Promise<{ seen: Addressee[]; recused: number }> {
    const except = await this.closedTo(actor, editionId);
    const closed = new Set(except);
    return {
      seen: all.filter(({ projectId }) => projectId === null || !closed.has(projectId)),
      recused: await this.projects.recused({ editionId, reach, except }),
    };
  }

  /** Without a title where the project was never handed in: drafts belong to their owners alone. */
  async named<Row extends Pick<Addressee, 'projectId' | 'title' | 'number'>>(rows: readonly Row[]): Promise<Row[]> {
    const ids = [...new Set(rows.flatMap(({ projectId }) => projectId ?? []))];
    const drafts = await this.drafts(ids);
    return rows.map((row) => (drafts.has(row.projectId ?? '') ? { ...row, ...OF_NO_PROJECT } : row));
  }

  private async drafts(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const found = await this.database.manager.find(Project, {
      select: { id: true },
      where: { id: In([...ids]), submittedAt: IsNull() },
    });
    return new Set(found.map(({ id }) => id));
  }
}
