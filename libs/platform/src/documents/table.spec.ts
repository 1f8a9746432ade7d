import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv.js';
import { readTable } from './table.js';
import { writeWorkbook } from './xlsx.writer.js';

const code = (action: () => unknown) => {
  try {
    action();
    return 'no failure';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

/** How often others had their turn while `work` was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let done = false;
  const turn = () => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  done = true;
  return turns;
}

describe('a large table', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => [`第 ${row} 行`, 'x'.repeat(60), row, null, '=1']);

  it('leaves others their turn while it is written, as CSV and as XLSX', async () => {
    let csv: Buffer = Buffer.alloc(0);
    expect(await turnsDuring(async () => (csv = await writeCsv(rows)))).toBeGreaterThan(15);
    expect(readCsv(csv)).toHaveLength(rows.length);
    expect(await turnsDuring(() => readTable(csv))).toBeGreaterThan(15);
    const columns = ['甲', '乙', '丙', '丁', '戊'].map((header) => ({ header }));
    expect(await turnsDuring(() => writeWorkbook([{ name: '表', columns, rows }]))).toBeGreaterThan(15);
  });
});

describe('CSV', () => {
  it('gives back what it was given', async () => {
    const rows = [
      ['名称', '备注'],
      ['甲, "乙"', '一\n二'],
      ['', '尾'],
      ['=SUM(A1)', '+86'],
      ["'单引号", '@x'],
    ];
    expect(readCsv(await writeCsv(rows))).toEqual(rows);
  });

  it('comes without signs that nobody sees', async () => {
    expect(await readTable(await writeCsv([['\u200b石河\u00ad子 \u2060', '👩‍🚀']]))).toEqual([['石河子', '👩‍🚀']]);
  });

  it('starts with a byte order mark and disarms formulas', async () => {
    const csv = await writeCsv([['=1+1', '\tx', '＝1', -5, '-5', null]]);
    expect(csv.toString()).toBe(`\ufeff'=1+1,"'\tx",'＝1,-5,'-5,\r\n`);
  });

  it('reads the encodings and separators that offices write', () => {
    const gbk = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x61, 0x0d, 0x0a]);
    expect(readCsv(gbk)).toEqual([['名称', 'a']]);
    expect(readCsv(Buffer.from('\ufeff名称\ta\r\n', 'utf16le'))).toEqual([['名称', 'a']]);
    expect(readCsv(Buffer.from('a;b;"c,d"\n1;2;3'))).toEqual([
      ['a', 'b', 'c,d'],
      ['1', '2', '3'],
    ]);
  });

  it('keeps empty rows in the middle, so that a row keeps its number', () => {
    expect(readCsv(Buffer.from('a\n\n,,\nb,\n\n'))).toEqual([['a'], [], [], ['b']]);
  });

  it('refuses what it cannot read, by name', () => {
    expect(code(() => readCsv(Buffer.from('a,"b\nc')))).toBe('files.csv_unclosed_quote');
    expect(code(() => readCsv(Buffer.from('"a"b,c')))).toBe('files.csv_stray_quote');
    expect(code(() => readCsv(Buffer.from([0x61, 0x00, 0x62])))).toBe('files.csv_unreadable');
    expect(code(() => readCsv(Buffer.from('a\nb\nc'), { maxRows: 2 }))).toBe('files.too_many_rows');
    expect(code(() => readCsv(Buffer.from('a,b,c'), { maxColumns: 2 }))).toBe('files.too_many_columns');
    expect(code(() => readCsv(Buffer.from('a,b,c'), { maxBytes: 2 }))).toBe('files.too_large');
  });
});

describe('readTable', () => {
  it('tells a table by its content', async () => {
    await expect(readTable(Buffer.from('a,b'))).resolves.toEqual([['a', 'b']]);
    await expect(readTable(Buffer.alloc(0))).rejects.toMatchObject({ code: 'files.empty' });
    await expect(readTable(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).rejects.toMatchObject({
      code: 'files.sheet_legacy',
    });
    await expect(readTable(Buffer.from('PK nothing'))).rejects.toMatchObject({ code: 'files.archive_broken' });
  });
});
