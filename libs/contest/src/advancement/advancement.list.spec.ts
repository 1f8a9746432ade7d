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

const made = async (entries: readonly object[]) => {
  let listing: Listing | undefined;
  const place = { edition: { code: 'X' }, stage: { nameZh: name.zh, nameEn: name.en } };
  const list = new AdvancementList(
    { whole: async () => ({ place, decision: { number: 1, publishedAt: null }, entries }) } as never,
    { make: async (_actor: unknown, _format: unknown, given: Listing) => (listing = given) } as never,
  );
  await list.file(systemActor('test'), 'X', 'FINAL', 'csv');
  return listing!;
};

it('tells of each entry what the page does, and no score that is kept from the reader', async () => {
  const kept = { ...ENTRY, number: 'T-2', score: null, place: 2, lead: null, creditCode: null };
  const { parts, notes } = await made([ENTRY, kept]);
  const rows: (readonly unknown[])[] = [];
  for await (const row of parts[0]!.rows) rows.push(row);
  expect(parts[0]!.columns.map(({ header }) => header)).toEqual([
    ...['名次', '项目编号', '项目名称', '单位', '统一社会信用代码', '负责人'],
    ...['领域', '方向', '赛区', '组别', '得分', '结果', '说明'],
  ]);
  expect(rows).toEqual([
    [1, 'T-1', '甲', '某公司', '91130100MA00000012', '张三', '名', '方', '名', '组', 86.5, '晋级', '第 1 名'],
    [2, 'T-2', '甲', '某公司', null, null, '名', '方', '名', '组', null, '晋级', '第 1 名'],
  ]);
  expect(notes).toEqual(['第 1 次决定，尚未公布。']);
});
