import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In, MoreThan } from 'typeorm';
import { Edition } from '../edition/edition.entity.js';
import { Project } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { statesBefore } from '../project/project.rules.js';
import { WithdrawalNotices } from './withdrawal.notices.js';
import { Withdrawing } from './withdrawing.js';

/** When and why somebody withdrew projects, and that what they handed in leaves the contest with them. */
@Injectable()
export class WithdrawalPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'withdrawals';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: ProjectQueries,
    private readonly organisers: WithdrawalNotices,
    private readonly withdrawing: Withdrawing,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    return (await this.queries.ownedBy(personId)).flatMap(({ id: projectId, number, withdrawnAt, withdrawReason }) =>
      withdrawnAt ? [{ projectId, number, withdrawnAt, reason: withdrawReason }] : [],
    );
  }

  /** Organisers are told where a published place is given up by it. */
  async erase(work: Work, personId: string): Promise<void> {
    const owned = { ownerId: Equal(personId) };
    const leaving = await work.manager.findBy(Project, {
      ...owned,
      state: In([...statesBefore('withdraw')]),
      submissions: MoreThan(0),
    });
    await work.lockRows(
      Edition,
      leaving.map(({ editionId }) => editionId),
    );
    for (const project of leaving)
      if (await this.withdrawing.takeOut(work, project, { reason: null })) await this.organisers.gaveUp(work, project);
    await work.manager.update(Project, owned, { withdrawReason: null });
  }
}
