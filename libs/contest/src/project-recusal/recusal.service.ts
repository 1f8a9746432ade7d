import { type Actor, failure } from '@haishi/contracts';
import { Realtime, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { ClaimRelease } from '../check-queue/claim.release.js';
import { projectScopes } from '../edition/edition.entity.js';
import { Involvement } from '../involvement/involvement.js';
import { Project } from '../project/project.entity.js';
import { PanelCopies } from './panel-copies.js';
import { ProjectRecusals } from './project-recusals.js';
import { RecusalAccess } from './recusal.access.js';

/** Staff who step back from a project 回避, whom an organiser takes off it, and recusals that organisers dismiss. */
@Injectable()
export class ProjectRecusalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: RecusalAccess,
    private readonly involvement: Involvement,
    private readonly recusals: ProjectRecusals,
    private readonly releasing: ClaimRelease,
    private readonly realtime: Realtime,
    private readonly copies: PanelCopies,
  ) {}

  /** The actor steps back: the project is closed to them from then on. Fails as {@link RecusalAccess.read} does. */
  declare(actor: Actor, projectId: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const project = await this.access.read(actor, projectId);
      await this.add(work, project, { personId: actor.id, kind: 'declared', reason });
    });
  }

  /**
   * An organiser takes somebody else of the staff off it. Fails as {@link RecusalAccess.managed} does, with
   * `project_recusal.not_staff` and `project_recusal.already`.
   */
  recuse(actor: Actor, projectId: string, personId: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const project = await this.access.managed(actor, projectId);
      if (!(await this.access.staff(project)).some(({ id }) => id === personId))
        throw failure('project_recusal.not_staff', { field: 'personId' });
      if ((await this.involvement.among([personId], projectId)).size > 0)
        throw failure('project_recusal.already', { field: 'personId' });
      const kind = personId === actor.id ? 'declared' : 'staff';
      await this.add(work, project, { personId, kind, reason });
    });
  }

  /**
   * An organiser lets somebody work on it again: whoever stepped back or was taken off, and whom names alike closed it to; panels
   * take it back as {@link PanelCopies} says. Fails as {@link RecusalAccess.managedToOpen} does, and with
   * `project_recusal.not_dismissible` for who belongs to it, whom a panel recuses, and whom nothing does.
   */
  dismiss(actor: Actor, projectId: string, personId: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const project = await this.access.managedToOpen(actor, projectId);
      const held = await this.recusals.find(projectId, personId);
      const stands = held?.dismissedAt === null;
      const closed = (await this.involvement.among([personId], projectId)).get(personId);
      if (!closed?.dismissible) throw failure('project_recusal.not_dismissible', { field: 'personId' });
      const { kind, reason: before } = stands ? held : { kind: 'automatic' as const, reason: closed.why };
      await this.recusals.keep(work, { projectId, personId, kind, reason: before, dismissal: reason });
      await this.copies.lift(work, { projectId, personId, reason });
      await this.record(work, project, 'project.recusal_dismissed', { personId, kind, reason });
    });
  }

  private async add(
    work: Work,
    project: Project,
    { personId, kind, reason }: { personId: string; kind: 'declared' | 'staff'; reason: string },
  ): Promise<void> {
    await this.recusals.keep(work, { projectId: project.id, personId, kind, reason });
    await this.record(work, project, 'project.recused', { personId, kind, reason });
    // What is pushed to who leads a session, or organises a review, is asked for anew.
    work.afterCommit(() => this.realtime.disconnectPerson(personId));
    await this.releasing.releaseOf(work, project, personId);
  }

  private async record(work: Work, project: Project, type: string, payload: Record<string, unknown>): Promise<void> {
    await work.event({ type, subjectType: 'project', subjectId: project.id, scopes: projectScopes(project), payload });
  }
}
