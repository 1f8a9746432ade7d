import { errorText } from '@haishi/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSITION_COLUMNS, readHeader, readRow, readRows, type RowContext } from './row.rules.js';

const HEADERS = POSITION_COLUMNS.map(({ header }) => header);
const context: RowContext = {
  employer: { name: '石家庄海石芯片有限公司', creditCode: '91130101MA07XQ6F8P', kind: { zh: '企业', en: 'Company' } },
  zones: { EIT: { zh: '新一代电子信息', en: 'Electronic information' }, BIO: { zh: '生物医药', en: 'Biomedicine' } },
  today: '2026-03-01',
  latest: '2028-03-01',
};
const GOOD: Record<string, string> = {
  单位名称: '石家庄海石芯片有限公司',
  统一社会信用代码: '91130101MA07XQ6F8P',
  单位性质: '企业',
  所属产业: '新一代电子信息',
  所在县区: '正定',
  岗位名称: '芯片设计工程师',
  岗位类别: '工程技术',
  招聘人数: '３人',
  学历要求: '硕士及以上学历',
  学位要求: '硕士',
  专业要求: '微电子、集成电路',
  院校要求: '双一流',
  职称要求: '',
  工作经验: '4年以上',
  薪资待遇: '18-30万/年',
  福利待遇: '六险二金',
  工作地点: '正定县高新区',
  岗位职责: '负责数字前端设计',
  联系人: '李工',
  联系电话: '0311 8888 6666',
  电子邮箱: 'HR@example.com',
  有效期: '2026年12月31日',
};
const { places } = readHeader(HEADERS) as { places: Record<string, number> } as never as {
  places: Parameters<typeof readRow>[2];
};
const row = (changes: Record<string, string> = {}) => HEADERS.map((header) => changes[header] ?? GOOD[header]!);
const faults = (changes: Record<string, string>) =>
  readRow(row(changes), 7, places, context).faults.map(
    (fault) => `${fault.cell} ${errorText(fault.code, 'zh', fault.params)}`,
  );

describe('readHeader', () => {
  it('knows the columns in any order, with marks and spaces, and names the others', () => {
    const header = readHeader(['备注', ...HEADERS.toReversed().map((name) => ` *${name} `)]);
    expect(header).toMatchObject({ unknown: ['备注'], places: { validUntil: 1, employerName: 22 } });
  });

  it('names every missing column', () => {
    const header = readHeader(HEADERS.filter((name) => name !== '薪资待遇' && name !== '联系人'));
    expect(header).toEqual({ fault: 'files.columns_missing', params: { columns: ['薪资待遇', '联系人'] } });
  });

  it('refuses a column that stands twice', () => {
    expect(readHeader([...HEADERS, '岗位名称'])).toEqual({
      fault: 'files.column_twice',
      params: { column: '岗位名称', cells: ['F1', 'W1'] },
    });
  });
});

