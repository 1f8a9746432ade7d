import { DrawService, type Edition, RecordQueries, RecordService, SetupService, SignInService } from '@haishi/contest';
import type { Actor } from '@haishi/contracts';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Load } from './load.js';
import { JUDGE_KINDS } from './review-plan.js';
import { chineseName } from './people.js';
import type { Cast } from './people.part.js';
import type { AcceptedProject } from './projects.part.js';

export const SEATS = 7;
/** From 0; the judge whose employer takes part. */
const RECUSED_SEAT = 5;
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

/** How far a session is. */
export interface SessionPlan {
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

/** What comes before a session starts: entries and seats, sign-in, draw, and the supervisor's word on it. */
@Injectable()
export class OpeningPart {
  constructor(
    private readonly setup: SetupService,
    private readonly signIns: SignInService,
    private readonly draws: DrawService,
    private readonly records: RecordQueries,
    private readonly record: RecordService,
    private readonly review: ReviewQueries,
  ) {}

  /** Entries and seats. One judge works where an entry comes from, and is recused by that. */
  async prepare(
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
        kind: JUDGE_KINDS[seat % JUDGE_KINDS.length]!,
        organisationName: seat === RECUSED_SEAT ? employer : JUDGES_FROM[seat]!,
      });
    load.count(entries);
    return id;
  }

  /** Judges at their desks, entries with one speaker each; then the draw. */
  async signIn(load: Load, organiser: Actor, judges: readonly Actor[], id: string): Promise<void> {
    await this.signIns.open(organiser, id);
    for (const judge of judges) await this.signIns.own(judge, id);
    for (const { id: entryId } of await this.review.entries(id))
      await this.signIns.signIn(organiser, id, { entryId, speakers: [chineseName(load.random)] });
    await this.draws.draw(organiser, id, null);
  }

  async witnessDraw(supervisor: Actor, id: string): Promise<void> {
    const { digest } = (await this.records.draw(id))!;
    await this.record.witness(supervisor, id, { subject: 'draw', verdict: 'witnessed', digest });
  }
}
