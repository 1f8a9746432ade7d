import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { holds, isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { ListedNow } from './listed-now.js';
import { NoticeTies } from './notice.ties.js';
import { PublicNoticeQueries } from './public-notice.queries.js';

/** What public notices want done by who organises: objections to answer, and notices that are over. */
@Injectable()
export class PublicNoticeTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly involvement: Involvement,
    private readonly listed: ListedNow,
    private readonly ties: NoticeTies,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person' || !holds(actor, 'edition.manage')) return [];
    const open = (await this.queries.open()).filter(({ editionId }) =>
      isAllowed(actor, 'edition.manage', editionScopes(editionId)),
    );
    if (open.length === 0) return [];
    const filed = await this.queries.filed(open.map(({ id }) => id));
    const now = new Date();
    const over = open.filter(({ id, closesAt }) => closesAt <= now && !filed.some(({ noticeId }) => noticeId === id));
    const leftToOthers = await this.leftToOthers(actor, [
      ...over.map(({ id }) => id),
      ...filed.flatMap(({ noticeId, projectId }) => (projectId === null ? [noticeId] : [])),
    ]);
    const closed = await this.involvement.conflicts(
      actor,
      filed.flatMap(({ projectId }) => projectId ?? []),
    );
    const answerable = filed.filter(
      ({ noticeId, projectId, personId }) =>
        personId !== actor.id && !(projectId === null ? leftToOthers.has(noticeId) : closed.has(projectId)),
    );
    const tasks: Task[] = [];
    for (const { id, editionId, stageCode, closesAt } of open) {
      const { code, nameZh, nameEn } = await this.editions.get(editionId);
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
        });
      else if (over.some((one) => one.id === id) && !leftToOthers.has(id))
        tasks.push({
          kind: 'notice.conclude',
          title: { zh: '公示期满，可以办结', en: 'Conclude a public notice that is over' },
          detail,
          href,
          dueAt: closesAt,
        });
    }
    return tasks;
  }

  /** Those of the notices whose whole list is acted on by others. */
  private async leftToOthers(actor: Actor, noticeIds: readonly string[]): Promise<Set<string>> {
    const notices = await this.queries.byIds(noticeIds);
    const ties = await this.ties.of(actor, await Promise.all(notices.map((one) => this.listed.of(one))));
    return new Set(notices.flatMap(({ id }, index) => (ties[index]!.othersAct ? [id] : [])));
  }
}
