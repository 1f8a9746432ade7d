import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, MoreThanOrEqual } from 'typeorm';
import { EligibilityDecision } from '../eligibility/eligibility.entity.js';
import { Project } from '../project/project.entity.js';
import { ProjectAppeal } from './appeal.entity.js';

/** Named reads of appeals. */
@Injectable()
export class AppealQueries {
  constructor(private readonly database: Database) {}

  of(projectId: string): Promise<ProjectAppeal | null> {
    return this.database.manager.findOneBy(ProjectAppeal, { projectId: Equal(projectId) });
  }

  /** Of an edition, those open first, each the oldest first. */
  async inEdition(editionId: string): Promise<ProjectAppeal[]> {
    const found = await this.database.manager.find(ProjectAppeal, {
      where: { editionId: Equal(editionId) },
      order: { at: 'ASC', id: 'ASC' },
    });
    return [...found.filter(({ state }) => state === 'open'), ...found.filter(({ state }) => state !== 'open')];
  }

  /** The open ones of these editions, the oldest first. */
  open(editionIds: readonly string[]): Promise<ProjectAppeal[]> {
    return this.database.manager.find(ProjectAppeal, {
      where: { editionId: In([...editionIds]), state: Equal('open' as const) },
      order: { at: 'ASC' },
    });
  }

  by(personId: string): Promise<ProjectAppeal[]> {
    return this.database.manager.find(ProjectAppeal, { where: { byId: Equal(personId) }, order: { at: 'ASC' } });
  }

  /** How many rejected projects of an edition may still be appealed for. */
  stillOffered(editionId: string, now: Date): Promise<number> {
    return this.database.manager
      .createQueryBuilder(EligibilityDecision, 'decision')
      .innerJoin(Project, 'project', "project.id = decision.projectId AND project.state = 'rejected'")
      .leftJoin(ProjectAppeal, 'appeal', 'appeal.projectId = decision.projectId')
      .where({ editionId: Equal(editionId), appealUntil: MoreThanOrEqual(now) })
      .andWhere('appeal.id IS NULL AND decision.submission = project.submissions')
      .getCount();
  }

  /** The rejection that a project stands under. */
  lastRejection(projectId: string): Promise<EligibilityDecision | null> {
    return this.database.manager.findOne(EligibilityDecision, {
      where: { projectId: Equal(projectId), action: Equal('reject' as const) },
      order: { at: 'DESC' },
    });
  }
}
