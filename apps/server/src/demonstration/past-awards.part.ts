import { createHash } from 'node:crypto';
import {
  AdvancementQueries,
  type Edition,
  headingOf,
  noticeDays,
  PublicNotice,
  PublicNoticeList,
  StageAdvancement,
  type StagePlan,
  workOut,
} from '@haishi/contest';
import type { Person } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import type { Load } from './load.js';
import { FINAL_STAGE } from './past-final.part.js';

const WORKING_DAYS = 5;
/** Days before the load, within the stage of the notice. */
const NOTICE_AGO = 410;

/** What was published of the edition before: who came through its final, and its winners, on a notice that nobody objected to. */
@Injectable()
export class PastAwardsPart {
  constructor(
    private readonly advancements: AdvancementQueries,
    private readonly list: PublicNoticeList,
  ) {}

  async load(load: Load, edition: Edition, organiser: Person): Promise<void> {
    const decision = await this.decide(load, edition, organiser);
    await load.insert(StageAdvancement, [decision]);
    await load.insert(PublicNotice, [await this.notice(load, edition, organiser, decision)]);
  }

  /** Everybody in the final comes through it: it decides on places alone. */
  private async decide(load: Load, edition: Edition, { id: organiserId }: Person): Promise<StageAdvancement> {
    const final = await this.advancements.stage(edition, FINAL_STAGE);
    const plan: StagePlan = {
      mode: 'total',
      size: final.entries.length,
      permille: null,
      regions: null,
      divisions: null,
      caps: [],
      wildcards: 0,
      waiting: 0,
      cutTies: 'order',
      excluded: [],
    };
    const facts = await this.advancements.facts(final, plan);
    const outcome = workOut(facts, plan);
    if ('problems' in outcome) throw new Error('The final of the edition before decides nothing.');
    const at = load.ago(NOTICE_AGO + 2);
    return {
      ...outcome,
      plan,
      id: load.id(at),
      editionId: edition.id,
      stageCode: FINAL_STAGE,
      number: 1,
      revision: 2,
      reason: null,
      decidedAt: at,
      decidedBy: organiserId,
      publishedAt: load.ago(NOTICE_AGO + 1),
      publishedBy: organiserId,
    };
  }

  private async notice(
    load: Load,
    edition: Edition,
    { id: organiserId }: Person,
    decision: StageAdvancement,
  ): Promise<PublicNotice> {
    const publishedAt = load.ago(NOTICE_AGO);
    const { stage, entries } = await this.advancements.stage(edition, FINAL_STAGE);
    const projectOf = new Map(entries.map((one) => [one.id, one.projectId]));
    const items = await this.list.items(edition, decision, projectOf, { kind: 'awards', waiting: false });
    const { startsOn, endsOn, closesAt } = noticeDays(publishedAt, WORKING_DAYS, 'working', edition.timeZone);
    return {
      id: load.id(publishedAt),
      editionId: edition.id,
      stageCode: FINAL_STAGE,
      kind: 'awards',
      number: 1,
      state: 'concluded',
      revision: 2,
      days: WORKING_DAYS,
      dayKind: 'working',
      startsOn,
      endsOn,
      closesAt,
      ...headingOf(edition, stage),
      items,
      digest: createHash('sha256').update(JSON.stringify(items), 'utf8').digest('hex'),
      advancementId: decision.id,
      publishedAt,
      publishedBy: organiserId,
      endedAt: closesAt,
      endedBy: organiserId,
      endReason: null,
    };
  }
}
