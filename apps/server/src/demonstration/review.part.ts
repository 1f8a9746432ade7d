import { AllocationService, type Edition, ReviewEntry, RoundService } from '@haishi/contest';
import {
  AssignedPair,
  Expert,
  ExpertAcceptance,
  ReviewQueries,
  type Rubric,
  ScoreRevision,
  ScoreSheet,
  sheetTotal,
} from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Load } from './load.js';
import type { Cast } from './people.part.js';
import { actor } from './persons.js';
import { acceptancesOf, planExperts, planPairs } from './review-plan.js';

const STAGE = 'ONLINE';
const PLAN = {
  judgesPerEntry: 3,
  load: null,
  composition: [
    { type: 'technical', atLeast: 1 },
    { type: 'investor', atLeast: 1 },
  ],
  onePerInstitution: true,
  awayFromHome: true,
  connected: true,
  costs: { field: 0, division: 2, neither: 10 },
  level: 1,
  keep: 5,
  normalisation: 'additive',
  minSheets: 5,
  divergence: 1500,
  lateSheets: 'marked',
} satisfies Parameters<RoundService['plan']>[3];
const COMMENTS = ['技术路线清楚，建议补充第三方检测。', '市场测算偏乐观。', '', '', '团队完整，落地条件成熟。', ''];
/** Judges who found a tie of their own late, so that their entries lack one. */
const LATE_TIES = ['曾任该项目技术顾问', '近两年与该团队联合承担课题', '所在机构正与该企业洽谈投资'];

/** The online review, half-way through: its pool of experts, who judges what, and the sheets that are in. */
@Injectable()
export class ReviewPart {
  constructor(
    private readonly rounds: RoundService,
    private readonly allocation: AllocationService,
    private readonly review: ReviewQueries,
  ) {}

  async load(load: Load, edition: Edition, cast: Cast): Promise<void> {
    load.begin('网评 online review');
    const experts = planExperts(load, edition.id, edition.definition, cast.judges);
    await load.insert(Expert, experts);
    await load.insert(ExpertAcceptance, acceptancesOf(load, edition.definition, experts));
    const grant = { role: 'contest_organiser', scopeType: 'system', scopeId: '' } as const;
    const organiser = actor(cast.account('contest_organiser'), grant);
    const id = await this.rounds.create(organiser, edition.code, STAGE);
    await this.rounds.plan(organiser, id, '*', PLAN);
    await this.rounds.prepare(organiser, id);
    const pairs = await this.give(load, id, experts);
    await this.rounds.open(organiser, id);
    const taken = load.random.sample(pairs, LATE_TIES.length);
    for (const [at, { entryId, personId }] of taken.entries())
      await this.allocation.recuse(organiser, id, { entryId, personId, reason: LATE_TIES[at]! });
    await this.score(
      load,
      id,
      pairs.filter((pair) => pair.declaredAt !== null && !taken.includes(pair)),
    );
  }

  private async give(load: Load, panelId: string, experts: readonly Expert[]): Promise<AssignedPair[]> {
    const entries = await load.run((work) =>
      work.manager.find(ReviewEntry, { where: { roundId: Equal(panelId) }, order: { number: 'ASC' } }),
    );
    const recusals = await this.review.recusals(panelId);
    const barred = new Set(recusals.map(({ entryId, personId }) => `${entryId} ${personId}`));
    const pairs = planPairs(entries, experts, barred).map(({ entryId, expert }): AssignedPair => ({
      id: load.id(load.ago(14)),
      panelId,
      entryId,
      personId: expert.personId!,
      locked: false,
      declaredAt: expert.acceptedAt,
      at: load.ago(14),
      madeBy: 'demonstration',
    }));
    await load.insert(AssignedPair, pairs);
    return pairs;
  }

  /** Each judge has scored the first of what was given to them, some more than others, each in their own way. */
  private async score(load: Load, panelId: string, pairs: readonly AssignedPair[]): Promise<void> {
    const { rubric } = (await this.review.panel(panelId))!;
    const seats = await this.review.seats(panelId);
    const quality = new Map<string, number>();
    const sheets: ScoreSheet[] = [];
    for (const { personId, seatNo } of seats) {
      const own = pairs.filter((pair) => pair.personId === personId);
      const harsh = load.random.int(-7, 7);
      for (const { entryId } of own.slice(0, Math.floor((own.length * load.random.int(20, 90)) / 100))) {
        if (!quality.has(entryId)) quality.set(entryId, load.random.int(58, 90));
        const scores = scoresOf(load, rubric, quality.get(entryId)! + harsh);
        const submittedAt = load.ago(load.random.int(1, 9) / 2);
        sheets.push({
          id: load.id(submittedAt),
          panelId,
          entryId,
          personId,
          seatNo,
          scores,
          comment: load.random.pick(COMMENTS),
          total: sheetTotal(rubric, scores),
          revision: 1,
          sheetKey: load.id(submittedAt),
          state: 'stored',
          submittedAt,
          reopenedBy: null,
          reopenReason: null,
          keyedBy: null,
        });
      }
    }
    await load.insert(ScoreSheet, sheets);
    await load.insert(
      ScoreRevision,
      sheets.map(({ id: sheetId, submittedAt: at, state: _state, seatNo: _seat, ...sheet }) => ({
        ...sheet,
        id: load.id(at),
        sheetId,
        at,
      })),
    );
  }
}

/** Scores about `quality` percent of each criterion. */
function scoresOf(load: Load, { criteria }: Rubric, quality: number): Record<string, number> {
  return Object.fromEntries(
    criteria.map(({ code, max, step }) => {
      const percent = Math.min(99, Math.max(30, quality + load.random.int(-8, 8)));
      return [code, Math.round((max * percent) / 100 / step) * step];
    }),
  );
}
