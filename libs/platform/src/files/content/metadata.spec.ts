import { constants, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaring } from '../../../../../test/support/archives.js';
import { bufferSource, entryText, readZip } from '../../documents/zip.reader.js';
import { ZipWriter } from '../../documents/zip.writer.js';
import { withoutMetadata } from './metadata.js';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const strip = async (text: string) => (await withoutMetadata(PDF, latin1(text))).toString('latin1');

describe('a PDF without its metadata', () => {
  const page = '4 0 obj\n<< /Length 21 >>\nstream\n(Anna Li on the page)\nendstream\nendobj\n';

  it('keeps its length and its pages, and no string of the information dictionary', async () => {
    const info =
      '7 0 obj\n<< /Author (Anna \\(Li\\) \\\\) /Title (A (nested) title) /Creator <416e6e61> /Pages 9 >>\nendobj\n';
    const before = `%PDF-1.7\n17 0 obj\n<< /Note (kept) >>\nendobj\n${page}${info}trailer << /Root 1 0 R /Info 7 0 R >>\n%%EOF`;
    const after = await strip(before);
    expect(after).toHaveLength(before.length);
    expect(after).toContain(page);
    expect(after).toContain('<< /Note (kept) >>');
    expect(after).toContain('/Pages 9');
    for (const name of ['Anna (Li', 'nested', '416e6e61', '/Info 7 0 R']) expect(after).not.toContain(name);
    expect(after).toContain('/Creator <20202020>');
  });

  it('refers to no dictionary in a compressed stream, and shows no XMP packet, plain or compressed', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Anna Li</dc:creator></x:xmpmeta>';
    const packed =
      '9 0 obj\n<< /Type /Metadata /Subtype /XML /Filter /FlateDecode /Length 3 >>\nstream\nabc\nendstream\nendobj\n';
    const image = '10 0 obj\n<< /Type /XObject /Filter /FlateDecode /Length 3 >>\nstream\nabc\nendstream\nendobj\n';
    const before = `%PDF-1.7\n${xmp}${packed}${image}12 0 obj << /Type /XRef /Info 5 0 R >> stream\nx\nendstream\n%%EOF`;
    const after = await strip(before);
    expect(after).toHaveLength(before.length);
    expect(after).not.toContain('Anna Li');
    expect(after).not.toContain('/Info 5 0 R');
    expect(after).not.toMatch(/\/Type \/Metadata[^>]*\/Filter/);
    expect(after).toContain(image);
  });

  it('says of no note on a page who made it, plain or compressed, and keeps what fields are called', async () => {
    const note =
      '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Anna \\(Li\\)) /Popup << /Subtype /Popup /T <416e6e61> >> >>';
    const field = '<< /Subtype /Widget /T (Street) /Kids [<< /Subtype /Widget >>] >>';
    const packed = deflateSync(Buffer.from(`1 0 2 ${note.length} ${note}${field}`)).toString('latin1');
    const before =
      `%PDF-1.7\n4 0 obj\n${note}\nendobj\n5 0 obj\n${field}\nendobj\n` +
      `6 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n%%EOF`;
    const after = await strip(before);
    expect(after).toHaveLength(before.length);
    const stream = after.slice(after.indexOf('stream\n') + 7, after.indexOf('\nendstream'));
    const objects = inflateSync(latin1(stream), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    for (const text of [after, objects]) {
      expect(text).not.toMatch(/Anna|416e6e61/);
      expect(text).toContain(field);
    }
  });

  it('is any file of the same length, whatever it holds', async () => {
    const piece = fc.constantFrom(
      '/Info 1 0 R',
      '1 0 obj',
      '<<',
      '>>',
      '(',
      ')',
      '\\',
      '<',
      '>',
      'endobj',
      'stream',
      '/Metadata',
      '/T (',
      '/Subtype /Text',
      '/ObjStm',
      '<x:xmpmeta',
      '</x:xmpmeta>',
      'a',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const content = latin1(pieces.join(' '));
        expect(await withoutMetadata(PDF, content)).toHaveLength(content.length);
      }),
    );
  });
});

