import { failure } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import type { EligibilityDecision } from '../eligibility/eligibility.entity.js';
import { deadlineText } from '../project/deadline-text.js';
import type { Project } from '../project/project.entity.js';
import type { ProjectAppeal } from './appeal.entity.js';
import { AppealQueries } from './appeal.queries.js';
import { appealDeadline, appealObstacle, DEFAULT_APPEAL_DAYS } from './appeal.rules.js';

export interface Terms {
  appeal: ProjectAppeal | null;
  rejection: EligibilityDecision | null;
  /** As it was told with the rejection; null where none was. */
  deadline: Date | null;
  /** Why its owner may not appeal now. */
  obstacle: Failure | null;
}

/** Whether a project may be appealed for, and until when. */
@Injectable()
export class AppealTerms {
  constructor(
    private readonly queries: AppealQueries,
    private readonly editions: EditionQueries,
  ) {}

  /** Until when a rejection made at `at` may be appealed; null where it may not. */
  async offered({ id, editionId }: Project, at: Date): Promise<Date | null> {
    if (await this.queries.of(id)) return null;
    const { timeZone } = await this.editions.get(editionId);
    const days = await this.days(editionId);
    return days === 0 ? null : appealDeadline(at, days, timeZone);
  }

  /** The obstacle is `appeal.not_rejected`, `appeal.already_made`, `appeal.not_offered` or `appeal.deadline_passed`. */
  async of(project: Project, now: Date): Promise<Terms> {
    const [appeal, rejection] = [await this.queries.of(project.id), await this.queries.lastRejection(project.id)];
    const { timeZone } = await this.editions.get(project.editionId);
    const deadline = rejection?.appealUntil ?? null;
    const code = appealObstacle({ state: project.state, appealed: appeal !== null, deadline }, now);
    const params: Record<string, string> = deadline ? { at: deadlineText(deadline, timeZone) } : {};
    return { appeal, rejection, deadline, obstacle: code ? failure(code, { params }) : null };
  }

  private async days(editionId: string): Promise<number> {
    const stage = (await this.editions.stages(editionId)).find(({ kind }) => kind === 'eligibility');
    return stage?.settings.appealDays ?? DEFAULT_APPEAL_DAYS;
  }
}
