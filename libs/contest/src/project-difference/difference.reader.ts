import { type Actor, failure } from '@haishi/contracts';
import { EventLog } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import { toldTo } from '../project/told.rules.js';
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
    private readonly log: EventLog,
  ) {}

  /**
   * The look of anybody but the owner is recorded. Fails with `common.not_found` for who may not see the project, and
   * with `project.no_such_submission` where the two are not two submissions of it, the earlier first.
   */
  async between(actor: Actor, projectId: string, query: SubmissionDifferenceQuery): Promise<SubmissionDifferenceView> {
    const { project, role } = await this.loader.visible(actor, projectId);
    const to = query.to ?? project.submissions;
    const from = query.from ?? to - 1;
    const after = await this.queries.submission(projectId, to);
    if (!after) throw failure('project.no_such_submission', { field: 'to' });
    const before = from < to ? await this.queries.submission(projectId, from) : null;
    if (!before) throw failure('project.no_such_submission', { field: 'from' });
    if (role !== 'owner')
      await this.log.record(actor, {
        type: 'project.viewed',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(project),
        payload: { from, to },
      });
    const { definition } = await this.editions.get(project.editionId);
    const shown = ({ snapshot }: typeof after) => toldTo(role, definition, snapshot);
    return { from, to, ...differenceWords(definition, snapshotDifference(shown(before), shown(after))) };
  }
}
