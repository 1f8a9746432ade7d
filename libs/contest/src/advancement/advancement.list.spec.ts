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

const made = async (entries: readonly object[], othersDecide = false) => {
  let listing: Listing | undefined;
  const place = { edition: { code: 'X' }, stage: { nameZh: name.zh, nameEn: name.en } };
  const list = new AdvancementList(
    { whole: async () => ({ place, decision: { number: 1, publishedAt: null }, othersDecide, entries }) } as never,
    { make: async (_actor: unknown, _format: unknown, given: Listing) => (listing = given) } as never,
  );
  await list.file(systemActor('test'), 'X', 'FINAL', 'csv');
  return listing!;
};

it('tells of each entry what the page does, and says why it leaves out what is kept from the reader', async () => {
  const kept = Object.fromEntries(Object.keys(ENTRY).map((key) => [key, null]));
  const { parts, notes } = await made([ENTRY, { ...kept, number: 'T-2' }], true);
  const rows: (readonly unknown[])[] = [];
  for await (const row of parts[0]!.rows) rows.push(row);
  expect(parts[0]!.columns.map(({ header }) => header)).toEqual([
    ...['名次', '项目编号', '项目名称', '单位', '统一社会信用代码', '负责人'],
    ...['领域', '方向', '赛区', '组别', '得分', '结果', '说明'],
  ]);
  expect(rows).toEqual([
    [1, 'T-1', '甲', '某公司', '91130100MA00000012', '张三', '名', '方', '名', '组', 86.5, '晋级', '第 1 名'],
    [null, 'T-2', ...Array.from({ length: 11 }, () => null)],
  ]);
  expect(notes).toEqual(['第 1 次决定，尚未公布。', expect.stringContaining('制表人与该阶段的项目有利害关系')]);
  expect((await made([ENTRY])).notes).toEqual(['第 1 次决定，尚未公布。']);
});
