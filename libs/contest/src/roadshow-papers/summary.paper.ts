import type { EntryResult } from '@haishi/review';
import { recordCode } from '../roadshow-record/record.rules.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';
import { hasEnded, isLocked, nameOf, type PaperFacts, roomTime } from './paper.facts.js';
import { footOf } from './paper.foot.js';
import { makePaper, type Paper, type PaperCell } from './paper.layout.js';
import { both, points, RECUSAL_KIND_WORDS, recusalReason, resultPoints, ruleOf, STRUCK_WORDS } from './paper.words.js';

const SEATS_BESIDE = 10;

/** The summary 成绩汇总表 of a session, to be signed by all: results with their explanation, totals, and whatever was out of the ordinary. */
export function summaryPaper(facts: PaperFacts): Promise<Buffer> {
  const { session, rubric, aggregation, seats, entries } = facts;
  const closed = hasEnded(session);
  const title = closed ? '路演成绩汇总表 Summary' : '路演成绩汇总表（场次未结束） Interim summary';
  // The sheet that is signed must be of the same paper as the results.
  const foot = closed ? `${footOf(facts)} · 核对码 Code ${recordCode(facts.digest)}` : footOf(facts);
  const head = { edition: both(facts.edition), title, foot, layout: 'landscape' as const };
  return makePaper(head, (paper) => {
    const rule = ruleOf(rubric, aggregation);
    paper.facts([
      ['场次 Session', `${session.name}（${both(facts.stage)}）`],
      ['地点 Room', `${session.room}　${session.timeZone}`],
      ['计分规则 Rule', `${rule.zh}\n${rule.en}`],
      ...eventFact(facts, 'roadshow.started', '开始 Started'),
      ...eventFact(facts, 'roadshow.closed', '结束 Closed'),
      ...(closed ? [['核对码 Code', recordCode(facts.digest)] as [string, string]] : []),
      ...supervision(facts),
    ]);
    paper.heading('成绩 Results');
    drawResults(paper, facts);
    paper.heading('各席总分 Totals by seat');
    for (let start = 0; start < seats.length; start += SEATS_BESIDE)
      drawTotals(paper, facts, start, start + SEATS_BESIDE);
    drawRecusals(paper, facts);
    drawCorrections(paper, facts);
    const short = entries.filter(({ lockReason }) => lockReason !== null);
    if (short.length > 0) {
      paper.heading('缺评锁定 Locked without all judges');
      paper.table(
        [
          { header: '项目 Entry', share: 3 },
          { header: '缺席 Absent seats', share: 1.5 },
          { header: '说明 Reason', share: 4 },
        ],
        short.map((entry) => [entryName(entry), absentSeats(facts, entry), entry.lockReason!]),
      );
    }
    paper.heading('参赛者签字 Signatures of entrants');
    paper.signatures(entries.filter(({ state }) => state !== 'withdrawn').map(entryName));
    paper.heading('签字 Signatures');
    paper.signatures([
      ...seats.map(({ seatNo, personId }) => `${seatNo} 号席评委 Judge, seat ${seatNo}：${nameOf(facts, personId)}`),
      '组长 Chair',
      '监督员 Supervisor',
      '记录员 Recorder',
      '日期 Date',
    ]);
  });
}

const WITNESSED = { draw: '抽签 draw', totals: '成绩 totals', confirmation: '确认 confirmation' };

/** What a supervisor said, word for word. */
function supervision(facts: PaperFacts): [string, string][] {
  const words = facts.events.flatMap(({ type, at, actorId, payload }) => {
    if (type !== 'roadshow.witnessed' && type !== 'roadshow.objected') return [];
    const verdict = type === 'roadshow.witnessed' ? '见证 witnessed' : '异议 objected to';
    const { subject, remark } = payload as { subject: keyof typeof WITNESSED; remark?: string };
    const text = `${roomTime(facts.session, at)} ${nameOf(facts, actorId)} ${verdict} ${WITNESSED[subject]}`;
    return [remark ? `${text}：${remark}` : text];
  });
  return words.length > 0 ? [['监督 Supervision', words.join('\n')]] : [];
}

