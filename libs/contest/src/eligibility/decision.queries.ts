import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { EligibilityDecision } from './eligibility.entity.js';

/** Named reads of eligibility decisions. */
@Injectable()
export class DecisionQueries {
  constructor(private readonly database: Database) {}

  /** Everything decided on a project, oldest first. */
  of(projectId: string): Promise<EligibilityDecision[]> {
    return this.database.manager.find(EligibilityDecision, {
      where: { projectId: Equal(projectId) },
      order: { submission: 'ASC', round: 'ASC' },
    });
  }

  /** Everything decided on these projects, of each the oldest first. */
  ofProjects(projectIds: readonly string[]): Promise<EligibilityDecision[]> {
    return this.database.manager.find(EligibilityDecision, {
      where: { projectId: In([...projectIds]) },
      order: { submission: 'ASC', round: 'ASC' },
    });
  }
}
