import { failure } from '@haishi/contracts';
import type { Person } from '@haishi/identity';
import type { FieldFailure } from '@haishi/kernel';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { Explanation } from '../eligibility-rules/evaluate.rules.js';
import { RuleCheck } from '../eligibility-rules/rule-check.js';
import type { LoadedProject } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import { checkSubmission } from '../project/complete.rules.js';
import { toSnapshot } from '../project/project.rules.js';
import type { MaterialContent, ProjectSnapshot } from '../project/project.snapshot.js';
import { toContent, toMaterials } from '../project/project.views.js';
import { isNoDifference, snapshotDifference } from '../project-difference/snapshot-difference.rules.js';
import { ListedNow } from '../public-notice/listed-now.js';
import { MoveCheckers } from './move.checkers.js';
import { MoveQueries } from './move.queries.js';
import { checkPlacement, isMovable, movedSnapshot, type Placement } from './move.rules.js';
import { notInProjectState } from '../project/project.words.js';

/** What a move would do. */
export interface MovePlan {
  edition: Edition;
  from: Placement;
  /** What the project says from then on. */
  snapshot: ProjectSnapshot;
  /** What its new group asks for and it lacks. */
  missing: FieldFailure[];
  /** What each condition of entry makes of it. */
  rules: Explanation[];
  /** Files that its new group is not asked for. */
  leftOut: MaterialContent[];
  lose: Person[];
  gain: Person[];
  /** Why it cannot be moved any more. */
  obstacle: FieldFailure | null;
}

/** Works out what the move of a project affects. Stores nothing. */
@Injectable()
export class MovePlanner {
  constructor(
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly queries: MoveQueries,
    private readonly review: ReviewQueries,
    private readonly publicNotices: ListedNow,
    private readonly rules: RuleCheck,
    private readonly checkers: MoveCheckers,
  ) {}

  /**
   * Fails with `project.action_not_allowed` where the project does not take part, and with `common.invalid` where the
   * edition has no such place or the project stands there already.
   */
  async plan({ project, members }: LoadedProject, to: Placement): Promise<MovePlan> {
    if (!isMovable(project.state)) throw notInProjectState(project.state);
    const edition = await this.editions.get(project.editionId);
    const { definition } = edition;
    const last = (await this.projects.submission(project.id, project.submissions))!.snapshot;
    const faults = checkPlacement(definition, last, to);
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    // A working copy that says what was handed in also holds what was written for groups that the project was in before.
    const working = {
      ...toContent(project, members),
      materials: toMaterials(await this.projects.materials(project.id)),
    };
    const asHandedIn = toSnapshot(definition, working, working.materials);
    const base = isNoDifference(snapshotDifference(last, asHandedIn)) ? working : last;
    const { snapshot, leftOut } = movedSnapshot(definition, base, to);
    const from = { division: last.division!, field: last.field!, region: last.region!, group: last.group! };
    return {
      edition,
      from,
      snapshot,
      leftOut,
      // The undertaking stands in the wording that the project was handed in with.
      // Whether its members confirmed is asked of its entrant, who hands it in, and not of who moves it.
      missing: checkSubmission(
        definition,
        { ...snapshot, undertakingDigest: null },
        new Set(snapshot.members.map(({ mail }) => mail)),
      ),
      rules: await this.rules.explain(edition, project, snapshot, { forStaff: true }),
      ...(await this.checkers.changed(project, from, to)),
      obstacle: await this.obstacle(project.editionId, project.id),
    };
  }

  private async obstacle(editionId: string, projectId: string): Promise<FieldFailure | null> {
    const number = await this.publicNotices.standsOn(editionId, projectId);
    if (number !== null) return { field: '', code: 'move.published', params: { number } };
    const names = await this.queries.sessionsWith(projectId);
    if (names.length > 0) return { field: '', code: 'move.in_session', params: { names } };
    const judged = (await this.review.panelsWith(projectId)).length > 0;
    return judged ? { field: '', code: 'move.on_panel' } : null;
  }
}
