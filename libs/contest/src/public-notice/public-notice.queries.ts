import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, Not } from 'typeorm';
import { NoticeObjection, PublicNotice } from './public-notice.entity.js';
import type { NoticeKind, NoticeState, ObjectionState } from './public-notice.rules.js';

const SUMMARY = {
  id: true,
  editionId: true,
  stageCode: true,
  number: true,
  kind: true,
  state: true,
  startsOn: true,
  endsOn: true,
  closesAt: true,
  publishedAt: true,
} as const;

/** What a list of notices says of one: all but its own list, which is long. */
export type Summarised = Pick<PublicNotice, keyof typeof SUMMARY>;

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

  /** Those of a kind that were not revoked. */
  standing(editionId: string, kind: NoticeKind): Promise<PublicNotice[]> {
    return this.database.manager.findBy(PublicNotice, {
      editionId: Equal(editionId),
      kind: Equal(kind),
      state: Not(Equal<NoticeState>('revoked')),
    });
  }

  /** Of all editions. */
  open(): Promise<Summarised[]> {
    return this.database.manager.find(PublicNotice, {
      select: SUMMARY,
      where: { state: Equal('open') },
      order: { closesAt: 'ASC' },
    });
  }

  /** The latest first. */
  summaries(editionId: string): Promise<Summarised[]> {
    return this.database.manager.find(PublicNotice, {
      select: SUMMARY,
      where: { editionId: Equal(editionId) },
      order: { number: 'DESC' },
    });
  }

  /** How many objections a notice has, and how many of them wait for their answer. */
  async counts(noticeId: string): Promise<{ all: number; filed: number }> {
    const { manager } = this.database;
    const all = await manager.countBy(NoticeObjection, { noticeId: Equal(noticeId) });
    const filed = all && (await manager.countBy(NoticeObjection, { noticeId: Equal(noticeId), state: Equal('filed') }));
    return { all, filed };
  }

  /** The projects struck off a notice. */
  async struck(noticeId: string): Promise<Set<string>> {
    const found = await this.database.manager.find(NoticeObjection, {
      select: { id: true, projectId: true },
      where: { noticeId: Equal(noticeId), struck: Equal(true) },
    });
    return new Set(found.flatMap(({ projectId }) => projectId ?? []));
  }

  /** The objection for which a project was first struck off a notice, or null. */
  strike(noticeId: string, projectId: string): Promise<NoticeObjection | null> {
    return this.database.manager.findOne(NoticeObjection, {
      where: { noticeId: Equal(noticeId), projectId: Equal(projectId), struck: Equal(true) },
      order: { answeredAt: 'ASC' },
    });
  }

  /** When each objection was filed that waits for its answer, oldest first. */
  filed(noticeIds: readonly string[]): Promise<Pick<NoticeObjection, 'noticeId' | 'at'>[]> {
    return this.database.manager.find(NoticeObjection, {
      select: { id: true, noticeId: true, at: true },
      where: { noticeId: In([...noticeIds]), state: Equal<ObjectionState>('filed') },
      order: { at: 'ASC', number: 'ASC' },
    });
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

  /** Of one person, to one notice or to any; oldest first. */
  objectionsBy(personId: string, noticeId?: string): Promise<NoticeObjection[]> {
    return this.database.manager.find(NoticeObjection, {
      where: { personId: Equal(personId), ...(noticeId === undefined ? {} : { noticeId: Equal(noticeId) }) },
      order: { at: 'ASC', number: 'ASC' },
    });
  }
}
