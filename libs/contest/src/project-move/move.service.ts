import { type Actor, errorText, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, assertVersion, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Edition, editionScopes, projectScopes } from '../edition/edition.entity.js';
import { toProblems } from '../edition/edition.views.js';
import { countsOf } from '../eligibility-rules/evaluate.rules.js';
import { Project, ProjectSubmission } from '../project/project.entity.js';
import { type LoadedProject, ProjectLoader } from '../project/project.loader.js';
import { takesPartAs } from '../project/project.rules.js';
import { Telling } from '../project/telling.js';
import type { MovedView, MoveProjectInput, MovePreview, PlacementInput } from './move.dto.js';
import { ProjectMove } from './move.entity.js';
import { MoveNotices } from './move.notices.js';
import { MovePlanner } from './move.plan.js';
import { Moved } from './moved.js';

/** Moves projects between the divisions, regions and groups of their edition. */
@Injectable()
export class MoveService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly planner: MovePlanner,
    private readonly notices: MoveNotices,
    private readonly follows: Moved,
    private readonly telling: Telling,
  ) {}

  /** What a move would affect, and what stands in its way; fails as {@link MoveService.move} does otherwise. */
  async preview(
    actor: Actor,
    projectId: string,
    { division, field, region, group }: PlacementInput,
  ): Promise<MovePreview> {
    const loaded = await this.allowed(actor, projectId);
    const plan = await this.planner.plan(loaded, { division, field, region, group });
    const { definition } = plan.edition;
    const goes = { ...plan.snapshot, materials: plan.leftOut };
    const [leftOut] = await this.telling.tell(actor, loaded, definition, [{ content: goes, submission: null }]);
    const { locale } = actor;
    return {
      version: loaded.project.version,
      obstacle: plan.obstacle && errorText(plan.obstacle.code, locale, plan.obstacle.params),
      missing: toProblems(plan.missing, locale),
      unmet: plan.rules.filter(({ outcome }) => outcome === 'notMet').map(({ text }) => text),
      leftOut: leftOut!.materials.map(({ name }) => name),
      lose: plan.lose.map(({ name }) => name),
      gain: plan.gain.map(({ name }) => name),
    };
  }

  /**
   * Moves a project; it keeps its number, and what it says from then on is a submission of its own. Fails with
   * `move.conflict` for who belongs to the project, `project.action_not_allowed` where it does not take part,
   * `move.in_session`, `move.on_panel` and `move.published` where it is judged already, and `common.invalid`.
   */
  move(actor: Actor, projectId: string, version: number, { reason, ...input }: MoveProjectInput): Promise<MovedView> {
    const to = { division: input.division, field: input.field, region: input.region, group: input.group };
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const loaded = await this.allowed(actor, projectId);
      const { project } = loaded;
      assertVersion(project.version, version);
      await work.lockRow(Edition, project.editionId);
      const plan = await this.planner.plan(loaded, to);
      if (plan.obstacle) throw failure(plan.obstacle.code as 'move.on_panel', { params: plan.obstacle.params ?? {} });
      const submission = project.submissions + 1;
      const moved = { ...project, division: to.division, region: to.region, submissions: submission };
      await work.manager.update(Project, projectId, {
        division: to.division,
        field: to.field,
        region: to.region,
        groupCode: to.group,
        chosenPlace: null,
        submissions: submission,
        ...countsOf(plan.rules),
        version: version + 1,
        updatedAt: work.now,
      });
      await work.manager.insert(ProjectSubmission, {
        id: newId(),
        projectId,
        number: submission,
        requestKey: newId(),
        snapshot: plan.snapshot as never,
        byId: actor.id,
        at: work.now,
        late: null,
      });
      const move: ProjectMove = {
        id: newId(),
        projectId,
        submission,
        fromPlacement: plan.from,
        toPlacement: to,
        reason,
        byId: actor.id,
        at: work.now,
      };
      await work.manager.insert(ProjectMove, move as never);
      await this.follows.follow(work, moved, project, plan.snapshot);
      await work.event({
        type: 'project.moved',
        subjectType: 'project',
        subjectId: projectId,
        scopes: projectScopes(moved),
        payload: { submission, from: plan.from, to, reason },
      });
      await this.notices.moved(work, loaded, move, plan);
      return { version: version + 1, submission };
    });
  }

  /** Who organises the whole edition, and does not belong to the project. */
  private async allowed(actor: Actor, projectId: string): Promise<LoadedProject> {
    const loaded = await this.loader.visibleToChange(actor, projectId);
    assertAllowed(actor, 'edition.manage', editionScopes(loaded.project.editionId));
    if (takesPartAs(loaded.role)) throw failure('move.conflict');
    return loaded;
  }
}
