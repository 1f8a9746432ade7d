import { failure } from '@haishi/contracts';
import { Database, Kept } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, type FindOptionsWhere, In, LessThan, Not } from 'typeorm';
import { NoticeObjection, type NoticeItem, PublicNotice } from './public-notice.entity.js';
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
  stageName: true,
} as const;

const HEAD = {
  ...SUMMARY,
  revision: true,
  days: true,
  dayKind: true,
  editionName: true,
  timeZone: true,
  digest: true,
  advancementId: true,
  publishedBy: true,
  endedAt: true,
  endedBy: true,
  endReason: true,
} as const;

/** Notices whose lists are kept: everybody reads them, and every entrant's timeline looks for itself in them. */
const MOST_KEPT = 12;

/** What a list of notices says of one: all but its own list, which is long. */
export type Summarised = Pick<PublicNotice, keyof typeof SUMMARY>;

/** Named reads of public notices and of what was objected. */
@Injectable()
export class PublicNoticeQueries {
  private readonly lists = new Kept<NoticeItem[]>(MOST_KEPT);

  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<PublicNotice> {
    const [notice] = await this.whole({ id: Equal(id) });
    if (!notice) throw failure('common.not_found');
    return notice;
  }

  /** The latest first. */
  ofEdition(editionId: string): Promise<PublicNotice[]> {
    return this.whole({ editionId: Equal(editionId) });
  }

  /** Each with its list, which stands as it was published and is read once. */
  private async whole(where: FindOptionsWhere<PublicNotice>): Promise<PublicNotice[]> {
    const heads = await this.database.manager.find(PublicNotice, { select: HEAD, where, order: { number: 'DESC' } });
    return Promise.all(
      heads.map(async (head) => ({ ...head, items: await this.lists.get(head.id, () => this.list(head.id)) })),
    );
  }

  private async list(id: string): Promise<NoticeItem[]> {
    const select = { id: true, items: true } as never;
    return (await this.database.manager.findOneOrFail(PublicNotice, { select, where: { id: Equal(id) } })).items;
  }

  /** Those of a kind that were not revoked. */
  standing(editionId: string, kind: NoticeKind): Promise<PublicNotice[]> {
    return this.database.manager.findBy(PublicNotice, {
      editionId: Equal(editionId),
      kind: Equal(kind),
      state: Not(Equal<NoticeState>('revoked')),
    });
  }

  /** Awards of editions other than this one that stand for good and were published before `before`. */
  concludedAwards(editionId: string, before: Date): Promise<PublicNotice[]> {
    return this.whole({
      editionId: Not(Equal(editionId)),
      kind: Equal<NoticeKind>('awards'),
      state: Equal<NoticeState>('concluded'),
      publishedAt: LessThan(before),
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

  /** The projects struck off any notice of an edition: none of them keeps what another notice lists it for. */
  async struck(editionId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ projectId: string }>(
      `SELECT objection.projectId AS projectId FROM notice_objections objection
       JOIN public_notices notice ON notice.id = objection.noticeId
       WHERE notice.editionId = ? AND objection.struck = 1 AND objection.projectId IS NOT NULL`,
      [editionId],
    );
    return new Set(rows.map(({ projectId }) => projectId));
  }

  byIds(ids: readonly string[]): Promise<PublicNotice[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.whole({ id: In([...ids]) });
  }

  /** The objections for which a project was struck off notices, in the order of their answers. */
  strikes(projectId: string): Promise<NoticeObjection[]> {
    return this.database.manager.find(NoticeObjection, {
      where: { projectId: Equal(projectId), struck: Equal(true) },
      order: { answeredAt: 'ASC' },
    });
  }

  /** Each objection that waits for its answer, oldest first, without what it says. */
  filed(noticeIds: readonly string[]): Promise<Pick<NoticeObjection, 'noticeId' | 'projectId' | 'personId' | 'at'>[]> {
    return this.database.manager.find(NoticeObjection, {
      select: { id: true, noticeId: true, projectId: true, personId: true, at: true },
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
