import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { AdvancementNotices } from '../advancement/advancement.notices.js';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { Replacing } from '../advancement/replacing.js';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { tiedTo } from './notice.ties.js';
import type { NoticeObjection, PublicNotice } from './public-notice.entity.js';

/**
 * What follows where an objection strikes a project off a notice 取消资格: it leaves the decision that the notice published, and
 * the next on the waiting list moves up at once. Of a notice of awards nobody moves up, on it or in the decision: who wins one was
 * on public notice with it, so that its place stays vacant.
 */
@Injectable()
export class Disqualification {
  constructor(
    private readonly editions: EditionQueries,
    private readonly advancements: AdvancementQueries,
    private readonly replacing: Replacing,
    private readonly notices: AdvancementNotices,
  ) {}

  /**
   * In the transaction of the answer, by who may give it. Does nothing where the project has left the decision before. Fails with
   * `advancement.tied` and `advancement.next_withdrew` as {@link Replacing.takeOut} does.
   */
  async follows(
    work: Work,
    notice: PublicNotice,
    { projectId, number: objection, personId: notBy }: NoticeObjection,
  ): Promise<void> {
    const edition = await this.editions.get(notice.editionId);
    const place = await this.advancements.stage(edition, notice.stageCode);
    const decision = (await this.advancements.latest(edition.id, notice.stageCode))!;
    const entry = place.entries.find((one) => one.projectId === projectId);
    if (!entry) throw failure('common.not_found');
    const left = await this.advancements.replacements(decision.id);
    if (left.some(({ withdrawnId }) => withdrawnId === entry.id)) return;
    const struckBy = { notice: notice.number, objection };
    const leaving = { entryId: entry.id, reason: '', struckBy, vacant: notice.kind === 'awards', notBy };
    const { number, movedUp, tied } = await this.replacing.takeOut(work, place, decision, leaving, 'strike');
    await this.notices.movedUp(work, place, decision, movedUp);
    await work.event({
      type: 'advancement.replaced',
      subjectType: 'edition',
      subjectId: edition.id,
      scopes: editionScopes(edition.id),
      payload: { stage: notice.stageCode, number, left: entry.id, movedUp, struckBy, ...tiedTo(tied) },
    });
  }
}
