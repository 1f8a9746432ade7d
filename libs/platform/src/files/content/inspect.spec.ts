import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declaring } from '../../../../../test/support/archives.js';
import { pdfDocument } from '../../documents/pdf.js';
import { writeWorkbook } from '../../documents/xlsx.writer.js';
import { ZipWriter } from '../../documents/zip.writer.js';
import { FILE_TYPES, type FileType } from './file-types.js';
import { inspectFile } from './inspect.js';

const ALL = Object.keys(FILE_TYPES) as FileType[];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'inspect-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function inspect(content: Buffer | string, allowed: readonly FileType[] = ALL): Promise<string> {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return inspectFile(path, allowed).catch((error: { code?: string }) => error.code ?? String(error));
}

const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object) => Buffer.concat([Buffer.from(object as string), Buffer.from('\n')])),
    Buffer.from('trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  ]);
const objectStream = (content: string, dictionary = '/Type /ObjStm /Filter /FlateDecode') => {
  const data = deflateSync(Buffer.from(content));
  const first = /^[\d\s]+/.exec(content)?.[0].length ?? 0;
  const head = `9 0 obj << ${dictionary} /First ${first} /N 1 /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj')]);
};
const SCRIPT = '5 0 << /S /JavaScript /JS (x) >>';
const catalog = (rest = '') => `1 0 obj << /Type /Catalog ${rest} >> endobj`;

describe('a PDF', () => {
  it('is taken where it only shows pages', async () => {
    expect(await inspect(await pdfDocument({ title: '商业计划书' }, (doc) => doc.text('商业计划书')))).toBe(
      'application/pdf',
    );
    expect(await inspect(pdf(catalog('/OpenAction [3 0 R /Fit]')))).toBe('application/pdf');
    expect(await inspect(pdf(catalog('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>')))).toBe('application/pdf');
    expect(await inspect(pdf(catalog('/OpenAction 5 0 R'), '5 0 obj << /S /GoTo /D (top) >> endobj'))).toBe(
      'application/pdf',
    );
    expect(await inspect(pdf(catalog('/OpenAction 5 0 R'), objectStream('5 0 [3 0 R /Fit]')))).toBe('application/pdf');
    expect(await inspect(pdf(catalog('/Title (JavaScript and Launch) /F (/JavaScripting)')))).toBe('application/pdf');
  });

  it.each([
    ['words on a page', 'BT (the folder /JS (and /First) stream\n/Renditions) Tj (/JS <a>) Tj ET'],
    ['a script that is shown on a page', 'BT (<< /S /URI /JS (x) >> stream \\(/First 4 /N 1\\) endstream) Tj ET'],
  ])('is taken with %s', async (_, page) => {
    const stream = `4 0 obj << /Length ${page.length} >>\nstream\n${page}\nendstream\nendobj`;
    const title = '5 0 obj << /Title (a /JS (b) and /JS \\(c) /Subject <2f4a5320> >> endobj';
    const outlines = '6 0 obj << /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >> endobj';
    const mapped = '7 0 obj << /RoleMap << /JS /P >> /Font << /JS1 8 0 R >> >> endobj';
    expect(await inspect(pdf(catalog(), outlines, title, stream, mapped, outlines))).toBe('application/pdf');
    expect(await inspect(pdf(catalog(), objectStream('5 0 << /Title (a /JS (b)) /First 4 0 R >>')))).toBe(
      'application/pdf',
    );
    expect(await inspect(pdf(catalog(), objectStream('5 0 [3 0 R /Fit]', '/Filter /FlateDecode')))).toBe(
      'application/pdf',
    );
  });

  it('is taken with media that have no script', async () => {
    expect(await inspect(pdf(catalog(), '4 0 obj << /S /Rendition /OP 0 /R 5 0 R >> endobj'))).toBe('application/pdf');
  });

  it.each([
    ['a script', pdf(catalog('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'))],
    ['a script under an escaped name', pdf(catalog('/OpenAction << /S /J#61vaScript /JS (x) >>'))],
    ['a script in a compressed object', pdf(catalog(), objectStream('5 0 << /S /JavaScript /JS (x) >>'))],
    ['a launched program', pdf(catalog('/AA << /O << /S /Launch /F (cmd.exe) >> >>'))],
    ['an address opened with it', pdf(catalog('/OpenAction << /S /URI /URI (http://example.com) >>'))],
    ['an action out of sight', pdf(catalog('/OpenAction 7 0 R'))],
    ['an action beside', pdf(catalog('/OpenAction 5 0 R'), '5 0 obj << /S /URI /URI (http://example.com) >> endobj')],
    ['an action in a compressed object', pdf(catalog('/OpenAction 5 0 R'), objectStream('5 0 << /S /URI /URI (x) >>'))],
    ['a script beside media', pdf(catalog(), '4 0 obj << /A << /S /Rendition /JS (app.alert(1)) >> >> endobj')],
    [
      'a script beside media, in objects of their own',
      pdf(catalog(), '4 0 obj << /S 5 0 R /X (\\() /JS 6 0 R >> endobj', '5 0 obj /Rendition endobj'),
    ],
    [
      'a script beside media out of sight',
      pdf(catalog(), '4 0 obj /Rendition endobj', 'x stream\n<< /S 4 0 R /JS (x) >>\nendstream endobj'),
    ],
    ['a script of no kind', pdf(catalog('/AA << /O << /JS%c\n(app.alert(1)) >> >>'))],
    ['a script of no kind in a compressed object', pdf(catalog(), objectStream('5 0 << /X (/JS) /JS <61> >>'))],
    ['a script before NUL', pdf(catalog('/OpenAction << /S /JavaScript\0/Next 4 0 R >>'))],
    ['a script in an object stream without its type', pdf(catalog(), objectStream(SCRIPT, '/Filter /FlateDecode'))],
    [
      'a script in an object stream whose type stands elsewhere',
      pdf(catalog(), '8 0 obj /ObjStm endobj', objectStream(SCRIPT, '/Type 8 0 R /Filter /FlateDecode')),
    ],
    ['a script in an object stream with a short filter', pdf(catalog(), objectStream(SCRIPT, '/F /Fl'))],
    ...[
      '/X (7 0 obj << /Y) /Type /ObjStm',
      '%7 0 obj <<\n/Type /ObjStm',
      `/X (${'x'.repeat(5000)}) /Type /ObjStm`,
      '/Type /ObjStm /X (endobj)',
      '/X (\\() /Type /ObjStm',
    ].map((rest): [string, Buffer] => [
      `a script in an object stream whose filter stands before ${rest.slice(0, 30)}`,
      pdf(catalog(), '6 0 obj << /Filter /DCTDecode >> endobj', objectStream(SCRIPT, `/Filter /FlateDecode ${rest}`)),
    ]),
    ['a file inside', pdf(catalog('/Names << /EmbeddedFiles << >> >>'))],
    [
      'an object stream under an escaped name',
      pdf(catalog(), objectStream('5 0 << >>', '/Type /Obj#53tm /Filter /FlateDecode')),
    ],
  ])('is refused for %s', async (_, content) => {
    expect(await inspect(content)).toBe('files.active_content');
  });

  it('is refused where it cannot be looked into', async () => {
    expect(await inspect(pdf(catalog(), 'trailer << /Encrypt 4 0 R >>'))).toBe('files.encrypted');
    expect(
      await inspect(pdf(catalog(), objectStream('5 0 << >>', '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]'))),
    ).toBe('files.uncheckable');
    expect(await inspect(pdf(catalog(), objectStream('5 0 << >>', '/Type /ObjStm /F#69lter /FlateDecode')))).toBe(
      'files.uncheckable',
    );
    expect(
      await inspect(
        pdf(catalog(), '9 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\nnonsense\nendstream endobj'),
      ),
    ).toBe('files.uncheckable');
    for (const dictionary of [
      '/Type /ObjStm /F [/FlateDecode /ASCIIHexDecode]',
      '/X << /Filter /FlateDecode >> /Filter [/FlateDecode /ASCIIHexDecode]',
      '/Type /ObjStm /Filter /FlateDecode /DP << /Predictor 12 >>',
      '/Filter /LZWDecode',
      `/Filter /FlateDecode /X (${'x'.repeat(70_000)})`,
    ])
      expect(await inspect(pdf(catalog(), objectStream('5 0 << >>', dictionary))), dictionary).toBe(
        'files.uncheckable',
      );
    expect(await inspect(pdf(catalog(), objectStream(`5 0 (${'x'.repeat(40 << 20)})`)))).toBe('files.archive_unsafe');
  });

  it('is refused where it is cut, and where something stands before it', async () => {
    const whole = pdf(catalog());
    expect(await inspect(whole.subarray(0, whole.length - 20))).toBe('files.broken');
    expect(await inspect(Buffer.concat([Buffer.from('MZ'), whole]), ['application/pdf'])).toBe('files.type_mismatch');
  });

  it('is looked at across the borders of what is read at once', async () => {
    const padding = '%'.padEnd(4 << 20, 'x');
    for (const shift of [0, 20, 40, 60]) {
      const cut = padding.slice(0, (4 << 20) - shift);
      expect(await inspect(pdf(cut, catalog('/OpenAction << /S /JavaScript /JS (x) >>')))).toBe('files.active_content');
      expect(
        await inspect(
          pdf(
            cut,
            objectStream(
              '5 0 << /S /JavaScript /JS (x) >>',
              `/Filter /FlateDecode /X (${'y'.repeat(20)}) /Type /ObjStm`,
            ),
          ),
        ),
      ).toBe('files.active_content');
    }
  });
});

const chunk = (name: string, data: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};
const png = (width: number, height: number) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(9)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const jpeg = (width: number) =>
  Buffer.from(
    `ffd8ffe000040000ffc0000b080010${width.toString(16).padStart(4, '0')}01011100ffda000801010000003f00aabbffd9`,
    'hex',
  );

describe('an image', () => {
  it('is taken whole and refused cut, huge, or with something behind it', async () => {
    expect(await inspect(png(10, 10))).toBe('image/png');
    expect(await inspect(png(10, 10).subarray(0, 60))).toBe('files.broken');
    expect(await inspect(png(30_000, 10))).toBe('files.image_too_large');
    expect(await inspect(png(15_000, 15_000))).toBe('files.image_too_large');
    expect(await inspect(Buffer.concat([png(10, 10), Buffer.from('<script>')]))).toBe('files.trailing_data');
    expect(await inspect(jpeg(16))).toBe('image/jpeg');
    expect(await inspect(jpeg(60_000))).toBe('files.image_too_large');
    expect(await inspect(jpeg(16).subarray(0, -2))).toBe('files.broken');
  });
});

describe('an Office document', () => {
  const office = async (parts: Record<string, string>) => {
    const zip = new ZipWriter();
    for (const [name, text] of Object.entries(parts)) await zip.add(name, [text]);
    return zip.finish();
  };
  const types = (content: string) => ({
    '[Content_Types].xml': `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${content}"/></Types>`,
  });
  const word = types('wordprocessingml.document.main+xml');

  it('is told by its main part', async () => {
    expect(await inspect(await writeWorkbook([{ name: '表', columns: [{ header: '列' }], rows: [['甲']] }]))).toBe(
      XLSX,
    );
    expect(await inspect(await office(word))).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    );
    expect(await inspect(await office(word), [XLSX])).toBe('files.type_mismatch');
    expect(await inspect(await office({ 'readme.txt': 'a plain archive' }))).toBe('files.type_mismatch');
  });

  it('is refused with macros, controls, programs inside or a remote template', async () => {
    expect(
      await inspect(
        await office(
          types('x') && {
            '[Content_Types].xml': '<Types ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>',
          },
        ),
      ),
    ).toBe('files.active_content');
    expect(await inspect(await office({ ...word, 'word/vbaProject.bin': 'x' }))).toBe('files.active_content');
    expect(await inspect(await office({ ...word, 'word/embeddings/oleObject1.bin': 'x' }))).toBe(
      'files.active_content',
    );
    const template =
      '<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" Target="http://evil/t.dotm" TargetMode="External"/></Relationships>';
    expect(await inspect(await office({ ...word, 'word/_rels/settings.xml.rels': template }))).toBe(
      'files.active_content',
    );
    const link =
      '<Relationships><Relationship Id="a" Type="http://x/hyperlink" Target="http://example.com" TargetMode="External"/></Relationships>';
    expect(await inspect(await office({ ...word, 'word/_rels/document.xml.rels': link }))).toMatch(/wordprocessingml/);
  });
});

