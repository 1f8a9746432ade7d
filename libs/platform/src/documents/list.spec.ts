import { execFileSync, spawnSync } from 'node:child_process';
import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.js';
import { type ListFormat, writeList } from './list.js';
import type { ListDocument } from './list.model.js';
import { MOST_THREADS } from './list.pdf.js';
import { readSheet } from './xlsx.reader.js';
import { bufferSource, entryText, readZip } from './zip.reader.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const LIMITS = { maxCompressed: 1e8, maxUncompressed: 1e8, maxEntries: 100 };
const LONG =
  '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目 (low-power timing chips)';

const LIST: ListDocument = {
  title: '晋级名单',
  subject: '2026 海石杯',
  locale: 'zh',
  timeZone: 'Asia/Shanghai',
  madeAt: new Date('2026-03-01T16:30:00Z'),
  madeBy: '欧阳·阿依古丽',
  notes: ['含个人信息，请妥善保管。'],
  parts: [
    {
      name: '名单',
      columns: [
        { header: '编号', width: 12, kind: 'code' },
        { header: '项目', width: 30 },
        { header: '得分', width: 8, kind: 'number', decimals: 2 },
        { header: '提交', width: 20, kind: 'instant' },
        { header: '日期', width: 12, kind: 'day' },
        { header: '摘要', width: 60, screenOnly: true },
      ],
      rows: [
        ['T-0001', LONG, 86.5, new Date('2026-02-28T17:00:05Z'), '2026-03-02', '长文'],
        ['=1+1', '@SUM(A1)', -3, null, '', '+86'],
      ],
    },
  ],
};
const change = (part: Partial<ListDocument['parts'][number]>): ListDocument => ({
  ...LIST,
  parts: [{ ...LIST.parts[0]!, ...part }],
});
const textOf = (pdf: Buffer, ...options: string[]) =>
  execFileSync('pdftotext', [...options, '-', '-'], { input: pdf }).toString();
const pdfText = async (list: ListDocument, ...options: string[]) => textOf(await writeList(list, 'pdf'), ...options);
/** Of the first page, in points. */
const widthOf = (pdf: Buffer) =>
  Number(/Page size:\s+([\d.]+) x/.exec(execFileSync('pdfinfo', ['-'], { input: pdf }).toString())![1]);

