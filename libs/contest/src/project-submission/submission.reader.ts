import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import { Telling } from '../project/telling.js';
import type { SubmissionView } from './submission.dto.js';

/** What a project was handed in as, once and for all, under each of its numbers. */
@Injectable()
export class SubmissionReader {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly telling: Telling,
  ) {}

  /**
   * The look of anybody but the owner is recorded. Fails with `common.not_found` for who may not see the project and where it
   * was not handed in as often.
   */
  async view(actor: Actor, projectId: string, number: number): Promise<SubmissionView> {
    const loaded = await this.loader.visible(actor, projectId);
    const found = await this.queries.submission(projectId, number);
    if (!found) throw failure('common.not_found');
    await this.telling.looked(actor, loaded, { submission: number });
    const { definition } = await this.editions.get(loaded.project.editionId);
    const [told] = await this.telling.tell(actor, loaded, definition, [
      { content: found.snapshot, submission: number },
    ]);
    const { answers, undertakingDigest, ...content } = told!;
    return {
      submission: number,
      submissions: loaded.project.submissions,
      at: found.at,
      late: found.late,
      content: { ...content, answers: answers ?? {}, undertakingDigest: undertakingDigest ?? null },
    };
  }
}
