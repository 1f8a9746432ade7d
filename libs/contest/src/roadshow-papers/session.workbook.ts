import { EVENT_LABELS } from '@haishi/contracts';
import { type Cell, type Sheet, writeWorkbook } from '@haishi/platform';
import { formatPoints } from '@haishi/review';
import { commitment, lotOf } from '../roadshow/draw.rules.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';
import { keyersOf, nameOf, type PaperFacts, roomTime } from './paper.facts.js';
import { both, RECUSAL_KIND_WORDS, recusalReason, ruleOf, STRUCK_WORDS } from './paper.words.js';

const PAYLOAD_LENGTH = 4000;

/** Everything of a session as a workbook: what it is, results, sheets with every correction, recusals, draw and events. */
export function sessionWorkbook(facts: PaperFacts): Promise<Buffer> {
  return writeWorkbook([
    about(facts),
    results(facts),
    sheets(facts),
    submissions(facts),
    recusals(facts),
    draw(facts),
    events(facts),
  ]);
}

const columns = (...headers: readonly (readonly [header: string, width: number])[]) =>
  headers.map(([header, width]) => ({ header, width }));
const inPoints = (hundredths: number): number => hundredths / 100;
const entryOf = ({ entries }: PaperFacts, id: string): RoadshowEntry => entries.find((entry) => entry.id === id)!;
const seatOf = ({ seats }: PaperFacts, personId: string) => seats.find((seat) => seat.personId === personId);

function about(facts: PaperFacts): Sheet {
  const { session, rubric, aggregation, seats } = facts;
  const rule = ruleOf(rubric, aggregation);
  return {
    name: '场次',
    columns: columns(['项 Item', 28], ['内容 Value', 70]),
    rows: [
      ['赛事 Edition', both(facts.edition)],
      ['阶段 Stage', both(facts.stage)],
      ['场次 Session', session.name],
      ['地点 Room', session.room],
      ['时区 Time zone', session.timeZone],
      ['状态 State', session.state],
      ['规则 Rule', `${rule.zh}\n${rule.en}`],
      ...rubric.criteria.map(({ code, name, max, step, weight }) => [
        `评分项 ${code}`,
        `${both(name)}：满分 ${formatPoints(max)}，步长 ${formatPoints(step)}，分值 ${formatPoints(weight)}`,
      ]),
      ...seats.map((seat) => [
        `${seat.seatNo} 号席 Seat ${seat.seatNo}`,
        `${nameOf(facts, seat.personId)}（${both(facts.kindName(seat.kind))}）${seat.organisationName}`,
      ]),
    ],
  };
}

function results(facts: PaperFacts): Sheet {
  const scale = 10 ** facts.aggregation.decimals;
  const scaled = (value: number | null): Cell => (value === null ? null : value / scale);
  return {
    name: '成绩',
    columns: columns(
      ['出场 Order', 10],
      ['编号 Entry', 20],
      ['项目 Title', 40],
      ['单位 Team', 40],
      ['赛道 Division', 24],
      ['组别 Group', 20],
      ['状态 State', 12],
      ['榜上名次 Place on the board', 14],
      ['最终名次 Final place', 14],
      ['得分 Score', 12],
      ['去分前 Before striking', 14],
      ['有效评分 Valid', 12],
      ['去最高席 Highest', 14],
      ['去最低席 Lowest', 14],
      ['亮分时间 Shown', 20],
      ['缺评锁定说明 Lock reason', 40],
    ),
    rows: facts.entries.map((entry) => {
      const result = facts.results.find(({ entryId }) => entryId === entry.id)!;
      return [
        entry.position,
        entry.number,
        entry.title,
        entry.team,
        both(entry.divisionName),
        both(entry.groupName),
        entry.state,
        entry.place,
        result.place,
        scaled(result.score),
        scaled(result.untrimmed),
        result.valid,
        result.droppedHighest.join('、'),
        result.droppedLowest.join('、'),
        entry.shownAt && roomTime(facts.session, entry.shownAt),
        entry.lockReason,
      ];
    }),
  };
}

function sheets(facts: PaperFacts): Sheet {
  const { criteria } = facts.rubric;
  return {
    name: '评分单',
    columns: columns(
      ['出场 Order', 10],
      ['编号 Entry', 20],
      ['项目 Title', 40],
      ['席位 Seat', 10],
      ['评委 Judge', 16],
      ...criteria.map(({ name }) => [both(name), 14] as const),
      ['总分 Total', 12],
      ['计分 Counted', 18],
      ['次数 Revision', 10],
      ['提交时间 Submitted', 20],
      ['评语 Comment', 60],
    ),
    rows: facts.entries.flatMap((entry) =>
      facts.sheets
        .filter(({ entryId }) => entryId === entry.id)
        .map((sheet) => [
          entry.position,
          entry.number,
          entry.title,
          sheet.seatNo,
          nameOf(facts, sheet.personId),
          ...criteria.map(({ code }) => inPoints(sheet.scores[code] ?? 0)),
          inPoints(sheet.total),
          countedAs(facts, entry, sheet),
          sheet.revision,
          roomTime(facts.session, sheet.submittedAt),
          sheet.comment,
        ]),
    ),
  };
}

