import { CallService, CourseService, type Edition, ScoringService, StageService, StartService } from '@haishi/contest';
import type { Actor } from '@haishi/contracts';
import { ReviewQueries, type Rubric } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Load } from './load.js';
import { OpeningPart, SEATS, type SessionPlan } from './opening.part.js';
import type { Cast } from './people.part.js';
import { actor } from './persons.js';
import type { AcceptedProject } from './projects.part.js';

/** How many have scored the entry on stage; the account at the panel, on the first seat, has not. */
const JUDGES_DONE = 3;
const COMMENTS = [
  '技术路线清楚，建议补充第三方检测。',
  '市场测算偏乐观。',
  '团队完整，落地条件成熟。',
  '',
  '',
  '样机数据充分，知识产权布局较好。',
  '财务预测依据不足。',
];

/** One that runs, one that waits for its start, one that is over. */
const SESSIONS: readonly SessionPlan[] = [
  { name: '西安赛区赛 · 生物医药专场', region: 'XA', division: 'BIO', entries: 6, firstJudge: 20, shown: 6 },
  { name: '杭州赛区赛 · 新一代电子信息专场', region: 'HZ', division: 'EIT', entries: 8, firstJudge: 0 },
  {
    name: '北京赛区赛 · 先进装备制造专场',
    region: 'BJ',
    division: 'EQP',
    entries: 8,
    firstJudge: 0,
    shown: 4,
    onStage: true,
  },
];

/** Roadshow sessions, gone through as their organisers, chairs and judges would: by the commands of the contest. */
@Injectable()
export class StagePart {
  constructor(
    private readonly opening: OpeningPart,
    private readonly starting: StartService,
    private readonly calling: CallService,
    private readonly course: CourseService,
    private readonly stage: StageService,
    private readonly scoring: ScoringService,
    private readonly review: ReviewQueries,
  ) {}

  async load(load: Load, edition: Edition, cast: Cast, projects: readonly AcceptedProject[]): Promise<void> {
    load.begin('路演场次 roadshow sessions');
    const organiser = actor(cast.account('contest_organiser'), {
      role: 'contest_organiser',
      scopeType: 'system',
      scopeId: '',
    });
    const supervision = { role: 'supervisor' as const, scopeType: 'edition' as const, scopeId: edition.id };
    const chair = actor(cast.account('chair'), { role: 'chair', scopeType: 'edition', scopeId: edition.id });
    for (const plan of SESSIONS) {
      const id = await this.opening.prepare(load, organiser, edition, cast, projects, plan);
      const judges = cast.judges
        .slice(plan.firstJudge, plan.firstJudge + SEATS)
        .map((person) => actor(person, { role: 'judge', scopeType: 'edition', scopeId: edition.id }));
      await this.opening.signIn(load, organiser, judges, id);
      if (plan.shown === undefined) continue;
      await this.opening.witnessDraw(actor(cast.account('supervisor'), supervision), id);
      await this.run(load, chair, judges, id, plan);
    }
  }

  /** From its start to as far as its plan says: to the end where every entry was shown. */
  async run(
    load: Load,
    chair: Actor,
    judges: readonly Actor[],
    id: string,
    plan: Pick<SessionPlan, 'entries' | 'shown' | 'onStage'>,
  ): Promise<void> {
    const { rubric } = (await this.review.panel(id))!;
    const recusals = await this.review.recusals(id);
    await this.starting.start(chair, id, null);
    for (const [index, entry] of (await this.review.entries(id)).entries()) {
      const shown = index < plan.shown!;
      if (!shown && !(plan.onStage && index === plan.shown)) break;
      for (const phase of ['call', 'pitch', 'questions', 'scoring'] as const)
        await (phase === 'call'
          ? this.calling.call(chair, id, entry.id, null)
          : this.stage.phase(chair, id, entry.id, phase));
      const scoring = judges.filter(
        (judge) => !recusals.some(({ entryId, personId }) => entryId === entry.id && personId === judge.id),
      );
      const quality = load.random.int(66, 92);
      for (const judge of shown ? scoring : scoring.slice(-JUDGES_DONE))
        await this.scoring.submit(judge, id, entry.id, sheet(load, rubric, quality));
      if (shown) {
        await this.stage.lock(chair, id, entry.id, null);
        await this.stage.show(chair, id, entry.id);
      }
      load.count(SEATS);
    }
    if (plan.shown === plan.entries) await this.course.close(chair, id, null);
  }
}

/** A sheet whose scores lie about `quality` percent of each criterion. */
function sheet(load: Load, rubric: Rubric, quality: number) {
  const scores = rubric.criteria.map(({ code, max, step }) => {
    const percent = Math.min(99, Math.max(40, quality + load.random.int(-9, 9)));
    return [code, Math.round((max * percent) / 100 / step) * step];
  });
  return { sheetKey: load.id(), revision: 0, scores: Object.fromEntries(scores), comment: load.random.pick(COMMENTS) };
}
