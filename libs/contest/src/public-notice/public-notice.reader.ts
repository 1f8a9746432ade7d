import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { pageOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { CertificateQueries } from '../certificate/certificate.queries.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { ActTies } from '../involvement/free-others.js';
import { assertOrganises } from '../involvement/organising.js';
import { ListedNow, type ListNow } from './listed-now.js';
import { NoticeTies } from './notice.ties.js';
import type {
  NoticeItemView,
  NoticeQuery,
  NoticeSummary,
  NoticeView,
  OwnObjectionView,
  StaffNoticeView,
  StageNoticesView,
} from './public-notice.dto.js';
import type { NoticeItem, NoticeObjection, PublicNotice } from './public-notice.entity.js';
import { PublicNoticeList } from './public-notice.list.js';
import { PublicNoticeQueries, type Summarised } from './public-notice.queries.js';
import { lastDay, NOTICE_KINDS, standingAwards } from './public-notice.rules.js';

/** Projects told at once. */
const PAGE = 200;

/** A notice with all that it lists. */
export interface WholeNotice {
  notice: PublicNotice;
  items: NoticeItemView[];
}

/** Public notices as everybody reads them, and as their organisers do. */
@Injectable()
export class PublicNoticeReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly list: PublicNoticeList,
    private readonly listed: ListedNow,
    private readonly ties: NoticeTies,
    private readonly certificates: CertificateQueries,
    private readonly persons: Persons,
  ) {}

  /** The latest first. */
  async ofEdition(editionName: string): Promise<NoticeSummary[]> {
    const edition = await this.editions.getByName(editionName);
    const notices = await this.queries.summaries(edition.id);
    return notices.map(summaryOf);
  }

  /** With a part of its list. Fails with `common.not_found`, and with `common.bad_cursor`. */
  async view(actor: Actor, id: string, query: NoticeQuery): Promise<NoticeView> {
    const notice = await this.queries.get(id);
    const { code } = await this.editions.get(notice.editionId);
    const { all, filed } = await this.queries.counts(id);
    const own = actor.kind === 'person' ? await this.queries.objectionsBy(actor.id, id) : [];
    const { listed, left } = await this.listed.of(notice);
    const now = notice.state === 'revoked' ? [] : listed;
    const { items: part, ...rest } = pageOf(itemsWith(byDivision(now), query.q ?? ''), query, PAGE);
    return {
      ...summaryOf(notice),
      edition: notice.editionName,
      editionCode: code,
      timeZone: notice.timeZone,
      days: notice.days,
      dayKind: notice.dayKind,
      size: now.length,
      changed: now.some(({ movedUp }) => movedUp),
      items: await this.items(notice, part, left),
      ...rest,
      digest: notice.digest,
      objections: all,
      answered: all - filed,
      endedAt: notice.endedAt?.toISOString() ?? null,
      endReason: notice.endReason,
      own: own.map((one) => ownView(listed, one)),
    };
  }

  /** A notice with the whole of its list, in the order in which it was published. Fails with `common.not_found`. */
  async whole(id: string): Promise<WholeNotice> {
    const notice = await this.queries.get(id);
    const { listed, left } = await this.listed.of(notice);
    return {
      notice,
      items: await this.items(notice, notice.state === 'revoked' ? [] : listed, left),
    };
  }

  /** Each with what became of it since: one reason at most why it no longer has what is listed. */
  private async items(
    { id, editionId }: PublicNotice,
    listed: readonly ListNow['listed'][number][],
    left: ReadonlySet<string>,
  ): Promise<NoticeItemView[]> {
    if (listed.length === 0) return [];
    const struck = await this.queries.struck(editionId);
    const revoked = await this.certificates.takenAway(id);
    return listed.map((item) => {
      const isStruck = struck.has(item.projectId);
      const isRevoked = !isStruck && revoked.has(item.projectId);
      return {
        ...item,
        struck: isStruck,
        revoked: isRevoked,
        left: !isStruck && !isRevoked && left.has(item.projectId),
        movedUp: item.movedUp ?? false,
      };
    });
  }

  /** For who organises the whole edition. */
  async ofStage(actor: Actor, editionName: string, stageCode: string): Promise<StageNoticesView> {
    const edition = await this.editions.getByName(editionName);
    assertOrganises(actor, edition.id);
    const decision = await this.list.decision(edition, stageCode);
    const all = await this.queries.summaries(edition.id);
    const notices = await this.queries.byIds(all.flatMap((one) => (one.stageCode === stageCode ? one.id : [])));
    const elsewhere = standingAwards(all.filter((one) => one.stageCode !== stageCode));
    const objections = await this.queries.objections(notices.map(({ id }) => id));
    const lists = await Promise.all(notices.map((one) => this.listed.of(one)));
    const stands = (kind: string) => notices.some((one) => one.kind === kind && one.state !== 'revoked');
    const { awards } = edition.definition;
    const kinds = NOTICE_KINDS.filter(
      (kind) => decision && !stands(kind) && (kind !== 'awards' || (awards.length > 0 && !elsewhere)),
    );
    const drafts = kinds.flatMap((kind) =>
      (kind === 'awards' ? [false] : [false, true]).map((waiting) => ({ kind, waiting })),
    );
    const would = decision ? await this.list.wouldList(edition, decision, drafts) : [];
    const ties = await this.ties.of(actor, [...lists, ...would]);
    return {
      ...(await this.list.usualDays(edition, stageCode)),
      awards: awards.map(({ name, perDivision }) => ({ name, perDivision })),
      kinds,
      awardsOn: elsewhere ? { number: elsewhere.number, stage: elsewhere.stageName } : null,
      tied: drafts.flatMap((draft, index) => {
        const { numbers, othersAct } = ties[lists.length + index]!;
        return numbers.length > 0 ? [{ ...draft, numbers, othersAct }] : [];
      }),
      notices: await Promise.all(
        notices.map((notice, index) =>
          this.staffView(
            actor,
            notice,
            lists[index]!,
            ties[index]!,
            objections.filter(({ noticeId }) => noticeId === notice.id),
          ),
        ),
      ),
    };
  }

  /** One notice at its desk, for who organises the whole edition. Fails with `common.not_found`. */
  async desk(actor: Actor, id: string): Promise<StaffNoticeView & { editionId: string }> {
    const notice = await this.queries.get(id);
    const { editionId } = notice;
    assertOrganises(actor, editionId);
    const list = await this.listed.of(notice);
    const [ties] = await this.ties.of(actor, [list]);
    return { ...(await this.staffView(actor, notice, list, ties!, await this.queries.objections([id]))), editionId };
  }

  private async staffView(
    actor: Actor,
    notice: PublicNotice,
    list: ListNow,
    { closed, numbers, othersAct }: ActTies,
    objections: readonly NoticeObjection[],
  ): Promise<StaffNoticeView> {
    const people = await this.persons.byIds(
      objections.flatMap(({ personId, answeredBy }) => (answeredBy ? [personId, answeredBy] : [personId])),
    );
    const answering = await this.ties.answering(actor, list, objections, closed);
    const mayNot = ({ personId }: NoticeObjection, index: number) =>
      personId === actor.id || answering[index]!.withheld;
    const waiting = new Set(
      await this.ties.waiting(
        list.editionId,
        notice.state === 'open' ? objections.filter((one, index) => one.state === 'filed' && mayNot(one, index)) : [],
      ),
    );
    const { listed } = list;
    return {
      ...summaryOf(notice),
      revision: notice.revision,
      size: listed.length,
      digest: notice.digest,
      certain: lastDay(notice.startsOn, notice.days, notice.dayKind).certain,
      endReason: notice.endReason,
      tied: numbers.length > 0 ? { numbers, othersAct } : null,
      objections: objections.map((one, index) => {
        // Who an objection is against learns neither who filed it nor what it says.
        const { withheld, numbers: about } = answering[index]!;
        const by = withheld ? undefined : people.get(one.personId);
        return {
          ...ownView(listed, one),
          ...(withheld ? { statement: '', evidence: [], answer: null } : {}),
          withheld,
          by: by?.name ?? '',
          contact: by?.mail ?? by?.phone ?? '',
          title: listed.find(({ projectId }) => projectId === one.projectId)?.title ?? null,
          struck: one.struck,
          answeredBy: withheld ? null : ((one.answeredBy && people.get(one.answeredBy)?.name) ?? null),
          conflicted: mayNot(one, index),
          waits: waiting.has(one),
          tied: !mayNot(one, index) && about.length > 0,
        };
      }),
    };
  }
}