const entryName = ({ number, title }: RoadshowEntry) => `${number} ${title}`;

function drawResults(paper: Paper, facts: PaperFacts): void {
  const { session, entries, results } = facts;
  const { decimals } = facts.aggregation;
  const resultOf = (entry: RoadshowEntry) => results.find(({ entryId }) => entryId === entry.id)!;
  const placeOf = (entry: RoadshowEntry) => (hasEnded(session) ? resultOf(entry).place : entry.place);
  const last = Number.MAX_SAFE_INTEGER;
  const ordered = [...entries].sort(
    (one, other) => (placeOf(one) ?? last) - (placeOf(other) ?? last) || one.position - other.position,
  );
  paper.table(
    [
      { header: '名次 Place', share: 1, align: 'center' },
      { header: '出场 Order', share: 1, align: 'center' },
      { header: '项目 Entry', share: 5 },
      { header: '参赛单位 Team', share: 4 },
      { header: '得分 Score', share: 1.3, align: 'right' },
      { header: '去分前 Before striking', share: 1.5, align: 'right' },
      { header: '有效 Valid', share: 1, align: 'center' },
      { header: '说明 Remarks', share: 3 },
    ],
    ordered.map((entry): PaperCell[] => {
      const place = placeOf(entry);
      const common = [String(entry.position), entryName(entry), entry.team];
      if (!isLocked(entry))
        return ['—', ...common, '—', '—', '—', entry.state === 'withdrawn' ? withdrawn(entry) : '未评分 Not scored'];
      const result = resultOf(entry);
      return [
        { text: place === null ? '—' : String(place), bold: true },
        ...common,
        { text: resultPoints(result.score, decimals), bold: true },
        resultPoints(result.untrimmed, decimals),
        String(result.valid),
        remarks(facts, entry, result),
      ];
    }),
  );
}

const withdrawn = ({ withdrawReason }: RoadshowEntry) =>
  withdrawReason ? `退赛 Withdrawn：${withdrawReason}` : '退赛 Withdrawn';

function remarks({ session, rubric, aggregation }: PaperFacts, entry: RoadshowEntry, result: EntryResult): string {
  const explanation = hasEnded(session) ? result.explanation : entry.explanation;
  const compared = (explanation?.compared ?? []).map(({ tie, value }) => {
    const name =
      tie.by === 'untrimmed'
        ? '去分前 before striking'
        : both(rubric.criteria.find(({ code }) => code === tie.code)!.name);
    return `${name} ${resultPoints(value, aggregation.decimals)}`;
  });
  return [
    ...(entry.state === 'locked' ? ['未公布 Sealed'] : []),
    ...(result.score === null ? ['有效评分不足 Too few valid scores'] : []),
    ...(compared.length > 0 ? [`同分比较 Tie：${compared.join('；')}`] : []),
    ...(explanation && explanation.sharing > 0 ? ['并列 Shared'] : []),
  ].join('；');
}

function drawTotals(paper: Paper, facts: PaperFacts, from: number, to: number): void {
  const seats = facts.seats.slice(from, to);
  const rows = facts.entries.filter(isLocked).map((entry): PaperCell[] => {
    const result = facts.results.find(({ entryId }) => entryId === entry.id)!;
    return [
      entryName(entry),
      ...seats.map(({ seatNo, personId }): PaperCell => {
        if (facts.recusals.some((one) => one.entryId === entry.id && one.personId === personId)) return '回避 Recused';
        const sheet = facts.sheets.find((one) => one.entryId === entry.id && one.personId === personId);
        if (!sheet) return '缺 Absent';
        if (sheet.state === 'struck') return { text: `${points(sheet.total)}\n无效 Invalid`, strike: true };
        const struck = result.droppedHighest.includes(seatNo)
          ? 'highest'
          : result.droppedLowest.includes(seatNo)
            ? 'lowest'
            : null;
        if (!struck) return points(sheet.total);
        return { text: `${points(sheet.total)}\n${both(STRUCK_WORDS[struck])}`, strike: true };
      }),
    ];
  });
  paper.table(
    [
      { header: '项目 Entry', share: 4 },
      ...seats.map(({ seatNo, kind, personId }) => ({
        header: `${seatNo} 号席\n${nameOf(facts, personId)}\n${facts.kindName(kind).zh}`,
        share: 1.6,
        align: 'right' as const,
      })),
    ],
    rows,
  );
}

