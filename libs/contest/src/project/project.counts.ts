import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, MoreThanOrEqual } from 'typeorm';
import { Project } from './project.entity.js';

/** How many projects an edition has, by state. */
@Injectable()
export class ProjectCounts {
  constructor(private readonly database: Database) {}

  /** Out for a correction whose deadline is not over. */
  corrections(editionId: string, now: Date): Promise<number> {
    return this.database.manager.countBy(Project, {
      editionId: Equal(editionId),
      state: Equal('returned' as const),
      correctionDueAt: MoreThanOrEqual(now),
    });
  }

  async byState(editionId: string): Promise<Record<string, number>> {
    const rows = await this.database.manager
      .createQueryBuilder(Project, 'project')
      .select('project.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .where('project.editionId = :editionId', { editionId })
      .groupBy('project.state')
      .getRawMany<{ state: string; count: string | number }>();
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  }
}
