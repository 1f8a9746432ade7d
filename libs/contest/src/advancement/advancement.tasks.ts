import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds, isAllowed } from '@haishi/platform';
import { grouped } from '@haishi/review';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { AdvancementTies } from './advancement.ties.js';
import { Vacancies } from './vacancies.js';

/** What published decisions want done by who organises: places whose projects are gone. */
@Injectable()
export class AdvancementTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly vacancies: Vacancies,
    private readonly ties: AdvancementTies,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person' || !holds(actor, 'roadshow.manage')) return [];
    const tasks: Task[] = [];
    for (const { edition } of await this.editions.inStates(['open'])) {
      if (!isAllowed(actor, 'roadshow.manage', editionScopes(edition.id))) continue;
      const vacant = await this.vacancies.ofEdition(edition);
      if (vacant.length === 0) continue;
      // Whoever has a tie to what it moves leaves it to others.
      const acts = vacant.map(({ moves }) => moves);
      const ties = await this.ties.moving(actor, edition.id, acts);
      const own = vacant.filter((_, index) => !ties[index]!.othersAct);
      for (const [stage, places] of grouped(own, (one) => one.stage))
        tasks.push({
          kind: 'advancement.vacancy',
          title: { zh: '晋级项目退赛，请递补', en: 'Projects with a place have gone: let the waiting list move up' },
          detail: { zh: edition.nameZh, en: edition.nameEn },
          href: `/staff/editions/${edition.code}/stages/${stage}/advancement`,
          count: places.length,
        });
    }
    return tasks;
  }
}
