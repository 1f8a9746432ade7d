import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import { Telling } from '../project/telling.js';
import type { SubmissionDifferenceQuery, SubmissionDifferenceView } from './difference.dto.js';
import { differenceWords } from './difference.words.js';
import { snapshotDifference } from './snapshot-difference.rules.js';

/** What an entrant changed from one submission to the next, for them and for who checks it. */
@Injectable()
export class DifferenceReader {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly telling: Telling,
  ) {}

  /**
   * The look of anybody but the owner is recorded. Fails with `common.not_found` for who may not see the project, and
   * with `project.no_such_submission` where the two are not two submissions of it, the earlier first.
   */
  async between(actor: Actor, projectId: string, query: SubmissionDifferenceQuery): Promise<SubmissionDifferenceView> {
    const loaded = await this.loader.visible(actor, projectId);
    const { project } = loaded;
    const to = query.to ?? project.submissions;
    const from = query.from ?? to - 1;
    const after = await this.queries.submission(projectId, to);
    if (!after) throw failure('project.no_such_submission', { field: 'to' });
    const before = from < to ? await this.queries.submission(projectId, from) : null;
    if (!before) throw failure('project.no_such_submission', { field: 'from' });
    await this.telling.looked(actor, loaded, { from, to });
    const { definition } = await this.editions.get(project.editionId);
    const said = [before, after].map(({ snapshot, number }) => ({ content: snapshot, submission: number }));
    const [old, now] = await this.telling.tell(actor, loaded, definition, said);
    return { from, to, ...differenceWords(definition, snapshotDifference(old!, now!)) };
  }
}