function countedAs(
  facts: PaperFacts,
  entry: RoadshowEntry,
  { seatNo, personId, state }: PaperFacts['sheets'][number],
): string {
  if (state === 'struck') return '无效 Invalid';
  if (facts.recusals.some((one) => one.entryId === entry.id && one.personId === personId)) return '回避 Recused';
  const result = facts.results.find(({ entryId }) => entryId === entry.id)!;
  if (result.droppedHighest.includes(seatNo)) return both(STRUCK_WORDS.highest);
  return result.droppedLowest.includes(seatNo) ? both(STRUCK_WORDS.lowest) : '计入 Counted';
}

function submissions(facts: PaperFacts): Sheet {
  const { criteria } = facts.rubric;
  return {
    name: '提交与更正',
    columns: columns(
      ['时间 Time', 20],
      ['编号 Entry', 20],
      ['席位 Seat', 10],
      ['评委 Judge', 16],
      ['次 Revision', 10],
      ...criteria.map(({ name }) => [both(name), 14] as const),
      ['总分 Total', 12],
      ['重开人 Reopened by', 16],
      ['原因 Reason', 50],
      ['纸质录入 Keyed from paper', 24],
      ['评语 Comment', 60],
    ),
    rows: facts.revisions.map((one) => [
      roomTime(facts.session, one.at),
      entryOf(facts, one.entryId).number,
      seatOf(facts, one.personId)?.seatNo ?? null,
      nameOf(facts, one.personId),
      one.revision,
      ...criteria.map(({ code }) => inPoints(one.scores[code] ?? 0)),
      inPoints(one.total),
      one.reopenedBy && nameOf(facts, one.reopenedBy),
      one.reopenReason,
      one.keyedBy && keyersOf(facts, one.keyedBy),
      one.comment,
    ]),
  };
}

function recusals(facts: PaperFacts): Sheet {
  return {
    name: '回避',
    columns: columns(
      ['编号 Entry', 20],
      ['项目 Title', 40],
      ['席位 Seat', 10],
      ['评委 Judge', 16],
      ['来源 By', 20],
      ['原因 Reason', 50],
      ['时间 Time', 20],
    ),
    rows: facts.recusals.map((one) => {
      const { number, title } = entryOf(facts, one.entryId);
      return [
        number,
        title,
        seatOf(facts, one.personId)?.seatNo ?? null,
        nameOf(facts, one.personId),
        both(RECUSAL_KIND_WORDS[one.kind]),
        recusalReason(one),
        roomTime(facts.session, one.at),
      ];
    }),
  };
}

/** Before the draw only the commitment: the seed is nobody's yet. */
function draw(facts: PaperFacts): Sheet {
  const { session, entries } = facts;
  const drawn = session.drawnAt !== null;
  return {
    name: '抽签',
    columns: columns(
      ['次序 No.', 12],
      ['编号 Entry', 20],
      ['组别 Group', 20],
      ['SHA-256(种子:编号)', 70],
      ['种子 Seed', 70],
      ['摘要 Commitment', 70],
    ),
    rows: drawn
      ? entries.map((entry, index) => [
          entry.position,
          entry.number,
          both(entry.groupName),
          lotOf(session.drawSeed, entry.number),
          ...(index === 0 ? [session.drawSeed, commitment(session.drawSeed)] : []),
        ])
      : [[null, null, null, null, null, commitment(session.drawSeed)]],
  };
}

function events(facts: PaperFacts): Sheet {
  return {
    name: '过程',
    columns: columns(
      ['时间 Time', 20],
      ['事项 What', 24],
      ['事项代码 Type', 26],
      ['操作人 Who', 16],
      ['内容 Content', 90],
      ['事件编号 Event', 40],
    ),
    rows: facts.events.map(({ id, at, type, actorKind, actorId, payload }) => [
      roomTime(facts.session, at),
      EVENT_LABELS[type]?.zh ?? type,
      type,
      actorKind === 'person' ? nameOf(facts, actorId) : actorKind,
      JSON.stringify(payload).slice(0, PAYLOAD_LENGTH),
      id,
    ]),
  };
}
