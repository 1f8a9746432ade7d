import { createHash } from 'node:crypto';
import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertVersion, inTurns, isDuplicateKey, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { StageAdvancement } from '../advancement/advancement.entity.js';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { assertOrganises } from '../involvement/organising.js';
import { ListedNow } from './listed-now.js';
import { NoticeTies, tiedTo } from './notice.ties.js';
import type { PublishNoticeInput } from './public-notice.dto.js';
import { type NoticeItem, PublicNotice } from './public-notice.entity.js';
import { PublicNoticeList } from './public-notice.list.js';
import { PublicNoticeQueries } from './public-notice.queries.js';
import { headingOf, MOST_DAYS, NOTICE_MACHINE, noticeDays, standingAwards } from './public-notice.rules.js';

/** What organisers do with public notices. */
@Injectable()
export class PublicNoticeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly list: PublicNoticeList,
    private readonly listed: ListedNow,
    private readonly ties: NoticeTies,
  ) {}

  /**
   * Publishes what was decided on a stage; answers the notice's id. From then on the list stands as it is. Fails with
   * `advancement.not_published`, `public_notice.exists` where one of the kind is open or concluded, `public_notice.awards_stand` where
   * awards are on that of another stage, `public_notice.empty`, and as {@link NoticeTies.assertActs} says.
   */
  async publish(actor: Actor, editionName: string, stageCode: string, input: PublishNoticeInput): Promise<string> {
    // Nothing is added to what was decided, or taken away: thousands are read before anybody has to wait.
    const projectOf = await this.list.projectsAt(await this.organised(actor, editionName), stageCode);
    return this.unitOfWork.run(actor, async (work) => {
      const edition = await this.organised(actor, editionName);
      const decision = await this.list.decision(edition, stageCode);
      if (!decision) throw failure('advancement.not_published');
      const { kind, days, waiting = false } = input;
      const { dayKind } = await this.list.usualDays(edition, stageCode);
      if (days > MOST_DAYS[dayKind])
        throw failure('common.invalid', {
          fields: [{ field: 'days', code: 'common.number_out_of_range', params: { min: 1, max: MOST_DAYS[dayKind] } }],
        });
      // Of two notices the second takes the next number, and whoever is replaced meanwhile is on none.
      await work.lockRow(Edition, edition.id);
      await work.lockRow(StageAdvancement, decision.id);
      const earlier = await this.queries.summaries(edition.id);
      if (earlier.some((one) => one.stageCode === stageCode && one.kind === kind && one.state !== 'revoked'))
        throw failure('public_notice.exists');
      const awards = kind === 'awards' && standingAwards(earlier);
      if (awards)
        throw failure('public_notice.awards_stand', { params: { number: awards.number, stage: awards.stageName } });
      const items = await this.list.items(edition, decision, projectOf, { kind, waiting });
      const tied = await this.ties.assertActs(actor, { editionId: edition.id, listed: items });
      const stage = (await this.editions.stages(edition.id)).find(({ code }) => code === stageCode)!;
      const digest = await digestOf(items);
      const { startsOn, endsOn, closesAt } = noticeDays(work.now, days, dayKind, edition.timeZone);
      const id = newId();
      const number = (earlier[0]?.number ?? 0) + 1;
      try {
        await work.manager.insert(PublicNotice, {
          id,
          editionId: edition.id,
          stageCode,
          kind,
          number,
          state: 'open',
          revision: 1,
          days,
          dayKind,
          startsOn,
          endsOn,
          closesAt,
          ...headingOf(edition, stage),
          items,
          digest,
          advancementId: decision.id,
          publishedAt: work.now,
          publishedBy: actor.id,
          endedAt: null,
          endedBy: null,
          endReason: null,
        });
      } catch (error) {
        if (isDuplicateKey(error)) throw failure('public_notice.exists');
        throw error;
      }
      const payload = { noticeId: id, number, kind, stage: stageCode, endsOn, digest, ...tiedTo(tied) };
      await this.event(work, 'public_notice.published', edition.id, payload);
      return id;
    });
  }

  /**
   * Ends it as it stands, once its days are over. Fails with `public_notice.still_open`, `public_notice.unanswered` where an
   * objection waits for its answer, `public_notice.ended`, and as {@link NoticeTies.assertActs} says.
   */
  conclude(actor: Actor, id: string, revision: number): Promise<void> {
    return this.end(actor, id, revision, 'conclude', null, async (notice, now) => {
      if (notice.closesAt > now) throw failure('public_notice.still_open', { params: { day: notice.endsOn } });
      const { filed } = await this.queries.counts(id);
      if (filed > 0) throw failure('public_notice.unanswered', { params: { count: filed } });
    });
  }

  /**
   * Takes it back; the list is no longer shown, and a corrected one may be published. Fails with `public_notice.ended`, and as
   * {@link NoticeTies.assertActs} says.
   */
  revoke(actor: Actor, id: string, revision: number, reason: string): Promise<void> {
    return this.end(actor, id, revision, 'revoke', reason, async () => {});
  }

  private end(
    actor: Actor,
    id: string,
    revision: number,
    action: 'conclude' | 'revoke',
    reason: string | null,
    check: (notice: PublicNotice, now: Date) => Promise<void>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const notice = await this.queries.get(id);
      assertOrganises(actor, notice.editionId);
      const tied = await this.ties.assertActs(actor, await this.listed.of(notice));
      assertVersion(notice.revision, revision);
      await work.lockRow(PublicNotice, id);
      const state = NOTICE_MACHINE.next(notice.state, action);
      if (!state) throw failure('public_notice.ended');
      await check(notice, work.now);
      const { affected } = await work.manager.update(
        PublicNotice,
        { id: Equal(id), revision: Equal(revision), state: Equal(notice.state) },
        { state, revision: revision + 1, endedAt: work.now, endedBy: actor.id, endReason: reason },
      );
      if (affected !== 1) throw failure('common.stale');
      const payload = { noticeId: id, number: notice.number, ...(reason ? { reason } : {}), ...tiedTo(tied) };
      await this.event(work, `public_notice.${state}`, notice.editionId, payload);
    });
  }

  private async organised(actor: Actor, editionName: string): Promise<Edition> {
    const edition = await this.editions.getByName(editionName);
    assertOrganises(actor, edition.id);
    return edition;
  }

  private event(work: Work, type: string, editionId: string, payload: Record<string, unknown>): Promise<string> {
    return work.event({
      type,
      subjectType: 'edition',
      subjectId: editionId,
      scopes: editionScopes(editionId),
      payload,
    });
  }
}

/** Of the list as JSON, some of it at a time. */
async function digestOf(items: readonly NoticeItem[]): Promise<string> {
  const hash = createHash('sha256').update('[');
  await inTurns(items, (item, index) => hash.update(`${index > 0 ? ',' : ''}${JSON.stringify(item)}`));
  return hash.update(']').digest('hex');
}
