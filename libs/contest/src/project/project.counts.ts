import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Project } from './project.entity.js';

/** How many projects an edition has, by state. */
@Injectable()
export class ProjectCounts {
  constructor(private readonly database: Database) {}

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