describe('an Office document that says how far it expands', () => {
  const MEGABYTE = 1 << 20;
  /** One of about `size` bytes, whose main part expands to `expanded` bytes as it says. */
  const saying = async (part: string, expanded: number, size = 0) => {
    const zip = new ZipWriter();
    const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    await zip.add('[Content_Types].xml', [`<Types><Override ContentType="${content}"/></Types>`]);
    await zip.add('word/media/photo.jpg', [randomBytes(size)]);
    await zip.add(part, ['<x/>']);
    return declaring(zip.finish(), part, expanded);
  };

  it.each([
    ['taken up to 64 MB, however small it is', 'word/document.xml', 63 * MEGABYTE, 0, /wordprocessingml/],
    ['refused beyond', 'word/document.xml', 65 * MEGABYTE, 0, /^files.archive_unsafe$/],
    ['taken up to fifty times its own size', 'word/document.xml', 96 * MEGABYTE, 2 * MEGABYTE, /wordprocessingml/],
    ['refused beyond that, too', 'word/document.xml', 100 * MEGABYTE, 2 * MEGABYTE, /^files.archive_unsafe$/],
    ['refused where the names of its authors fill 5 MB', 'word/people.xml', 5 * MEGABYTE, 0, /^files.archive_unsafe$/],
  ])('is %s', async (_, part, expanded, size, answer) => {
    expect(await inspect(await saying(part, expanded, size))).toMatch(answer);
  });
});

describe('anything else', () => {
  it('is taken as a table of text, or refused', async () => {
    expect(await inspect('名称,数量\n甲,1\n')).toBe('text/csv');
    expect(await inspect(Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c]))).toBe('text/csv');
    expect(await inspect(Buffer.from('\ufeff名称,数量', 'utf16le'))).toBe('text/csv');
    expect(await inspect(Buffer.from([0x4d, 0x5a, 0, 1]))).toBe('files.type_mismatch');
    expect(await inspect(Buffer.from([0x4d, 0x5a, 0x90]))).toBe('files.csv_unreadable');
    expect(await inspect('<html>', ['application/pdf'])).toBe('files.type_mismatch');
    expect(await inspect(Buffer.from('d0cf11e0a1b11ae1', 'hex'), ['application/pdf', XLSX])).toBe(
      'files.type_mismatch',
    );
    expect(await inspect('')).toBe('files.empty');
    expect(await inspect('%', ['application/pdf'])).toBe('files.type_mismatch');
  });
});
