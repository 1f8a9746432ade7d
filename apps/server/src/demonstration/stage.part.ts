import {
  CourseService,
  DrawService,
  type Edition,
  ScoringService,
  SetupService,
  SignInService,
  StageService,
} from '@haishi/contest';
import type { Actor, Grant } from '@haishi/contracts';
import type { Person } from '@haishi/identity';
import { ReviewQueries, type Rubric, SEAT_KINDS } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { AcceptedProject } from './projects.part.js';
import type { Load } from './load.js';
import { chineseName } from './people.js';
import type { Cast } from './people.part.js';

const SEATS = 7;
/** From 0; the judge whose employer takes part. */
const RECUSED_SEAT = 5;
/** How many have scored the entry on stage; the account at the panel, on the first seat, has not. */
const JUDGES_DONE = 3;
const ROOM = {
  BJ: '北京国家会议中心 三层 305',
  HZ: '杭州国际博览中心 二层 B 厅',
  XA: '西安曲江国际会议中心 一层 大厅',
};
const JUDGES_FROM = [
  '华北创投',
  '中科先导研究院',
  '冀中产业投资基金',
  '清北新材料实验室',
  '京津冀技术转移中心',
  '市发展和改革委员会',
  '长城智造研究院',
];
const COMMENTS = [
  '技术路线清楚，建议补充第三方检测。',
  '市场测算偏乐观。',
  '团队完整，落地条件成熟。',
  '',
  '',
  '样机数据充分，知识产权布局较好。',
  '财务预测依据不足。',
];

/** How far a session is. */
interface SessionPlan {
  name: string;
  region: keyof typeof ROOM;
  division: string;
  entries: number;
  /** Which of the judges sit on its panel; the first of all is the account at the panel. */
  firstJudge: number;
  /** How many entries were shown; `undefined` where it has not begun. */
  shown?: number;
  /** Whether one more is on stage, being scored. */
  onStage?: boolean;
}

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

const actor = ({ id, name, locale }: Person, grant: Grant): Actor => ({
  kind: 'person',
  id,
  name,
  grants: [grant],
  secondFactor: true,
  locale,
  ip: '',
  requestId: '',
});

/** Roadshow sessions, gone through as their organisers, chairs and judges would: by the commands of the contest. */
@Injectable()
export class StagePart {
  constructor(
    private readonly setup: SetupService,
    private readonly signIns: SignInService,
    private readonly draws: DrawService,
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
    const chair = actor(cast.account('chair'), { role: 'chair', scopeType: 'edition', scopeId: edition.id });
    for (const plan of SESSIONS) {
      const id = await this.prepare(load, organiser, edition, cast, projects, plan);
      const judges = cast.judges
        .slice(plan.firstJudge, plan.firstJudge + SEATS)
        .map((person) => actor(person, { role: 'judge', scopeType: 'edition', scopeId: edition.id }));
      await this.signIn(load, organiser, judges, id);
      if (plan.shown !== undefined) await this.run(load, chair, judges, id, plan);
    }
  }

  /** Entries and seats. One judge works where an entry comes from, and is recused by that. */
  private async prepare(
    load: Load,
    organiser: Actor,
    edition: Edition,
    cast: Cast,
    projects: readonly AcceptedProject[],
    { name, region, division, entries, firstJudge }: SessionPlan,
  ): Promise<string> {
    const fitting = projects.filter((one) => one.region === region && one.division === division);
    const chosen = load.random.sample(fitting, entries);
    const id = await this.setup.create(organiser, edition.code, {
      stageCode: 'HEAT',
      regionCode: region,
      name,
      room: ROOM[region],
    });
    await this.setup.addEntries(
      organiser,
      id,
      chosen.map((one) => one.id),
    );
    const employer = chosen.find(({ group }) => group === 'ENT')!.organisation.name;
    for (let seat = 0; seat < SEATS; seat += 1)
      await this.setup.seat(organiser, id, {
        seatNo: seat + 1,
        personId: cast.judges[firstJudge + seat]!.id,
        kind: SEAT_KINDS[seat % SEAT_KINDS.length]!,
        organisationName: seat === RECUSED_SEAT ? employer : JUDGES_FROM[seat]!,
      });
    load.count(entries);
    return id;
  }

  /** Judges at their desks, entries with one speaker each; then the draw. */
  private async signIn(load: Load, organiser: Actor, judges: readonly Actor[], id: string): Promise<void> {
    await this.signIns.open(organiser, id);
    for (const judge of judges) await this.signIns.own(judge, id);
    for (const { id: entryId } of await this.review.entries(id))
      await this.signIns.signIn(organiser, id, { entryId, speakers: [chineseName(load.random)] });
    await this.draws.draw(organiser, id, null);
  }

  private async run(load: Load, chair: Actor, judges: readonly Actor[], id: string, plan: SessionPlan): Promise<void> {
    const { rubric } = (await this.review.panel(id))!;
    const recusals = await this.review.recusals(id);
    await this.course.start(chair, id);
    for (const [index, entry] of (await this.review.entries(id)).entries()) {
      const shown = index < plan.shown!;
      if (!shown && !(plan.onStage && index === plan.shown)) break;
      for (const phase of ['call', 'pitch', 'questions', 'scoring'] as const)
        await (phase === 'call' ? this.stage.call(chair, id, entry.id) : this.stage.phase(chair, id, entry.id, phase));
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
