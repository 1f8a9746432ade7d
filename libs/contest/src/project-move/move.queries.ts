import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';
import { ProjectMove } from './move.entity.js';

/** Named reads of moves and of what stands in their way. */
@Injectable()
export class MoveQueries {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  of(projectId: string): Promise<ProjectMove[]> {
    return this.database.manager.find(ProjectMove, {
      where: { projectId: Equal(projectId) },
      order: { submission: 'ASC' },
    });
  }

  /** The names of the roadshow sessions in which a project appears, withdrawn or not. */
  async sessionsWith(projectId: string): Promise<string[]> {
    const { manager } = this.database;
    const entries = await manager.findBy(RoadshowEntry, { projectId: Equal(projectId) });
    if (entries.length === 0) return [];
    const sessions = await manager.find(RoadshowSession, {
      select: { id: true, name: true },
      where: { id: In(entries.map(({ sessionId }) => sessionId)) },
      order: { name: 'ASC' },
    });
    return sessions.map(({ name }) => name);
  }
}
