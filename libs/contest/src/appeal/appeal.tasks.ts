import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds, isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { ProjectAppeal } from './appeal.entity.js';
import { AppealQueries } from './appeal.queries.js';
import { Deciders } from './deciders.js';
import { OrganisersView } from './organisers-view.js';

/** Appeals that wait: for an organiser who may decide them, and where there is none for who appoints another. */
@Injectable()
export class AppealTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly queries: AppealQueries,
    private readonly organisers: OrganisersView,
    private readonly deciders: Deciders,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person' || !holds(actor, 'edition.manage')) return [];
    const editions = (await this.editions.inStates(['open', 'closed'])).map(({ edition }) => edition);
    const open = editions.length > 0 ? await this.queries.open(editions.map(({ id }) => id)) : [];
    const tasks: Task[] = [];
    for (const edition of editions) {
      const own = open.filter(({ editionId }) => editionId === edition.id);
      if (own.length > 0)
        tasks.push(...(await this.toDecide(actor, edition, own)), ...(await this.toAppoint(actor, edition, own)));
    }
    return tasks;
  }

  private async toDecide(actor: Actor, { code, nameZh, nameEn }: Edition, open: ProjectAppeal[]): Promise<Task[]> {
    const waiting = (await this.organisers.rows(actor, open)).filter(({ mayDecide }) => mayDecide);
    if (waiting.length === 0) return [];
    return [
      {
        kind: 'appeal.decide',
        title: { zh: '复核申诉', en: 'Decide on appeals' },
        detail: { zh: nameZh, en: nameEn },
        href: `/staff/editions/${code}/appeals`,
        count: waiting.length,
        since: waiting[0]!.at,
      },
    ];
  }

  private async toAppoint(actor: Actor, { nameZh, nameEn }: Edition, open: ProjectAppeal[]): Promise<Task[]> {
    if (!isAllowed(actor, 'person.manage', {})) return [];
    const waiting = await this.deciders.waiting(open);
    if (waiting.length === 0) return [];
    return [
      {
        kind: 'appeal.nobody_decides',
        title: {
          zh: '申诉无人可以复核，请指定另一位组织者',
          en: 'Nobody can decide on an appeal: appoint another organiser',
        },
        detail: { zh: nameZh, en: nameEn },
        href: '/people',
        count: waiting.length,
        since: waiting[0]!.at,
      },
    ];
  }
}
