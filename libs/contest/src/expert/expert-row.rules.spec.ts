import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEditionFile } from '../edition/edition.file.js';
import { EXPERT_COLUMNS, readExpertHeader, readExperts } from './expert-row.rules.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const { definition } = readEditionFile(JSON.parse(text), { now: new Date() }).file;
const header = EXPERT_COLUMNS.map((one) => one.header);
const { places } = readExpertHeader(header) as Extract<ReturnType<typeof readExpertHeader>, { places: unknown }>;
const ROW = ['钱评审', 'qian@example.com', '技术', '某大学', '', '', '集成电路、BIO', '', '', ''];
const row = (change: Record<number, string>) => ROW.map((cell, at) => change[at] ?? cell);
const read = (...rows: string[][]) => readExperts(rows, places, definition);

describe('a list of experts', () => {
  it('is read by names and codes alike, whatever their width', () => {
    expect(
      read(row({ 4: '91130100MA00000012', 5: '某研究院；某学院', 7: '北京赛区', 8: '英文，中文', 9: '４０' })),
    ).toEqual([
      {
        row: 2,
        faults: [],
        expert: {
          name: '钱评审',
          mail: 'qian@example.com',
          kind: 'technical',
          organisationName: '某大学',
          creditCode: expect.any(String),
          aliases: ['某研究院', '某学院'],
          fields: [expect.any(String), 'BIO'],
          region: 'BJ',
          languages: ['en', 'zh'],
          capacity: 40,
        },
      },
    ]);
  });

  it.each([
    ['姓名', { 0: '' }, 'common.required', 'A2'],
    ['电子邮箱', { 1: 'qian' }, 'common.bad_format', 'B2'],
    ['类型', { 2: '朋友' }, 'common.not_a_choice', 'C2'],
    ['统一社会信用代码', { 4: '123' }, 'project.bad_credit_code', 'E2'],
    ['领域', { 6: '炼丹' }, 'expert.row_unknown_field', 'G2'],
    ['所在赛区', { 7: '火星赛区' }, 'common.not_a_choice', 'H2'],
    ['语言', { 8: '法文' }, 'common.not_a_choice', 'I2'],
    ['最多评审项目数', { 9: '1.5' }, 'common.number_out_of_range', 'J2'],
  ])('names a faulty %s by its cell', (column, change, code, cell) => {
    const [{ faults, expert }] = read(row(change as never)) as [ReturnType<typeof read>[number]];
    expect(expert).toBeUndefined();
    expect(faults).toMatchObject([{ column, code, cell }]);
  });

  it('names whom it lists twice, and passes empty rows over', () => {
    const [, second] = read(
      ROW,
      ROW.map(() => ''),
      row({ 0: '另一人' }),
    );
    expect(second!.row).toBe(4);
    expect(second!.faults).toMatchObject([{ code: 'expert.row_twice', params: { row: 2 } }]);
  });
});