describe('readRow', () => {
  it('reads a good row', () => {
    expect(readRow(row(), 2, places, context)).toEqual({
      row: 2,
      faults: [],
      flags: [],
      content: {
        zone: 'EIT',
        countyCode: '130123',
        title: '芯片设计工程师',
        category: 'engineering',
        headcount: 3,
        degree: 'master',
        degreeType: 'master',
        majors: '微电子、集成电路',
        university: 'double_first_class',
        titleRank: 'any',
        experience: 'years_3',
        payMin: 180_000,
        payMax: 300_000,
        benefits: '六险二金',
        workplace: '正定县高新区',
        duties: '负责数字前端设计',
        contactName: '李工',
        contactPhone: '0311-88886666',
        contactMail: 'hr@example.com',
        validUntil: '2026-12-31',
      },
    });
  });

  it.each([
    [{ 岗位名称: '' }, 'F7 “岗位名称”必填。'],
    [{ 单位名称: '别家公司' }, 'A7 单位名称应为“石家庄海石芯片有限公司”。'],
    [{ 统一社会信用代码: '123' }, 'B7 不是有效的统一社会信用代码：应为 18 位且校验码正确。'],
    [{ 统一社会信用代码: '91350100M000100Y43' }, 'B7 统一社会信用代码应为本单位的 91130101MA07XQ6F8P。'],
    [{ 单位性质: '高校' }, 'C7 单位性质应与单位资料一致：企业。'],
    [{ 所属产业: '航天' }, 'D7 “航天”不在可选范围内。可选：新一代电子信息、生物医药。'],
    [{ 所在县区: '朝阳区' }, expect.stringContaining('E7 “朝阳区”不在可选范围内。可选：长安区、桥西区、')],
    [{ 招聘人数: '若干' }, 'H7 招聘人数请写确数，不用“若干”。'],
    [{ 招聘人数: '0' }, 'H7 招聘人数“0”应为 1 至 9999 的整数，如 3。'],
    [{ 招聘人数: '1-2' }, 'H7 招聘人数“1-2”应为 1 至 9999 的整数，如 3。'],
    [{ 学历要求: '名校' }, 'I7 “名校”不在可选范围内。可选：不限、大专、本科、硕士研究生、博士研究生。'],
    [{ 薪资待遇: '8000-12000' }, 'O7 薪资“8000-12000”没有写明单位，请注明“万/年”或“元/月”。'],
    [{ 联系电话: '12345' }, 'T7 联系电话“12345”不对：应为 11 位手机号、带区号的固定电话，或以 + 开头的国际号码。'],
    [{ 电子邮箱: 'hr.example.com' }, 'U7 电子邮箱“hr.example.com”的格式不对，应如 hr@example.com。'],
    [{ 有效期: '2026-02-30' }, 'V7 “2026-02-30”不是有效日期，请写成 2026-06-30。'],
    [{ 有效期: '2026/2/28' }, 'V7 有效期 2026-02-28 已过。'],
    [{ 有效期: '2030.1.1' }, 'V7 有效期 2030-01-01 过远，最迟为 2028-03-01。'],
    [{ 岗位名称: '岗'.repeat(101) }, 'F7 “岗位名称”最多 100 个字符，现有 101 个。'],
  ])('names the cell and the reason of %j', (changes, expected) => expect(faults(changes)).toEqual([expected]));

  it('names every faulty cell of a row', () => {
    expect(faults({ 招聘人数: '若干', 薪资待遇: '高薪', 有效期: '长期' }).map((text) => text.slice(0, 2))).toEqual([
      'H7',
      'O7',
      'V7',
    ]);
  });

  it('flags wording without refusing the row', () => {
    const read = readRow(row({ 岗位职责: '限男性，35岁以下' }), 2, places, context);
    expect(read.faults).toEqual([]);
    expect(read.flags).toEqual([
      { field: 'duties', word: '限男性', ground: 'sex' },
      { field: 'duties', word: '35岁以下', ground: 'age' },
    ]);
  });

  it.each([
    '2026-12-31',
    '2026/12/31',
    '2026.12.31',
    '20261231',
    '２０２６年１２月３１日',
    '46387',
    '2026-12-31 00:00',
  ])('reads the day %s', (text) => {
    expect(readRow(row({ 有效期: text }), 2, places, context).content?.validUntil).toBe('2026-12-31');
  });

  it('never throws on any text in any cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 24 }), (cells) => {
        const read = readRow(cells, 2, places, context);
        expect(read.content === undefined).toBe(read.faults.length > 0);
      }),
    );
  });
});

describe('readRows', () => {
  it('passes over empty rows and keeps the numbers of the sheet', () => {
    expect(
      readRows([row(), ['', ' '], row({ 岗位名称: '版图工程师' })], places, context).map((one) => one.row),
    ).toEqual([2, 4]);
  });

  it('finds the second of two alike, whatever the width and spaces', () => {
    const [, second] = readRows(
      [row({ 岗位名称: 'FPGA 工程师' }), row({ 岗位名称: 'ＦＰＧＡ工程师' })],
      places,
      context,
    );
    expect(second!.content).toBeUndefined();
    expect(errorText(second!.faults[0]!.code, 'zh', second!.faults[0]!.params)).toBe(
      '与第 2 行的岗位名称和工作地点相同。',
    );
  });
});
