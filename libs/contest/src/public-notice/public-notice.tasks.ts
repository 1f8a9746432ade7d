import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { organises, organisesSome } from '../involvement/organising.js';
import { ListedNow, type ListNow } from './listed-now.js';
import { NoticeTies } from './notice.ties.js';
import { PublicNoticeQueries } from './public-notice.queries.js';

/**
 * What public notices want done: by who organises, objections to answer and notices that are over; by who appoints organisers,
 * somebody to answer what none of them may.
 */
@Injectable()
export class PublicNoticeTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly listed: ListedNow,
    private readonly ties: NoticeTies,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person') return [];
    return [...(await this.toOrganise(actor)), ...(await this.toAppoint(actor))];
  }

  private async toOrganise(actor: Actor): Promise<Task[]> {
    if (!organisesSome(actor)) return [];
    const open = (await this.queries.open()).filter(({ editionId }) => organises(actor, editionId));
    if (open.length === 0) return [];
    const filed = await this.queries.filed(open.map(({ id }) => id));
    const now = new Date();
    const over = open.filter(({ id, closesAt }) => closesAt <= now && !filed.some(({ noticeId }) => noticeId === id));
    const filedTo = Map.groupBy(filed, ({ noticeId }) => noticeId);
    const lists = await this.lists([...over.map(({ id }) => id), ...filedTo.keys()]);
    const closed = await this.ties.closedTo(actor, [...lists.values()]);
    const answerable: typeof filed = [];
    for (const [noticeId, objections] of filedTo) {
      const ties = await this.ties.answering(actor, lists.get(noticeId)!, objections, closed);
      answerable.push(...objections.filter(({ personId }, at) => personId !== actor.id && !ties[at]!.withheld));
    }
    const overTies = await this.ties.of(
      actor,
      over.map(({ id }) => lists.get(id)!),
    );
    const concludes = new Set(over.flatMap(({ id }, at) => (overTies[at]!.othersAct ? [] : [id])));
    const tasks: Task[] = [];
    for (const { id, editionId, stageCode, closesAt } of open) {
      const { code, nameZh, nameEn, timeZone } = await this.editions.get(editionId);
      const detail = { zh: nameZh, en: nameEn };
      const href = `/staff/editions/${code}/stages/${stageCode}/public-notices`;
      const waiting = answerable.filter(({ noticeId }) => noticeId === id);
      if (waiting.length > 0)
        tasks.push({
          kind: 'notice.objections',
          title: { zh: '答复公示期间的异议', en: 'Answer objections to a public notice' },
          detail,
          href,
          count: waiting.length,
          since: waiting[0]!.at,
          dueAt: closesAt,
          timeZone,
        });
      else if (concludes.has(id))
        tasks.push({
          kind: 'notice.conclude',
          title: { zh: '公示期满，可以办结', en: 'Conclude a public notice that is over' },
          detail,
          href,
          dueAt: closesAt,
          timeZone,
        });
    }
    return tasks;
  }

  /** Of who appoints organisers: objections that none of those there are may answer. */
  private async toAppoint(actor: Actor): Promise<Task[]> {
    if (!isAllowed(actor, 'person.manage', {})) return [];
    const open = await this.queries.open();
    const editionOf = new Map(open.map(({ id, editionId }) => [id, editionId]));
    const filed = open.length === 0 ? [] : await this.queries.filed([...editionOf.keys()]);
    const tasks: Task[] = [];
    for (const [editionId, objections] of Map.groupBy(filed, ({ noticeId }) => editionOf.get(noticeId)!)) {
      const waiting = await this.ties.waiting(editionId, objections);
      if (waiting.length === 0) continue;
      const { nameZh, nameEn } = await this.editions.get(editionId);
      tasks.push({
        kind: 'notice.nobody_answers',
        title: {
          zh: '异议无人可以答复，请指定另一位组织者',
          en: 'Nobody can answer an objection: appoint another organiser',
        },
        detail: { zh: nameZh, en: nameEn },
        href: '/people',
        count: waiting.length,
        since: waiting[0]!.at,
      });
    }
    return tasks;
  }

  /** What these notices list by now. */
  private async lists(noticeIds: readonly string[]): Promise<Map<string, ListNow>> {
    const notices = await this.queries.byIds(noticeIds);
    return new Map(await Promise.all(notices.map(async (one) => [one.id, await this.listed.of(one)] as const)));
  }
}
