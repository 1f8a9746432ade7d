import { systemActor } from '@haishi/platform';
import { expect, it } from 'vitest';
import type { Listing } from '../listing/list.files.js';
import { AdvancementList } from './advancement.list.js';

const name = { zh: '名', en: 'Name' };
const ENTRY = {
  entryId: 'a',
  number: 'T-1',
  title: '甲',
  team: '某公司',
  region: name,
  division: name,
  field: { zh: '方', en: 'Field' },
  group: { zh: '组', en: 'Group' },
  lead: '张三',
  creditCode: '91130100MA00000012',
  score: '86.50',
  place: 1,
  eligible: true,
  status: 'advances',
  waiting: null,
  explanation: { zh: '第 1 名', en: 'rank 1' },
};

it('tells nothing of an entry that the reader withholds but what it is, and that it is withheld', async () => {
  const explanation = { zh: '您与该项目有利害关系', en: 'You have a tie' };
  const kept = { lead: null, creditCode: null, score: null, place: null, status: 'withheld', explanation };
  const withheld = { ...ENTRY, number: 'T-2', ...kept };
  const view = {
    stage: { name },
    decision: { number: 1, publishedAt: null, entries: [ENTRY, withheld] },
  };
  let made: Listing | undefined;
  const list = new AdvancementList(
    { edition: async () => ({ code: 'X' }), view: async () => view } as never,
    { make: async (_actor: unknown, _format: unknown, listing: Listing) => (made = listing) } as never,
  );
  await list.file(systemActor('test'), 'X', 'FINAL', 'csv');
  const rows: (readonly unknown[])[] = [];
  for await (const row of made!.parts[0]!.rows) rows.push(row);
  expect(made!.parts[0]!.columns.map(({ header }) => header)).toEqual([
    ...['名次', '项目编号', '项目名称', '单位', '统一社会信用代码', '负责人'],
    ...['领域', '方向', '赛区', '组别', '得分', '结果', '说明'],
  ]);
  expect(rows[0]).toEqual([
    ...[1, 'T-1', '甲', '某公司', '91130100MA00000012', '张三'],
    ...['名', '方', '名', '组', 86.5, '晋级', '第 1 名'],
  ]);
  expect(rows[1]).toEqual([
    ...[null, 'T-2', '甲', '某公司', null, null, '名', '方', '名', '组', null],
    ...['您与该项目有利害关系，不显示', '您与该项目有利害关系'],
  ]);
  expect(made!.notes).toEqual(['第 1 次决定，尚未公布。']);
});
