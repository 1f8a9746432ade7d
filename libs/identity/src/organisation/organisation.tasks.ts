import type { Actor } from '@haishi/contracts';
import { Database, holds } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Task, type TaskProvider, TaskProviders } from '../task/task-providers.js';
import { Organisation } from './organisation.entity.js';
import { Organisations } from './organisations.js';

/** What organisations want done: vetting by staff, drafts and corrections by their agents. */
@Injectable()
export class OrganisationTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly database: Database,
    private readonly organisations: Organisations,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    const own = await this.organisations.ownOf(actor);
    const tasks = own.flatMap(({ id, name, state }): Task[] => {
      const href = `/organisations/${id}`;
      if (state === 'draft')
        return [
          { kind: 'organisation.submit', title: { zh: `提交“${name}”审核`, en: `Submit “${name}” for vetting` }, href },
        ];
      if (state === 'returned')
        return [
          {
            kind: 'organisation.correct',
            title: { zh: `补正“${name}”的材料`, en: `Correct the papers of “${name}”` },
            href,
          },
        ];
      return [];
    });
    if (!holds(actor, 'organisation.vet')) return tasks;
    const [[oldest], count] = await this.database.manager.findAndCount(Organisation, {
      where: { state: 'submitted' },
      order: { submittedAt: 'ASC' },
      take: 1,
    });
    if (oldest)
      tasks.push({
        kind: 'organisation.vet',
        title: { zh: '审核单位', en: 'Vet organisations' },
        count,
        href: '/staff/organisations?state=submitted',
        ...(oldest.submittedAt ? { since: oldest.submittedAt } : {}),
      });
    return tasks;
  }
}
