import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { AppealQueries } from './appeal.queries.js';
import { OrganisersView } from './organisers-view.js';

/** Appeals that wait for an organiser who may decide them. */
@Injectable()
export class AppealTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly queries: AppealQueries,
    private readonly organisers: OrganisersView,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person' || !holds(actor, 'edition.manage')) return [];
    const editions = (await this.editions.inStates(['open', 'closed'])).map(({ edition }) => edition);
    const open = editions.length > 0 ? await this.queries.open(editions.map(({ id }) => id)) : [];
    const tasks: Task[] = [];
    for (const { id, code, nameZh, nameEn } of editions) {
      const own = open.filter(({ editionId }) => editionId === id);
      if (own.length === 0) continue;
      const waiting = (await this.organisers.rows(actor, own)).filter(({ mayDecide }) => mayDecide);
      if (waiting.length > 0)
        tasks.push({
          kind: 'appeal.decide',
          title: { zh: '复核申诉', en: 'Decide on appeals' },
          detail: { zh: nameZh, en: nameEn },
          href: `/staff/editions/${code}/appeals`,
          count: waiting.length,
          since: waiting[0]!.at,
        });
    }
    return tasks;
  }
}