function drawRecusals(paper: Paper, facts: PaperFacts): void {
  if (facts.recusals.length === 0) return;
  paper.heading('回避 Recusals');
  paper.table(
    [
      { header: '项目 Entry', share: 3 },
      { header: '评委 Judge', share: 2 },
      { header: '来源 By', share: 1.5 },
      { header: '原因 Reason', share: 4 },
    ],
    facts.recusals.flatMap((recusal) => {
      const entry = facts.entries.find(({ id }) => id === recusal.entryId);
      const seat = facts.seats.find(({ personId }) => personId === recusal.personId);
      if (!entry) return [];
      return [
        [
          entryName(entry),
          `${seat?.seatNo ?? '—'} 号席 ${nameOf(facts, recusal.personId)}`,
          both(RECUSAL_KIND_WORDS[recusal.kind]),
          recusalReason(recusal),
        ],
      ];
    }),
  );
}

function drawCorrections(paper: Paper, facts: PaperFacts): void {
  const { revisions, seats, entries, sheets, session } = facts;
  const corrected = revisions.filter(({ reopenReason }) => reopenReason !== null);
  const pending = sheets.filter(({ state }) => state === 'reopened');
  if (corrected.length + pending.length === 0) return;
  const named = (entryId: string) => entryName(entries.find(({ id }) => id === entryId)!);
  const judge = (personId: string) =>
    `${seats.find((seat) => seat.personId === personId)?.seatNo ?? '—'} 号席 ${nameOf(facts, personId)}`;
  const change = ({ sheetId, revision, total }: (typeof revisions)[number]) => {
    const before = revisions.find((one) => one.sheetId === sheetId && one.revision === revision - 1);
    return before ? `${points(before.total)} → ${points(total)}` : `补交 Late ${points(total)}`;
  };
  paper.heading('重开与更正 Reopened sheets');
  paper.table(
    [
      { header: '项目 Entry', share: 3 },
      { header: '评委 Judge', share: 2 },
      { header: '总分 Total', share: 1.8 },
      { header: '更正时间 Corrected', share: 2 },
      { header: '重开人与原因 Reopened by, why', share: 4 },
    ],
    [
      ...corrected.map((one) => [
        named(one.entryId),
        judge(one.personId),
        change(one),
        roomTime(session, one.at),
        `${nameOf(facts, one.reopenedBy)}：${one.reopenReason}`,
      ]),
      ...pending.map((one) => [
        named(one.entryId),
        judge(one.personId),
        points(one.total),
        '待更正 Pending',
        `${nameOf(facts, one.reopenedBy)}：${one.reopenReason}`,
      ]),
    ],
  );
}

function absentSeats({ events }: PaperFacts, entry: RoadshowEntry): string {
  const locked = events.findLast(({ type, payload }) => type === 'roadshow.locked' && payload['entryId'] === entry.id);
  return ((locked?.payload['absentSeats'] as number[] | undefined) ?? []).map((seatNo) => `${seatNo} 号席`).join('、');
}

function eventFact(facts: PaperFacts, type: string, label: string): [string, string][] {
  const event = facts.events.findLast((one) => one.type === type);
  if (!event) return [];
  const reason = event.payload['reason'] ? `（${String(event.payload['reason'])}）` : '';
  return [[label, `${roomTime(facts.session, event.at)}　${nameOf(facts, event.actorId)}${reason}`]];
}
