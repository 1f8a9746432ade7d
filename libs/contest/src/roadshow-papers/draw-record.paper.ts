import type { StoredEvent } from '@haishi/platform';
import { commitment, lotOf } from '../roadshow/draw.rules.js';
import { nameOf, type PaperFacts, roomTime } from './paper.facts.js';
import { footOf } from './paper.foot.js';
import { makePaper, type Paper } from './paper.layout.js';
import { both } from './paper.words.js';

const METHOD_ZH =
  '方法：抽签之前，系统已生成 32 字节随机种子（64 位十六进制）并公布其 SHA-256 摘要；抽签后公布种子。' +
  '各组按下列组别次序先后出场；同组内，对“种子:项目编号”（UTF-8）计算 SHA-256，按十六进制结果由小到大排列。' +
  '任何人均可复核：先核对种子的 SHA-256 与事先公布的摘要相同，再逐项计算并排序。';
const METHOD_EN =
  'Method: before the draw the system had made a random seed of 32 bytes (64 hexadecimal digits) and published its SHA-256; ' +
  'the seed was published after the draw. Groups follow each other in the order given; within a group, entries stand in ascending order ' +
  'of the SHA-256 (hexadecimal) of "seed:entry number" in UTF-8. Anyone can check it: compare the SHA-256 of the seed with what was ' +
  'published, then compute and sort.';

/** The record of the draw 抽签记录: enough for anyone to run it again, with every draw that was taken back. */
export function drawRecord(facts: PaperFacts): Promise<Buffer> {
  const { session, groups, entries } = facts;
  const head = { edition: both(facts.edition), title: '出场顺序抽签记录 Record of the draw', foot: footOf(facts) };
  return makePaper(head, (paper) => {
    const drawn = facts.events.filter(({ type }) => type === 'roadshow.drawn');
    const last = drawn.at(-1)!;
    const groupNames = groups.flatMap((code) => {
      const entry = entries.find(({ groupCode }) => groupCode === code);
      return entry ? [`${both(entry.groupName)}（${code}）`] : [];
    });
    paper.facts([
      ['场次 Session', `${session.name}（${both(facts.stage)}）`],
      ['地点 Room', `${session.room}（${session.timeZone}）`],
      ['摘要 Commitment (SHA-256)', commitment(session.drawSeed)],
      ['摘要公布时间 Published', roomTime(session, committedAt(facts, last))],
      ['种子 Seed', session.drawSeed],
      ['抽签 Drawn', `${roomTime(session, last.at)}　${nameOf(facts, last.actorId)}`],
      ['组别次序 Groups', groupNames.join('；')],
    ]);
    paper.note(METHOD_ZH);
    paper.note(METHOD_EN, { grey: true });
    paper.note('命令行复核 On a command line：printf %s "SEED:NUMBER" | sha256sum', { grey: true });
    paper.heading('出场顺序 Order');
    drawOrderTable(paper, facts, last, session.drawSeed);
    const takenBack = facts.events.filter(({ type }) => type === 'roadshow.draw_taken_back');
    if (takenBack.length > 0) paper.heading('已作废的抽签 Draws taken back');
    for (const event of takenBack) {
      const seed = String(event.payload['seed']);
      const before = drawn.findLast(({ id }) => id < event.id);
      paper.facts([
        ['作废 Taken back', `${roomTime(session, event.at)}　${nameOf(facts, event.actorId)}`],
        ['原因 Reason', String(event.payload['reason'])],
        ['摘要 Commitment', commitment(seed)],
        ['种子 Seed', seed],
        ['顺序 Order', before ? orderOf(before).join('、') : ''],
      ]);
    }
    paper.heading('签字 Signatures');
    paper.signatures(['抽签操作人 Drawn by', '监督员 Supervisor', '参赛方代表 For the entrants', '日期 Date']);
  });
}

const orderOf = ({ payload }: StoredEvent) => payload['order'] as string[];

/** When the seed of a draw was committed to: with the session, or when the draw before was taken back. */
function committedAt({ events, session }: PaperFacts, drawn: StoredEvent): Date {
  const event = events.findLast(
    ({ type, id }) => id < drawn.id && (type === 'roadshow.created' || type === 'roadshow.draw_taken_back'),
  );
  return event?.at ?? session.createdAt;
}

function drawOrderTable(paper: Paper, { entries }: PaperFacts, drawn: StoredEvent, seed: string): void {
  paper.table(
    [
      { header: '次序 No.', share: 0.9, align: 'center' },
      { header: '项目编号 Entry', share: 2 },
      { header: '项目 Title', share: 3 },
      { header: '组别 Group', share: 1.5 },
      { header: 'SHA-256', share: 4.6 },
    ],
    orderOf(drawn).map((number, index) => {
      const entry = entries.find((one) => one.number === number);
      return [
        String(index + 1),
        number,
        entry ? `${entry.title}\n${entry.team}` : '（抽签后移出 taken off after the draw）',
        entry ? both(entry.groupName) : '—',
        lotOf(seed, number),
      ];
    }),
  );
}
