import type { Actor, LocalText } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds, isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Edition, type EditionStage, editionScopes } from './edition/edition.entity.js';
import { EditionQueries } from './edition/edition.queries.js';
import { openingBlockers } from './edition/edition.rules.js';
import { toDates } from './edition/edition.service.js';
import { Involvement } from './involvement/involvement.js';
import type { OwnProject } from './project/project.dto.js';
import { filterOf } from './project/project.filter.js';
import { type ProjectFilter, ProjectQueries } from './project/project.queries.js';
import { OwnProjectsReader } from './project/own-projects.reader.js';
import { reachesAnything, reachIn } from './project/reach.js';

/** What the contest wants done: by entrants, checkers and organisers. */
@Injectable()
export class ContestTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly reader: OwnProjectsReader,
    private readonly involvement: Involvement,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person') return [];
    const own = (await this.reader.mine(actor)).flatMap(entrantTask);
    const staff = holds(actor, 'project.check') || holds(actor, 'edition.manage') ? await this.staffTasks(actor) : [];
    return [...own, ...staff];
  }

  private async staffTasks(actor: Actor): Promise<Task[]> {
    const tasks: Task[] = [];
    const now = new Date();
    for (const { edition, stages } of await this.editions.inStates(['draft', 'open'])) {
      const name = { zh: edition.nameZh, en: edition.nameEn };
      const href = `/staff/editions/${edition.code}`;
      if (edition.state === 'draft') {
        if (!isAllowed(actor, 'edition.manage', editionScopes(edition.id))) continue;
        const ready = openingBlockers(edition.state, stages.map(toDates), now).length === 0;
        const title = ready
          ? { zh: `开放报名：${name.zh}`, en: `Open registration: ${name.en}` }
          : { zh: `完成设置：${name.zh}`, en: `Finish setting up: ${name.en}` };
        tasks.push({ kind: 'edition.open', title, href });
        continue;
      }
      if (isAllowed(actor, 'edition.manage', editionScopes(edition.id)))
        tasks.push(...stageTask(edition, stages, href, now));
      const reach = reachIn(actor, 'project.check', edition.id);
      if (!reachesAnything(reach)) continue;
      const closed = await this.involvement.closedIn(actor, edition.id);
      const { count, since } = await this.projects.waiting(filterOf(edition, reach, { state: 'submitted' }, closed));
      tasks.push(...(await this.overdueTask(name, href, filterOf(edition, reach, { overdue: 'yes' }, closed))));
      const closesAt = stages.find(({ kind }) => kind === 'eligibility')?.closesAt;
      const title = { zh: `资格审查：${name.zh}`, en: `Eligibility check: ${name.en}` };
      if (count > 0)
        tasks.push({
          kind: 'project.check',
          title,
          count,
          href: `${href}/eligibility`,
          ...(closesAt ? { dueAt: closesAt, timeZone: edition.timeZone } : {}),
          ...(since ? { since } : {}),
        });
    }
    return tasks;
  }

  /** Returned projects whose time for correction is over 补正逾期: to be given longer, or rejected. */
  private async overdueTask(edition: LocalText, href: string, filter: ProjectFilter): Promise<Task[]> {
    const count = await this.projects.count(filter);
    if (count === 0) return [];
    const title = { zh: `补正逾期的项目：${edition.zh}`, en: `Corrections overdue: ${edition.en}` };
    return [{ kind: 'project.overdue', title, count, href: `${href}/projects?overdue=yes` }];
  }
}

/** The open stage of an edition that ends first, for who closes or prolongs it; none where no open stage has an end. */
function stageTask(
  { nameZh, nameEn, timeZone }: Edition,
  stages: readonly EditionStage[],
  href: string,
  now: Date,
): Task[] {
  const [next] = stages
    .filter(({ state, closesAt }) => state === 'open' && closesAt !== null)
    .sort((one, other) => one.closesAt!.getTime() - other.closesAt!.getTime());
  if (!next?.closesAt) return [];
  const over = next.closesAt <= now;
  return [
    {
      kind: 'stage.close',
      title: over
        ? { zh: `结束“${next.nameZh}”阶段`, en: `End the stage “${next.nameEn}”` }
        : { zh: `最近截止的阶段：${next.nameZh}`, en: `Next stage to end: ${next.nameEn}` },
      detail: { zh: nameZh, en: nameEn },
      href,
      dueAt: next.closesAt,
      timeZone,
    },
  ];
}

function entrantTask({ id, state, title, deadline, edition: { timeZone } }: OwnProject): Task[] {
  if (!deadline) return [];
  const href = `/projects/${id}/edit`;
  const zh = title || '未命名项目';
  const en = title || 'untitled project';
  if (state === 'returned')
    return [
      {
        kind: 'project.correct',
        title: { zh: `补正并重新提交“${zh}”`, en: `Correct and hand in “${en}” again` },
        href,
        dueAt: deadline,
        timeZone,
      },
    ];
  return [
    {
      kind: 'project.submit',
      title: { zh: `完成并提交“${zh}”`, en: `Finish and hand in “${en}”` },
      href,
      dueAt: deadline,
      timeZone,
    },
  ];
}
