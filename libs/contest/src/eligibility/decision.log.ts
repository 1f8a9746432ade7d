import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AppealTerms } from '../appeal/appeal.terms.js';
import type { Project } from '../project/project.entity.js';
import { EligibilityDecision } from './eligibility.entity.js';

/** What is kept of one that was decided. */
export interface Kept {
  /** How much had been decided of the same submission before. */
  round: number;
  /** Until when a rejection may be appealed; null where it may not. */
  appealUntil: Date | null;
}

type Decided = Pick<EligibilityDecision, 'action' | 'submission' | 'reasonCode' | 'reasonName' | 'text' | 'dueAt'>;

/** Keeps what was decided. The caller holds the project's row. */
@Injectable()
export class DecisionLog {
  constructor(private readonly appeals: AppealTerms) {}

  /** Answers how much had been decided of the same submission before. */
  async append(work: Work, project: Project, decided: Decided): Promise<number> {
    return (await this.appendAll(work, [{ project, decided }])).get(project.id)!.round;
  }

  /** {@link append} for many projects, once each; answers by project. */
  async appendAll(work: Work, entries: readonly { project: Project; decided: Decided }[]): Promise<Map<string, Kept>> {
    const before = await work.manager.find(EligibilityDecision, {
      where: { projectId: In(entries.map(({ project }) => project.id)) },
      select: { id: true, projectId: true, submission: true },
    });
    const rounds = new Map(
      entries.map(({ project: { id }, decided: { submission } }) => [
        id,
        before.filter((one) => one.projectId === id && one.submission === submission).length,
      ]),
    );
    const kept = new Map<string, Kept>();
    for (const { project, decided } of entries) {
      const appealUntil = decided.action === 'reject' ? await this.appeals.offered(project, work.now) : null;
      kept.set(project.id, { round: rounds.get(project.id)!, appealUntil });
    }
    await work.manager.insert(
      EligibilityDecision,
      entries.map(({ project: { id, editionId }, decided }) => {
        const { action, submission, reasonCode, reasonName, text, dueAt } = decided;
        return {
          ...{ id: newId(), editionId, projectId: id, submission, ...kept.get(id)! },
          ...{ action, reasonCode, reasonName, text, dueAt },
          ...{ byId: work.actor.id, at: work.now },
        };
      }),
    );
    return kept;
  }
}