describe('an Office document without its properties', () => {
  it('keeps its parts, and names nobody', async () => {
    const zip = new ZipWriter();
    await zip.add('word/document.xml', ['<w:t>Anna Li on the page</w:t>']);
    await zip.add('word/media/image1.png', [Buffer.from([0, 255, 128, 7])]);
    await zip.add('docProps/core.xml', ['<dc:creator>Anna Li</dc:creator>']);
    await zip.add('docProps/app.xml', ['<Company>Anna Li GmbH</Company>']);
    await zip.add('word/people.xml', ['<w15:person w15:author="Anna Li"/>']);
    const entries = await readZip(bufferSource(await withoutMetadata(DOCX, zip.finish())), {
      maxCompressed: 1e6,
      maxUncompressed: 1e6,
      maxEntries: 10,
    });
    const texts = new Map<string, string>();
    for (const [name, entry] of entries) texts.set(name, await entryText(entry));
    expect(texts.get('word/document.xml')).toBe('<w:t>Anna Li on the page</w:t>');
    expect([...texts].filter(([name]) => name !== 'word/document.xml').join()).not.toContain('Anna Li');
    const bytes: Buffer[] = [];
    for await (const chunk of entries.get('word/media/image1.png')!.chunks()) bytes.push(chunk);
    expect(Buffer.concat(bytes)).toEqual(Buffer.from([0, 255, 128, 7]));
  });

  it('expands nothing further than it says', async () => {
    const zip = new ZipWriter();
    await zip.add('xl/worksheets/sheet1.xml', ['<x/>'.repeat(1000)]);
    const lying = declaring(zip.finish(), 'xl/worksheets/sheet1.xml', 100);
    await expect(withoutMetadata(DOCX, lying)).rejects.toMatchObject({ code: 'files.archive_unsafe' });
  });

  it('says of no change, comment or lock who made it, however it comes in pieces, and keeps every word of the text', async () => {
    const zip = new ZipWriter();
    const change = (text: string) =>
      `<w:ins w:id="1" w:author="Anna > Li" w:date="2026-01-01T00:00:00Z"><w:t>${text}</w:t></w:ins>`;
    const told = '作者 author="kept" 张三 ';
    await zip.add('word/document.xml', [change(told).repeat(20_000)]);
    await zip.add('word/comments.xml', ['<w:comment w:id="0" w:author=\'Anna Li\' w:initials="AL"/>']);
    await zip.add('xl/comments1.xml', ['<authors><author>Anna Li</author><author/></authors>']);
    await zip.add('xl/persons/person.xml', [
      '<person displayName="Anna Li" id="{1}" userId="anna@li" providerId="AD"/>',
    ]);
    await zip.add('xl/workbook.xml', ['<fileSharing userName="Anna Li"/><sheet name="Sheet 1"/>']);
    await zip.add('ppt/authors.xml', ['<p188:author id="{1}" name="Anna Li" initials="AL"/>']);
    const limits = { maxCompressed: 1e8, maxUncompressed: 1e8, maxEntries: 10 };
    const entries = await readZip(bufferSource(await withoutMetadata(DOCX, zip.finish())), limits);
    const texts = await Promise.all([...entries.values()].map(entryText));
    expect(texts.join()).not.toMatch(/Anna|anna|"AL"/);
    expect(texts[0]!.split(told)).toHaveLength(20_001);
    expect(texts[4]).toContain('<sheet name="Sheet 1"/>');
  });

  it('leaves files of other kinds alone', async () => {
    const content = latin1('Anna Li');
    expect(await withoutMetadata('text/csv', content)).toBe(content);
  });
});

describe('a picture without its metadata', () => {
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
  /** Orientation 6, and the artist. */
  const exif = Buffer.concat([
    latin1('Exif\0\0II*\0\x08\0\0\0\x02\0'),
    latin1('\x12\x01\x03\0\x01\0\0\0\x06\0\0\0'),
    latin1('\x3b\x01\x02\0\x08\0\0\0\x26\0\0\0\0\0\0\0Anna Li\0'),
  ]);
  const jpeg = async (...parts: Buffer[]) =>
    withoutMetadata('image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]));
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 2])), Buffer.from([7, 0xff, 0, 8, 0xff, 0xd1, 9])]);
  const end = Buffer.from([0xff, 0xd9]);

  it('keeps of a JPEG what is drawn and which side is up, and nothing after its end', async () => {
    const frame = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1]));
    const told = [segment(0xe1, exif), segment(0xfe, latin1('Anna Li')), segment(0xed, latin1('Photoshop Anna Li'))];
    const after = await jpeg(segment(0xe0, latin1('JFIF\0')), ...told, frame, scan, scan, end, latin1('Anna Li'));
    expect(after.toString('latin1')).not.toContain('Anna');
    const side = latin1('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0');
    expect(after).toEqual(
      Buffer.concat([
        Buffer.from([0xff, 0xd8]),
        segment(0xe0, latin1('JFIF\0')),
        segment(0xe1, side),
        frame,
        scan,
        scan,
        end,
      ]),
    );
  });

  it('keeps of a PNG what is drawn', async () => {
    const chunk = (name: string, data: string) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, latin1(name + data), Buffer.alloc(4)]);
    };
    const [head, data, last] = [chunk('IHDR', 'x'.repeat(13)), chunk('IDAT', 'abc'), chunk('IEND', '')];
    const start = latin1('\x89PNG\r\n\x1a\n');
    const told = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].map((name) => chunk(name, 'Author\0Anna Li'));
    expect(await withoutMetadata('image/png', Buffer.concat([start, head, ...told, data, last]))).toEqual(
      Buffer.concat([start, head, data, last]),
    );
  });
});
