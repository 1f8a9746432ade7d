import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Edition } from '../edition/edition.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectNotices } from '../project/project.notices.js';
import { nextState } from '../project/project.rules.js';
import { notInProjectState } from '../project/project.words.js';
import type { WithdrawInput } from './withdrawal.dto.js';
import { WithdrawalNotices } from './withdrawal.notices.js';
import { WithdrawalReader } from './withdrawal.reader.js';
import { Withdrawing } from './withdrawing.js';

/** Withdrawing a project 退赛. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly reader: WithdrawalReader,
    private readonly notices: ProjectNotices,
    private readonly organisers: WithdrawalNotices,
    private readonly withdrawing: Withdrawing,
  ) {}

  /**
   * Takes a project out of the contest; it cannot come back. A draft that was never handed in just goes. Organisers are told
   * where a published place is given up, and a session that was stopped goes on without it. Fails with `project.awarded` where a notice of awards lists it, and with
   * `common.required` where a published place is given up without a reason.
   */
  async withdraw(actor: Actor, id: string, version: number, { reason }: WithdrawInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { project } = await this.loader.ownedToChange(actor, id);
      if (!nextState(project.state, 'withdraw')) throw notInProjectState(project.state);
      // Who publishes a notice holds it too: no notice lists who is going.
      await work.lockRow(Edition, project.editionId);
      if (await this.reader.awarded(project)) throw failure('project.awarded');
      const places = await this.reader.places(actor, project);
      if (places.length > 0 && !reason) throw failure('common.required', { field: 'reason' });
      const gaveUp = places.map(({ kind }) => kind);
      if (!(await this.withdrawing.takeOut(work, project, { reason: reason ?? null, version, gaveUp })))
        throw failure('common.stale');
      if (project.number) await this.notices.withdrawn(work, project);
      if (places.length > 0) await this.organisers.gaveUp(work, project);
    });
  }
}
