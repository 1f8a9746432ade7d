import { describe, expect, it } from 'vitest';
import { customKind, isoText, numberText } from './xlsx.cells.js';
import { readSheet } from './xlsx.reader.js';
import { type Sheet, writeWorkbook } from './xlsx.writer.js';
import { bufferSource, entryText, readZip } from './zip.reader.js';
import { ZipWriter } from './zip.writer.js';

const LIMITS = { maxCompressed: 1e7, maxUncompressed: 1e7, maxEntries: 100 };
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook built part by part, as another program might write it. */
async function workbook(sheet: string, parts: Record<string, string> = {}, workbookPart?: string): Promise<Buffer> {
  const zip = new ZipWriter();
  const all: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      workbookPart ??
      `<x:workbook xmlns:x="m" xmlns:r="${RELATIONS}"><x:sheets><x:sheet name="隐" state="hidden" r:id="no"/><x:sheet name="表" r:id="s"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${RELATIONS}/worksheet" Target="worksheets/a.xml"/><Relationship Id="t" Type="${RELATIONS}/sharedStrings" Target="strings.xml"/><Relationship Id="y" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/a.xml': sheet,
    ...parts,
  };
  for (const [name, text] of Object.entries(all)) await zip.add(name, [text]);
  return zip.finish();
}

const template: Sheet = {
  name: '岗位',
  columns: [
    { header: '岗位名称', required: true, width: 24, hint: '不超过 <60> 字' },
    { header: '学历要求', choices: ['博士研究生', '硕士研究生', '大学本科'] },
    { header: '统一社会信用代码' },
  ],
  rows: [
    ['算法工程师 & "导航"', '博士研究生', '91130100MA07XXXX0X'],
    [null, '', undefined],
    ['=HYPERLINK("x")', '行一\n行二', 12],
    ['控制符\u0001_x0041_', '', '012345678901234567'],
  ],
};

describe('writeWorkbook', () => {
  it('is read back row for row, formulas as plain text', async () => {
    expect(await readSheet(await writeWorkbook([template]))).toEqual([
      ['岗位名称', '学历要求', '统一社会信用代码'],
      ['算法工程师 & "导航"', '博士研究生', '91130100MA07XXXX0X'],
      [],
      ['=HYPERLINK("x")', '行一\n行二', '12'],
      ['控制符\u0001_x0041_', '', '012345678901234567'],
    ]);
  });

  it('offers choices from a hidden sheet, and gives the same bytes for the same content', async () => {
    const notes: Sheet = {
      name: '填写说明',
      columns: [{ header: '说明', width: 80 }],
      rows: [['第一行为表头，请勿改动。']],
    };
    const bytes = await writeWorkbook([template, notes]);
    expect(await writeWorkbook([template, notes])).toEqual(bytes);
    const entries = await readZip(bufferSource(bytes), LIMITS);
    expect([...entries.keys()].filter((name) => name.includes('sheets/'))).toHaveLength(3);
    const sheet = await entryText(entries.get('xl/worksheets/sheet1.xml')!);
    expect(sheet).toContain(
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2:B1048576"><formula1>_lists!$A$1:$A$3</formula1>',
    );
    expect(sheet).toContain('prompt="不超过 &lt;60&gt; 字" sqref="A2:A1048576"');
    expect(await entryText(entries.get('xl/workbook.xml')!)).toContain('name="_lists" sheetId="3" state="hidden"');
    expect(await entryText(entries.get('xl/worksheets/sheet3.xml')!)).toContain('硕士研究生');
  });

  it('writes rows as they come, twenty thousand of them', async () => {
    async function* rows() {
      for (let row = 0; row < 20_000; row += 1)
        yield Array.from({ length: 12 }, (_, column) => `第 ${row} 行第 ${column} 列`);
    }
    const columns = Array.from({ length: 12 }, (_, index) => ({ header: `列${index}` }));
    const bytes = await writeWorkbook([{ name: '清单', columns, rows: rows() }]);
    const read = await readSheet(bytes, { maxRows: 20_001 });
    expect(read).toHaveLength(20_001);
    expect(read[20_000]![11]).toBe('第 19999 行第 11 列');
  });

  it("refuses a sheet's name that Excel would repair", async () => {
    await expect(writeWorkbook([{ ...template, name: 'a/b' }])).rejects.toThrow(RangeError);
  });
});

describe('readSheet', () => {
  it('takes text as other programs store it', async () => {
    const sheet =
      '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>' +
      '<row><c t="str"><f>A1&amp;"x"</f><v>缓存值</v></c><c><f>NOW()</f></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="1"><v>45352.5</v></c><c s="2"><v>45352</v></c><c><v>0.30000000000000004</v></c></row></sheetData></worksheet>';
    const bytes = await workbook(sheet, {
      'xl/strings.xml':
        '<sst><si><r><t>石</t></r><r><t xml:space="preserve">家庄 </t></r><rPh><t>shi</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    });
    expect(await readSheet(bytes)).toEqual([
      [],
      ['', '石家庄 ', '甲乙'],
      ['缓存值', '', 'TRUE', '#N/A', '2024-03-01 12:00', '2024-03-01', '0.3'],
    ]);
  });

  it('does not count cells that are formatted and empty', async () => {
    const bytes = await workbook(
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData></worksheet>',
    );
    expect(await readSheet(bytes)).toEqual([['1']]);
  });

  it.each([
    [
      'files.too_many_rows',
      '<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'files.too_many_columns',
      '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    ['files.sheet_unreadable', '<worksheet><sheetData><row>'],
    ['files.sheet_unreadable', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'],
    ['files.sheet_unreadable', '<worksheet>&undeclared;</worksheet>'],
  ])('refuses with %s', async (code, sheet) => {
    await expect(readSheet(await workbook(sheet))).rejects.toMatchObject({ code });
  });

  it('refuses an archive that is no workbook', async () => {
    const zip = new ZipWriter();
    await zip.add('word/document.xml', ['<document/>']);
    await expect(readSheet(zip.finish())).rejects.toMatchObject({ code: 'files.sheet_unreadable' });
    await expect(readSheet(await workbook('<worksheet/>', {}, '<workbook/>'))).rejects.toMatchObject({
      code: 'files.sheet_unreadable',
    });
  });
});

describe('an archive from an untrusted hand', () => {
  const archive = async (text: string) => {
    const zip = new ZipWriter();
    await zip.add('a.xml', [text]);
    return zip.finish();
  };
  const read = async (bytes: Buffer) => {
    const entries = await readZip(bufferSource(bytes), LIMITS);
    return Promise.all([...entries.values()].map(entryText));
  };
  const directoryAt = (bytes: Buffer) => bytes.readUInt32LE(bytes.length - 6);

  it('is refused by its declared size before anything is inflated', async () => {
    const bytes = await archive('0'.repeat(10_000_001));
    expect(bytes.length).toBeLessThan(20_000);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'files.archive_unsafe' });
  });

  it('is stopped where it inflates beyond what it declares', async () => {
    const bytes = await archive('0'.repeat(1_000_000));
    bytes.writeUInt32LE(10, directoryAt(bytes) + 24);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'files.archive_unsafe' });
  });

  it('is refused where two entries share bytes, or a name stands twice', async () => {
    const zip = new ZipWriter();
    await zip.add('a.xml', ['a']);
    await zip.add('b.xml', ['b']);
    const shared = zip.finish();
    const directory = directoryAt(shared);
    shared.writeUInt32LE(0, directory + 46 + 5 + 42);
    await expect(read(shared)).rejects.toMatchObject({ code: 'files.archive_unsafe' });
    const twice = new ZipWriter();
    await twice.add('a.xml', ['a']);
    await twice.add('a.xml', ['b']);
    await expect(read(twice.finish())).rejects.toMatchObject({ code: 'files.archive_unsafe' });
  });

  it('is refused where it holds too many entries, is encrypted, damaged or cut', async () => {
    const many = new ZipWriter();
    for (let index = 0; index <= LIMITS.maxEntries; index += 1) await many.add(`${index}`, ['']);
    await expect(read(many.finish())).rejects.toMatchObject({ code: 'files.archive_unsafe' });
    const encrypted = await archive('text');
    encrypted.writeUInt16LE(0x0801, directoryAt(encrypted) + 8);
    await expect(read(encrypted)).rejects.toMatchObject({ code: 'files.encrypted' });
    const damaged = await archive('text of some length that is damaged');
    damaged[40]! ^= 0xff;
    await expect(read(damaged)).rejects.toMatchObject({ code: 'files.archive_broken' });
    const whole = await archive('text');
    await expect(read(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({ code: 'files.archive_broken' });
  });
});

describe('numbers as text', () => {
  it.each([
    ['13800138000', 'plain', '13800138000'],
    ['1.38E+10', 'plain', '13800000000'],
    ['12.50', 'plain', '12.5'],
    ['45352', 'date', '2024-03-01'],
    ['0.395833333333333', 'time', '09:30'],
    ['45352.3958449074', 'datetime', '2024-03-01 09:30:01'],
    ['1', 'date', '1900-01-01'],
    ['61', 'date', '1900-03-01'],
    ['-1', 'date', '-1'],
  ] as const)('%s as %s is %s', (raw, kind, text) => {
    expect(numberText(raw, kind, false)).toBe(text);
  });

  it('knows the calendar that begins in 1904', () => {
    expect(numberText('43890', 'date', true)).toBe('2024-03-01');
  });

  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-804]yyyy"年"m"月"', 'date'],
    ['m/d/yy h:mm', 'datetime'],
    ['[h]:mm', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 'plain'],
    ['0"days"', 'plain'],
    ['General', 'plain'],
  ])('takes %s for a %s', (format, kind) => {
    expect(customKind(format)).toBe(kind);
  });

  it('takes ISO dates', () => {
    expect(isoText('2024-03-01T00:00:00', 'plain')).toBe('2024-03-01');
    expect(isoText('soon', 'plain')).toBe('soon');
  });
});