function summaryOf(notice: Summarised): NoticeSummary {
  const { id, number, stageName, kind, state, startsOn, endsOn, closesAt, publishedAt } = notice;
  return {
    id,
    number,
    stage: stageName,
    kind,
    state,
    startsOn,
    endsOn,
    closesAt: closesAt.toISOString(),
    takesObjections: state === 'open' && closesAt.getTime() > Date.now(),
    publishedAt: publishedAt.toISOString(),
  };
}

/** The divisions in the order in which the list comes to them. */
function byDivision<Item extends NoticeItem>(items: readonly Item[]): Item[] {
  return [...Map.groupBy(items, ({ division }) => division.zh).values()].flat();
}

function itemsWith<Item extends NoticeItem>(items: readonly Item[], words: string): readonly Item[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return items;
  return items.filter(({ number, title, organisation }) =>
    [number, title, organisation].some((one) => one.toLowerCase().includes(wanted)),
  );
}

function ownView(listed: readonly NoticeItem[], objection: NoticeObjection): OwnObjectionView {
  const { id, number, projectId, statement, evidence, at, state, answer, answeredAt } = objection;
  return {
    id,
    number,
    projectNumber: listed.find((item) => item.projectId === projectId)?.number ?? null,
    statement,
    evidence,
    at: at.toISOString(),
    state,
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
