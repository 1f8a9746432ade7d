import { formatPoints } from '@haishi/review';
import { sheetCode } from '../roadshow-keyed/keyed.rules.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';
import { nameOf, type PaperFacts } from './paper.facts.js';
import { footOf } from './paper.foot.js';
import { makePaper, type Paper } from './paper.layout.js';
import { both } from './paper.words.js';

/** Points in height that a hand needs to write a figure, and a few lines. */
const FIGURE = 34;
const LINES = 90;

const HOW_ZH = '请用签字笔填写，每项一个分数；改动处请在旁签名。填好后交场记员，由两人分别录入系统并核对。';
const HOW_EN =
  'One score in each box, in ink; sign beside any change. Hand it to the recorder: two people key it and compare.';

/** Blank score sheets 空白评分表 to write on when tablets fail: for each judge, one page an entry, without those recused from. */
export function blankSheets(
  facts: PaperFacts,
  choice: { entries: readonly RoadshowEntry[]; seatNos: readonly number[] },
): Promise<Buffer> {
  const head = { edition: both(facts.edition), title: '路演评分表（手写） Score sheet', foot: footOf(facts) };
  const pages = facts.seats
    .filter(({ seatNo }) => choice.seatNos.includes(seatNo))
    .flatMap((seat) => choice.entries.map((entry) => ({ seat, entry })))
    .filter(
      ({ seat, entry }) =>
        !facts.recusals.some(({ entryId, personId }) => entryId === entry.id && personId === seat.personId),
    );
  return makePaper(head, (paper) => {
    if (pages.length === 0) paper.note('没有须填写的评分表。No sheet to write on.');
    pages.forEach(({ seat, entry }, index) => {
      if (index > 0) paper.newPage();
      drawBlank(paper, facts, entry, seat);
    });
  });
}

function drawBlank(paper: Paper, facts: PaperFacts, entry: RoadshowEntry, seat: PaperFacts['seats'][number]): void {
  const { session, stage, rubric } = facts;
  const { seatNo } = seat;
  paper.facts([
    ['编码 Code', sheetCode(session.id, entry.number, seatNo)],
    ['场次 Session', `${session.name}（${both(stage)}）　${session.room}`],
    ['项目 Entry', `${entry.position}　${entry.number}　${entry.title}`],
    ['参赛单位 Team', `${entry.team}　${both(entry.groupName)}`],
    [
      '评委 Judge',
      `${seatNo} 号席 Seat ${seatNo}　${nameOf(facts, seat.personId)}（${both(facts.kindName(seat.kind))}）`,
    ],
  ]);
  paper.note(HOW_ZH);
  paper.note(HOW_EN, { grey: true });
  paper.table(
    [
      { header: '评分项 Criterion', share: 5 },
      { header: '步长 Step', share: 1.1, align: 'right' },
      { header: '满分 Max', share: 1.1, align: 'right' },
      { header: '得分 Score', share: 2.2, align: 'right' },
    ],
    [
      ...rubric.criteria.map(({ name, step, max }) => [both(name), formatPoints(step), formatPoints(max), '']),
      [{ text: '总分 Total', bold: true }, '', formatPoints(rubric.outOf), ''],
    ],
    FIGURE,
  );
  const comment = rubric.commentRequired ? '评语（必填） Comment (required)' : '评语 Comment';
  paper.table([{ header: comment, share: 1 }], [['']], LINES);
  paper.signatures(['评委签名 Judge', '场记员（一） Recorder 1', '场记员（二） Recorder 2', '日期 Date']);
}
