import { Injectable } from '@nestjs/common';
import { type Actor, failure } from '@haishi/contracts';
import { IsNull } from 'typeorm';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import { type Page, readCursor, toPage } from '../http/paging.js';
import { Notice } from './notice.entity.js';
import { renderNotice } from './notice.template.js';
import { NoticeSeal } from './notice-seal.js';
import { Notices } from './notices.js';

/** A notice as its reader sees it. */
export interface InboxItem {
  id: string;
  template: string;
  subject: string;
  text: string;
  path: string | null;
  createdAt: Date;
  readAt: Date | null;
}

/** A person's own notices, worded in the language they read in now. */
@Injectable()
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly seal: NoticeSeal,
  ) {}

  /** The newest first. */
  async list(actor: Actor, filter: { cursor?: string; limit?: number }): Promise<Page<InboxItem> & { unread: number }> {
    const limit = filter.limit ?? 50;
    const own = { personId: actor.id, channel: 'inbox' as const };
    const query = this.database.manager
      .createQueryBuilder(Notice, 'notice')
      .where(own)
      .orderBy('notice.id', 'DESC')
      .limit(limit + 1);
    if (filter.cursor) query.andWhere('notice.id < :before', { before: readCursor(filter.cursor, 1)[0] });
    const page = toPage(
      await query.getMany(),
      limit,
      (notice) => [notice.id],
      (notice) => this.worded(notice, actor),
    );
    return { ...page, unread: await this.database.manager.countBy(Notice, { ...own, readAt: IsNull() }) };
  }

  /** Marks one as read; once more does nothing. @throws Failure `common.not_found` where it is not the actor's own */
  async markRead(actor: Actor, id: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const own = { id, personId: actor.id, channel: 'inbox' as const };
      const { affected } = await work.manager.update(Notice, { ...own, readAt: IsNull() }, { readAt: work.now });
      if (affected !== 1 && !(await work.manager.existsBy(Notice, own))) throw failure('common.not_found');
    });
  }

  /** Marks all that stand there now. */
  async markAllRead(actor: Actor): Promise<void> {
    await this.uow.run(actor, (work) =>
      work.manager.update(Notice, { personId: actor.id, channel: 'inbox', readAt: IsNull() }, { readAt: work.now }),
    );
  }

  private worded(notice: Notice, actor: Actor): InboxItem {
    const { params } = this.seal.open(notice.id, notice.sealed!);
    const { subject, text, path } = renderNotice(this.notices.template(notice.template), actor.locale, params);
    const { id, template, createdAt, readAt } = notice;
    return { id, template, subject, text, path, createdAt, readAt };
  }
}
