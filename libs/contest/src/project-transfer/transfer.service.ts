import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectTransfer } from './transfer.entity.js';
import { Handover } from './handover.js';
import { TransferNotices } from './transfer.notices.js';
import { TransferQueries } from './transfer.queries.js';
import { Successors } from './successors.js';
import { isOpenOffer, isTransferable, offerExpiry, type TransferState } from './transfer.rules.js';
import { notInProjectState } from '../project/project.words.js';

/** Handing a project to another person, who accepts or declines. */
@Injectable()
export class TransferService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: TransferQueries,
    private readonly loader: ProjectLoader,
    private readonly successors: Successors,
    private readonly handover: Handover,
    private readonly notices: TransferNotices,
  ) {}

  /**
   * Offers the actor's project to who has this mail address. Fails with `project.action_not_allowed` where it was
   * withdrawn or rejected, `transfer.offered_already`, and as {@link Successors.assertKnown} says.
   */
  async offer(actor: Actor, projectId: string, mail: string): Promise<void> {
    const loaded = await this.loader.owned(actor, projectId);
    await this.successors.assertKnown(actor, mail, loaded.members);
    await this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const { project } = await this.loader.ownedToChange(actor, projectId);
      if (!isTransferable(project.state)) throw notInProjectState(project.state);
      if (await this.queries.openOf(projectId, work.now)) throw failure('transfer.offered_already');
      const transfer: ProjectTransfer = {
        id: newId(),
        projectId,
        fromId: actor.id,
        toMail: mail,
        toId: null,
        state: 'offered',
        offeredAt: work.now,
        expiresAt: offerExpiry(work.now),
        endedAt: null,
      };
      await work.manager.insert(ProjectTransfer, transfer);
      await this.event(work, 'project.lead_offered', project, transfer, {});
      await this.notices.offered(work, project, transfer);
    });
  }

  /** Takes an offer back. Fails with `transfer.over` where it no longer waits for an answer. */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const transfer = await this.queries.get(id);
      await work.lockRow(Project, transfer.projectId);
      const { project } = await this.loader.owned(actor, transfer.projectId);
      await this.end(work, id, 'revoked');
      await this.event(work, 'project.lead_offer_revoked', project, transfer, {});
      await this.notices.revoked(work, project, transfer);
    });
  }

  /** Declines an offer to the actor; see {@link TransferService.accept} for how it fails. */
  decline(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { transfer, project } = await this.offered(work, actor, id);
      await this.end(work, id, 'declined', actor.id);
      await this.event(work, 'project.lead_declined', project, transfer, {});
      await this.notices.declined(work, project, transfer);
    });
  }

  /**
   * Makes the project the actor's; answers its id. The old owner goes on reading what is handed in, as
   * `goesOnReading` says. Fails with
   * `common.not_found` for anybody else, `transfer.over`, `project.action_not_allowed`, and as
   * {@link Successors.assertMayTake} says.
   */
  accept(actor: Actor, id: string): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { transfer, project } = await this.offered(work, actor, id);
      if (!isTransferable(project.state)) throw notInProjectState(project.state);
      await this.successors.assertMayTake(work, actor, project);
      await this.end(work, id, 'accepted', actor.id);
      await this.handover.pass(work, project, transfer.fromId, actor.id);
      await this.event(work, 'project.lead_transferred', project, transfer, { to: actor.id });
      await this.notices.accepted(work, project, { ...transfer, toId: actor.id });
      return project.id;
    });
  }

  /** An open offer to the actor, its project's row held. */
  private async offered(
    work: Work,
    actor: Actor,
    id: string,
  ): Promise<{ transfer: ProjectTransfer; project: Project }> {
    const { projectId } = await this.queries.get(id);
    await work.lockRow(Project, projectId);
    const transfer = await this.queries.get(id);
    if (!(await this.successors.isMeant(actor, transfer.toMail))) throw failure('common.not_found');
    if (!isOpenOffer(transfer, work.now)) throw failure('transfer.over');
    const project = await work.manager.findOneBy(Project, { id: Equal(projectId) });
    if (!project || project.ownerId !== transfer.fromId) throw failure('transfer.over');
    return { transfer, project };
  }

  private async end(work: Work, id: string, state: TransferState, toId: string | null = null): Promise<void> {
    const { affected } = await work.manager.update(
      ProjectTransfer,
      { id: Equal(id), state: Equal<TransferState>('offered') },
      { state, toId, endedAt: work.now },
    );
    if (affected !== 1) throw failure('transfer.over');
  }

  private event(
    work: Work,
    type: string,
    project: Project,
    { id, fromId }: ProjectTransfer,
    more: Record<string, string>,
  ): Promise<string> {
    return work.event({
      type,
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { transferId: id, from: fromId, ...more },
    });
  }
}
