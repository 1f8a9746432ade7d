import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds, isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FairQueries } from '../fair/fair.queries.js';
import { InvitationQueries } from './invitation.queries.js';
import { takesAnswers } from './invitation.rules.js';

/** What inviting wants done: a list to import, invitations to send. */
@Injectable()
export class InvitationTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly fairs: FairQueries,
    private readonly queries: InvitationQueries,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (!holds(actor, 'invitation.manage')) return [];
    const now = new Date();
    const tasks: Task[] = [];
    for (const fair of await this.fairs.inStates(['open'])) {
      if (!isAllowed(actor, 'invitation.manage', { fair: fair.id }) || !takesAnswers(fair, now)) continue;
      const { states, unsent } = await this.queries.counts(fair.id);
      const href = `/staff/fairs/${fair.id}/invitations`;
      if (Object.values(states).every((amount) => amount === 0))
        tasks.push({
          kind: 'invitation.import',
          title: { zh: `导入邀请名单：${fair.name.zh}`, en: `Import the list of invitations: ${fair.name.en}` },
          href: `${href}/import`,
        });
      if (unsent > 0)
        tasks.push({
          kind: 'invitation.send',
          title: { zh: `发送邀请：${fair.name.zh}`, en: `Send invitations: ${fair.name.en}` },
          count: unsent,
          href: `${href}?sent=no`,
        });
    }
    return tasks;
  }
}
