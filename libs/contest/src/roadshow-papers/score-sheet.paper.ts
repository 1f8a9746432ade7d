import { formatPoints } from '@haishi/review';
import type { RoadshowEntry } from '../roadshow/session.entity.js';
import { keyersOf, nameOf, type PaperFacts, roomTime } from './paper.facts.js';
import { makePaper, type Paper, type PaperCell } from './paper.layout.js';
import { both, points, RECUSAL_KIND_WORDS, recusalReason, STRUCK_WORDS } from './paper.words.js';
import { footOf } from './paper.foot.js';

/** Whose sheets are printed, and whether struck ones are marked before the public has seen it. */
export interface SheetChoice {
  entries: readonly RoadshowEntry[];
  seatNos: readonly number[];
  /** False for a judge: what is struck tells of the others’ scores. */
  sealed: boolean;
}

/** The score sheets 评分表, one on a page for each entry and judge, to be signed by judge, contestant and chair. */
export function scoreSheets(facts: PaperFacts, choice: SheetChoice): Promise<Buffer> {
  const head = { edition: both(facts.edition), title: '路演评分表 Score sheet', foot: footOf(facts) };
  const pages = choice.entries.flatMap((entry) => choice.seatNos.map((seatNo) => ({ entry, seatNo })));
  return makePaper(head, (paper) =>
    pages.forEach(({ entry, seatNo }, index) => {
      if (index > 0) paper.newPage();
      drawSheet(paper, facts, entry, seatNo, choice.sealed);
    }),
  );
}

function drawSheet(paper: Paper, facts: PaperFacts, entry: RoadshowEntry, seatNo: number, sealed: boolean): void {
  const { session, stage, rubric } = facts;
  const seat = facts.seats.find((one) => one.seatNo === seatNo)!;
  const ofJudge = <Row extends { entryId: string; personId: string }>(rows: readonly Row[]) =>
    rows.filter(({ entryId, personId }) => entryId === entry.id && personId === seat.personId);
  const [sheet] = ofJudge(facts.sheets);
  const [recusal] = ofJudge(facts.recusals);
  paper.facts([
    ['场次 Session', `${session.name}（${both(stage)}）`],
    ['地点 Room', session.room],
    ['出场顺序 Order', String(entry.position)],
    ['项目编号 Entry', entry.number],
    ['项目名称 Title', entry.title],
    ['参赛单位 Team', entry.team],
    ['赛道与组别 Division, group', `${both(entry.divisionName)} · ${both(entry.groupName)}`],
    [
      '评委 Judge',
      `${seatNo} 号席 Seat ${seatNo}　${nameOf(facts, seat.personId)}（${both(facts.kindName(seat.kind))}）`,
    ],
    ...(sheet ? [['提交时间 Submitted', roomTime(session, sheet.submittedAt)] as const] : []),
    ...(sheet?.keyedBy ? [['纸质录入 Keyed from paper', keyersOf(facts, sheet.keyedBy)] as const] : []),
  ]);
  if (recusal) {
    const kind = both(RECUSAL_KIND_WORDS[recusal.kind]);
    paper.note(`本席回避，不计分。Recused: does not count. （${kind}）`, { bold: true });
    paper.note(`原因 Reason：${recusalReason(recusal)}`);
  }
  if (sheet) {
    const weighted = rubric.criteria.some(({ max, weight }) => max !== weight);
    const scored: PaperCell[][] = rubric.criteria.map(({ code, name, max, weight }) => [
      both(name),
      formatPoints(max),
      ...(weighted ? [formatPoints(weight)] : []),
      points(sheet.scores[code] ?? 0),
    ]);
    const total = { text: points(sheet.total), bold: true };
    paper.table(
      [
        { header: '评分项 Criterion', share: 5 },
        { header: '满分 Max', share: 1.2, align: 'right' },
        ...(weighted ? [{ header: '分值 Weight', share: 1.2, align: 'right' as const }] : []),
        { header: '得分 Score', share: 1.4, align: 'right' },
      ],
      [...scored, [{ text: '总分 Total', bold: true }, formatPoints(rubric.outOf), ...(weighted ? [''] : []), total]],
    );
    const struck = recusal ? null : struckOf(facts, entry, seatNo, sealed);
    if (struck) paper.note(`本表总分按规则${both(STRUCK_WORDS[struck])}，不计入平均。`, { bold: true });
    if (sheet.state === 'struck')
      paper.note('本表已判为无效，不计分。Declared invalid: does not count.', { bold: true });
    if (sheet.state === 'reopened')
      paper.note(`本表已重开，尚未更正 Reopened, not yet corrected：${sheet.reopenReason ?? ''}`, { bold: true });
    if (sheet.comment) paper.note(`评语 Comment：${sheet.comment}`);
  } else if (!recusal)
    paper.note(`未评分 No score. ${entry.lockReason ? `锁定说明 Locked because：${entry.lockReason}` : ''}`, {
      bold: true,
    });
  const history = ofJudge(facts.revisions);
  if (history.length > 1 || history.some(({ reopenReason }) => reopenReason !== null)) {
    paper.heading('提交与更正记录 Submissions and corrections');
    paper.table(
      [
        { header: '次 No.', share: 0.7, align: 'center' },
        { header: '时间 Time', share: 2 },
        { header: '总分 Total', share: 1, align: 'right' },
        { header: '更正依据 Why it was corrected', share: 4.5 },
      ],
      history.map(({ revision, at, total, reopenedBy, reopenReason, keyedBy }) => [
        String(revision),
        roomTime(session, at),
        points(total),
        [
          reopenReason
            ? `${nameOf(facts, reopenedBy)} ${revision === 1 ? '准予补交 let in late' : '重开 reopened'}：${reopenReason}`
            : '锁定前 before the lock',
          ...(keyedBy ? [`纸质录入 keyed from paper：${keyersOf(facts, keyedBy)}`] : []),
        ].join('\n'),
      ]),
    );
  }
  paper.signatures(['评委签名 Judge', '参赛方签名 Contestant', '组长签名 Chair', '日期 Date']);
}

function struckOf(
  { results }: PaperFacts,
  entry: RoadshowEntry,
  seatNo: number,
  sealed: boolean,
): 'highest' | 'lowest' | null {
  if (!sealed) return entry.shown?.judges.find((one) => one.seatNo === seatNo)?.struck ?? null;
  const result = results.find(({ entryId }) => entryId === entry.id);
  if (result?.droppedHighest.includes(seatNo)) return 'highest';
  return result?.droppedLowest.includes(seatNo) ? 'lowest' : null;
}