describe('a list', () => {
  it('is CSV with its header first, moments by its clocks, and no formula', async () => {
    const csv = await writeList(LIST, 'csv');
    expect(readCsv(csv)).toEqual([
      ['编号', '项目', '得分', '提交（北京时间）', '日期', '摘要'],
      ['T-0001', LONG, '86.5', '2026-03-01 01:00:05', '2026-03-02', '长文'],
      ['=1+1', '@SUM(A1)', '-3', '', '', '+86'],
    ]);
    expect(csv.toString()).toContain("\r\n'=1+1,'@SUM(A1),-3,,,'+86");
  });

  it('is a workbook whose numbers and moments are ones, with a sheet that says what it is', async () => {
    const bytes = await writeList(LIST, 'xlsx');
    expect(await readSheet(bytes)).toEqual([
      ['编号', '项目', '得分', '提交（北京时间）', '日期', '摘要'],
      ['T-0001', LONG, '86.5', '2026-03-01 01:00:05', '2026-03-02', '长文'],
      ['=1+1', '@SUM(A1)', '-3', '', '', '+86'],
    ]);
    const entries = await readZip(bufferSource(bytes), LIMITS);
    const table = await entryText(entries.get('xl/worksheets/sheet1.xml')!);
    expect(table).toMatch(/<c r="C2" s="\d+"><v>86.5<\/v>/);
    expect(table).not.toContain('<f>');
    const about = await entryText(entries.get('xl/worksheets/sheet2.xml')!);
    for (const said of ['晋级名单', '2026 海石杯', '2026-03-02 00:30:00 北京时间', '欧阳·阿依古丽', '请妥善保管'])
      expect(about).toContain(said);
  });

  it('says what stands in the place of a day as it is, and no number of it', async () => {
    const days = ['2026-03-02', '2026-02-30', '尚未成立', '1899-12-30', '2026-3-2', '', null];
    const list = change({ columns: [{ header: '成立日期', width: 12, kind: 'day' }], rows: days.map((day) => [day]) });
    const bytes = await writeList(list, 'xlsx');
    const told = (await readSheet(bytes)).map(([cell]) => cell);
    expect(told).toEqual(['成立日期', ...days.slice(0, 5)]);
    const entries = await readZip(bufferSource(bytes), LIMITS);
    const table = await entryText(entries.get('xl/worksheets/sheet1.xml')!);
    expect(table.match(/<v>.*?<\/v>/g)).toEqual(['<v>46083</v>']);
  });

  it('of several tables is one sheet each, and one after another in CSV', async () => {
    const list = {
      ...LIST,
      parts: [LIST.parts[0]!, { name: '评委', columns: [{ header: '姓名', width: 10 }], rows: [] }],
    };
    const rows = readCsv(await writeList(list, 'csv'));
    expect(rows[0]).toEqual(['名单']);
    expect(rows.slice(-3)).toEqual([[], ['评委'], ['姓名']]);
    const entries = await readZip(bufferSource(await writeList(list, 'xlsx')), LIMITS);
    expect([...entries.keys()].filter((name) => name.includes('sheets/'))).toHaveLength(3);
  });

  it('gives others their turn between its rows, in every form', async () => {
    for (const format of ['csv', 'xlsx', 'pdf'] as const satisfies readonly ListFormat[]) {
      let turns = 0;
      const rows = Array.from({ length: 500 }, (_, row) => [String(row), '甲']);
      await writeList(change({ rows }), format, async () => (turns += 1));
      expect(turns).toBe(10);
    }
  });

  it('waits on paper until others are drawn, also where one of them fails', async () => {
    let open = 0;
    let most = 0;
    async function* rows(fails: boolean): AsyncGenerator<string[]> {
      open += 1;
      most = Math.max(most, open);
      try {
        yield ['甲'];
        await breathe();
        if (fails) throw new Error('no more');
      } finally {
        open -= 1;
      }
    }
    const made = await Promise.allSettled(
      Array.from({ length: 2 * MOST_THREADS + 1 }, (_, at) => writeList(change({ rows: rows(at < 2) }), 'pdf')),
    );
    expect(made.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(most).toBe(MOST_THREADS);
  });

  it('fails as its rows do', async () => {
    async function* rows(): AsyncGenerator<string[]> {
      yield ['甲'];
      throw new Error('no more');
    }
    for (const format of ['csv', 'xlsx', 'pdf'] as const)
      await expect(writeList(change({ rows: rows() }), format)).rejects.toThrow('no more');
  });
});

describe.skipIf(!hasPoppler)('a list on paper (needs pdftotext)', () => {
  it('says what it is, by whom and when, what is left out, and has its header and number on each page', async () => {
    const rows = Array.from({ length: 120 }, (_, row) => [`T-${String(row).padStart(4, '0')}`, LONG, row, LIST.madeAt]);
    const bytes = await writeList(change({ rows }), 'pdf');
    expect(widthOf(bytes)).toBe(595.28);
    const pages = textOf(bytes, '-layout').split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(3);
    for (const said of [
      '晋级名单',
      '制表时间：2026-03-02 00:30:00（北京时间）',
      '制表人：欧阳·阿依古丽',
      '请见表格文件：摘要',
    ])
      expect(pages[0]).toContain(said);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('编号');
      expect(page).toMatch(new RegExp(`第 ${index + 1} 页，共\\s+${pages.length} 页`));
    }
    const all = pages.join('');
    expect(rows.filter(([number]) => !all.includes(number as string))).toEqual([]);
    expect(all).toContain('共 120 行');
    expect(all).toContain('119.00');
  });

  it('wraps long names whole, and goes on on the next page with a row that is taller than one', async () => {
    const tall = Array.from({ length: 900 }, (_, at) => `第${at}句`).join('，');
    const text = await pdfText(
      change({
        rows: [
          ['T-1', LONG],
          ['T-2', tall],
          ['T-3', '末尾'],
        ],
      }),
      '-raw',
    );
    const bare = text.replace(/\s/g, '');
    expect(bare).toContain(LONG.replace(/\s/g, ''));
    for (const at of [0, 450, 899]) expect(bare).toContain(`第${at}句`);
    expect(bare).toContain('末尾');
    expect(text.split('\f').length).toBeGreaterThan(2);
  });

  it('lies across where its columns are wide, with rows under a header that would fill the page', async () => {
    const columns = [{ header: LONG.repeat(20), width: 4 }, ...LIST.parts[0]!.columns, { header: '备注', width: 40 }];
    const bytes = await writeList(change({ columns, rows: [['甲', 'T-9', '乙']] }), 'pdf');
    expect(textOf(bytes)).toContain('T-9');
    expect(widthOf(bytes)).toBe(841.89);
  });

  it('reads in English, and says where there is nothing', async () => {
    const text = await pdfText({ ...LIST, ...change({ rows: [] }), locale: 'en', timeZone: 'Europe/Berlin' });
    expect(text).toContain('Nothing to list');
    expect(text).toContain('Made at 2026-03-01 17:30:00 (Europe/Berlin) by');
    expect(text).toMatch(/Page 1 of\s+1/);
  });
});
