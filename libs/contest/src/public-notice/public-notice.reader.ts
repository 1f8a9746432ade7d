import { type Actor, type LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { assertAllowed } from '@haishi/platform';
import { addWorkingDays } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import type {
  NoticeItemView,
  NoticeSummary,
  NoticeView,
  OwnObjectionView,
  StaffNoticeView,
  StageNoticesView,
} from './public-notice.dto.js';
import type { NoticeObjection, PublicNotice } from './public-notice.entity.js';
import { type ListChanges, PublicNoticeList } from './public-notice.list.js';
import { PublicNoticeQueries, type Summarised } from './public-notice.queries.js';
import { NOTICE_KINDS } from './public-notice.rules.js';

const USUAL_WORKING_DAYS = 5;

/** Public notices as everybody reads them, and as their organisers do. */
@Injectable()
export class PublicNoticeReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly list: PublicNoticeList,
    private readonly involvement: Involvement,
    private readonly persons: Persons,
  ) {}

  /** The latest first. */
  async ofEdition(editionName: string): Promise<NoticeSummary[]> {
    const edition = await this.editions.getByName(editionName);
    const notices = await this.queries.summaries(edition.id);
    return Promise.all(notices.map(async (one) => summaryOf(one, await this.stageName(one))));
  }

  /** Fails with `common.not_found`. */
  async view(actor: Actor, id: string): Promise<NoticeView> {
    const notice = await this.queries.get(id);
    const edition = await this.editions.get(notice.editionId);
    const { all, filed } = await this.queries.counts(id);
    const own = actor.kind === 'person' ? await this.queries.objectionsBy(actor.id, id) : [];
    return {
      ...summaryOf(notice, await this.stageName(notice)),
      edition: { zh: edition.nameZh, en: edition.nameEn },
      editionCode: edition.code,
      timeZone: edition.timeZone,
      workingDays: notice.workingDays,
      items:
        notice.state === 'revoked' ? [] : itemsOf(notice, await this.queries.struck(id), await this.list.since(notice)),
      digest: notice.digest,
      objections: all,
      answered: all - filed,
      endedAt: notice.endedAt?.toISOString() ?? null,
      endReason: notice.endReason,
      own: own.map((one) => ownView(notice, one)),
    };
  }

  /** For who organises the whole edition. */
  async ofStage(actor: Actor, editionName: string, stageCode: string): Promise<StageNoticesView> {
    const edition = await this.editions.getByName(editionName);
    assertAllowed(actor, 'edition.manage', editionScopes(edition.id));
    const decision = await this.list.decision(edition, stageCode);
    const notices = (await this.queries.ofEdition(edition.id)).filter((one) => one.stageCode === stageCode);
    const objections = await this.queries.objections(notices.map(({ id }) => id));
    const stands = (kind: string) => notices.some((one) => one.kind === kind && one.state !== 'revoked');
    const { awards } = edition.definition;
    return {
      workingDays: await this.usualDays(edition),
      awards: awards.map(({ name, perDivision }) => ({ name, perDivision })),
      kinds: NOTICE_KINDS.filter((kind) => decision && !stands(kind) && (kind !== 'awards' || awards.length > 0)),
      notices: await Promise.all(
        notices.map((notice) =>
          this.staffView(
            actor,
            notice,
            objections.filter(({ noticeId }) => noticeId === notice.id),
          ),
        ),
      ),
    };
  }

  private async staffView(
    actor: Actor,
    notice: PublicNotice,
    objections: readonly NoticeObjection[],
  ): Promise<StaffNoticeView> {
    const people = await this.persons.byIds(
      objections.flatMap(({ personId, answeredBy }) => (answeredBy ? [personId, answeredBy] : [personId])),
    );
    const close = await this.involvement.conflicts(
      actor,
      objections.flatMap(({ projectId }) => projectId ?? []),
    );
    return {
      ...summaryOf(notice, await this.stageName(notice)),
      revision: notice.revision,
      size: notice.items.length,
      digest: notice.digest,
      certain: addWorkingDays(notice.startsOn, notice.workingDays).certain,
      endReason: notice.endReason,
      objections: objections.map((one) => {
        const conflicted = one.personId === actor.id || (one.projectId !== null && close.has(one.projectId));
        // Who an objection is against does not learn who filed it.
        const by = conflicted && one.personId !== actor.id ? undefined : people.get(one.personId);
        return {
          ...ownView(notice, one),
          by: by?.name ?? '',
          contact: by?.mail ?? by?.phone ?? '',
          title: notice.items.find(({ projectId }) => projectId === one.projectId)?.title ?? null,
          struck: one.struck,
          answeredBy: (one.answeredBy && people.get(one.answeredBy)?.name) ?? null,
          conflicted,
        };
      }),
    };
  }

  private async usualDays({ id }: Edition): Promise<number> {
    const stage = (await this.editions.stages(id)).find(({ kind }) => kind === 'notice');
    return stage?.settings.workingDays ?? USUAL_WORKING_DAYS;
  }

  private async stageName({ editionId, stageCode }: Summarised): Promise<LocalText> {
    const stage = (await this.editions.stages(editionId)).find(({ code }) => code === stageCode)!;
    return { zh: stage.nameZh, en: stage.nameEn };
  }
}

function summaryOf(notice: Summarised, stage: LocalText): NoticeSummary {
  const { id, number, kind, state, startsOn, endsOn, closesAt, publishedAt } = notice;
  return {
    id,
    number,
    stage,
    kind,
    state,
    startsOn,
    endsOn,
    closesAt: closesAt.toISOString(),
    takesObjections: state === 'open' && closesAt.getTime() > Date.now(),
    publishedAt: publishedAt.toISOString(),
  };
}

/** The list as it was published, with what became of it since; who moved up from beyond it stands last. */
function itemsOf(
  { items }: PublicNotice,
  struck: ReadonlySet<string>,
  { left, movedUp }: ListChanges,
): NoticeItemView[] {
  const now = new Map(movedUp.map((item) => [item.projectId, item]));
  const listed = new Set(items.map(({ projectId }) => projectId));
  return [...items, ...movedUp.filter(({ projectId }) => !listed.has(projectId))].map((item) => {
    const { projectId } = item;
    return {
      ...(now.get(projectId) ?? item),
      struck: struck.has(projectId),
      left: left.has(projectId) && !struck.has(projectId),
      movedUp: now.has(projectId),
    };
  });
}

function ownView(notice: PublicNotice, objection: NoticeObjection): OwnObjectionView {
  const { id, number, projectId, statement, at, state, answer, answeredAt } = objection;
  return {
    id,
    number,
    projectNumber: notice.items.find((item) => item.projectId === projectId)?.number ?? null,
    statement,
    at: at.toISOString(),
    state,
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
