import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Project } from '../project/project.entity.js';
import { EligibilityDecision } from './eligibility.entity.js';

type Decided = Pick<EligibilityDecision, 'action' | 'submission' | 'reasonCode' | 'reasonName' | 'text' | 'dueAt'>;

/** Keeps what was decided. The caller holds the project's row. */
@Injectable()
export class DecisionLog {
  /** Answers how much had been decided of the same submission before. */
  async append(work: Work, { id: projectId, editionId }: Project, decided: Decided): Promise<number> {
    const { action, submission, reasonCode, reasonName, text, dueAt } = decided;
    const round = await work.manager.countBy(EligibilityDecision, { projectId: Equal(projectId), submission });
    await work.manager.insert(EligibilityDecision, {
      ...{ id: newId(), editionId, projectId, submission, round },
      ...{ action, reasonCode, reasonName, text, dueAt },
      ...{ byId: work.actor.id, at: work.now },
    });
    return round;
  }
}
