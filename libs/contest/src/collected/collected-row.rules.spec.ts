import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEditionFile } from '../edition/edition.file.js';
import { COLLECTED_COLUMNS, readCollected, readCollectedHeader } from './collected-row.rules.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const { definition } = readEditionFile(JSON.parse(text), { now: new Date() }).file;
const header = COLLECTED_COLUMNS.map((one) => one.header.zh);
const { places } = readCollectedHeader(header) as Extract<ReturnType<typeof readCollectedHeader>, { places: unknown }>;
const ROW = [
  '授时芯片',
  '简介',
  '新一代电子信息',
  '集成电路',
  '北京赛区',
  '企业组',
  '海石公司',
  '',
  '91130100MA00000012',
  '张三',
  'ZHANG@example.com',
  '县市区',
  '长安区',
];
const row = (change: Record<number, string>) => ROW.map((cell, at) => change[at] ?? cell);
const read = (rows: string[][], reaches: (region: string) => boolean = () => true) => [
  ...readCollected([header, ...rows], places, definition, reaches),
];

describe('a list of collected projects', () => {
  it('is read by names and codes, with a county by its name', () => {
    expect(read([row({ 2: 'EIT', 4: 'BJ' })])).toEqual([
      {
        row: 2,
        faults: [],
        project: {
          title: '授时芯片',
          summary: '简介',
          division: 'EIT',
          field: expect.any(String),
          region: 'BJ',
          groupCode: expect.any(String),
          organisationName: '海石公司',
          organisationCountry: 'CN',
          organisationCode: '91130100MA00000012',
          leaderName: '张三',
          leaderMail: 'zhang@example.com',
          channel: 'county',
          referrer: '130102',
        },
      },
    ]);
  });

  it.each([
    ['A2', { 0: '' }, 'common.required'],
    ['A2', { 0: '长'.repeat(201) }, 'common.text_too_long'],
    ['B2', { 1: '长'.repeat(5001) }, 'common.text_too_long'],
    ['C2', { 2: '玄学', 3: '' }, 'common.not_a_choice'],
    ['D2', { 3: '预制菜' }, 'common.not_a_choice'],
    ['E2', { 4: '火星赛区' }, 'common.not_a_choice'],
    ['H2', { 7: 'China' }, 'collected.row_country'],
    ['I2', { 8: '123' }, 'project.bad_credit_code'],
    ['K2', { 10: 'zhang' }, 'collected.row_mail'],
    ['L2', { 11: '朋友' }, 'common.not_a_choice'],
    ['M2', { 12: '火星县' }, 'collected.row_unknown_county'],
  ])('names what is wrong in %s', (cell, change, code) => {
    expect(read([row(change as never)])[0]!.faults).toMatchObject([{ cell, code }]);
  });

  it('takes any number of a register abroad, and any referrer but of a county', () => {
    const [{ project }] = read([row({ 7: 'de', 8: 'HRB 1', 11: '引才工作站', 12: '慕尼黑工作站' })]) as never as [
      { project: Record<string, string> },
    ];
    expect(project).toMatchObject({ organisationCountry: 'DE', organisationCode: 'HRB 1', referrer: '慕尼黑工作站' });
  });

  it('is read under English headers as well, and says what is wrong by the header that it has', () => {
    const english = COLLECTED_COLUMNS.map((one) => one.header.en.toUpperCase());
    const mixed = english.map((name, at) => (at % 2 ? name : `${header[at]} *`));
    for (const names of [english, mixed]) expect(readCollectedHeader(names)).toEqual({ places, unknown: [] });
    expect(readCollectedHeader(english.slice(1))).toMatchObject({
      fault: 'files.columns_missing',
      params: { columns: [{ zh: '项目名称', en: 'Project title' }] },
    });
    expect(readCollectedHeader([...english, '项目名称'])).toMatchObject({
      fault: 'files.column_twice',
      params: { column: { en: 'Project title' }, cells: ['A1', 'N1'] },
    });
    const table = [english, row({ 0: '', 11: 'County', 12: "Chang'an District" })];
    expect([...readCollected(table, places, definition, () => true)][0]!.faults).toMatchObject([
      { column: 'PROJECT TITLE', cell: 'A2', code: 'common.required' },
    ]);
  });

  it('refuses a longer number than is kept, instead of cutting it, and says how long it is', () => {
    const faults = (code: string) => read([row({ 7: 'DE', 8: code })])[0]!.faults;
    expect(faults('1'.repeat(60))).toEqual([]);
    expect(faults('1'.repeat(61))).toMatchObject([
      { cell: 'I2', code: 'common.text_too_long', params: { max: 60, length: 61 } },
    ]);
  });

  it('refuses a region that is not the reader’s, and a project that it lists twice', () => {
    expect(read([ROW], (region) => region === 'XA')[0]!.faults).toMatchObject([
      { cell: 'E2', code: 'collected.row_other_region' },
    ]);
    expect(read([ROW, row({ 0: '授时 芯片', 1: '另一份' })])[1]!.faults).toMatchObject([
      { cell: 'A3', code: 'collected.row_twice', params: { row: 2 } },
    ]);
  });
});
