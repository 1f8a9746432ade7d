import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { NoticeObjection, PublicNotice } from './public-notice.entity.js';

/** Named reads of public notices and of what was objected. */
@Injectable()
export class PublicNoticeQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<PublicNotice> {
    const notice = await this.database.manager.findOneBy(PublicNotice, { id: Equal(id) });
    if (!notice) throw failure('common.not_found');
    return notice;
  }

  /** The latest first. */
  ofEdition(editionId: string): Promise<PublicNotice[]> {
    return this.database.manager.find(PublicNotice, {
      where: { editionId: Equal(editionId) },
      order: { number: 'DESC' },
    });
  }

  /** Of all editions. */
  open(): Promise<PublicNotice[]> {
    return this.database.manager.find(PublicNotice, { where: { state: Equal('open') }, order: { closesAt: 'ASC' } });
  }

  /** Oldest first. */
  objections(noticeIds: readonly string[]): Promise<NoticeObjection[]> {
    return this.database.manager.find(NoticeObjection, {
      where: { noticeId: In([...noticeIds]) },
      order: { at: 'ASC', number: 'ASC' },
    });
  }

  async objection(id: string): Promise<NoticeObjection> {
    const objection = await this.database.manager.findOneBy(NoticeObjection, { id: Equal(id) });
    if (!objection) throw failure('common.not_found');
    return objection;
  }

  objectionsBy(personId: string): Promise<NoticeObjection[]> {
    return this.database.manager.find(NoticeObjection, {
      where: { personId: Equal(personId) },
      order: { at: 'ASC', number: 'ASC' },
    });
  }
}
