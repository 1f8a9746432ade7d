import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In, MoreThan } from 'typeorm';
import { Project } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { statesBefore } from '../project/project.rules.js';
import { TeamLines } from '../project-team/team-lines.js';
import { WithdrawalNotices } from './withdrawal.notices.js';

/** When and why somebody withdrew projects, and that what they handed in leaves the contest with them. */
@Injectable()
export class WithdrawalPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'withdrawals';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: ProjectQueries,
    private readonly team: TeamLines,
    private readonly organisers: WithdrawalNotices,
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
    await work.manager.update(
      Project,
      { id: In(leaving.map(({ id }) => id)) },
      {
        state: 'withdrawn',
        withdrawnAt: work.now,
        correctionDueAt: null,
        lateUntil: null,
        version: () => 'version + 1',
      },
    );
    await work.manager.update(Project, owned, { withdrawReason: null });
    for (const project of leaving) {
      await this.team.withdrawn(work, project);
      await this.organisers.gaveUp(work, project);
    }
  }
}
