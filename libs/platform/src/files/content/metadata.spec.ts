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

  it('leaves files of other kinds alone', async () => {
    const content = latin1('Anna Li');
    expect(await withoutMetadata('image/png', content)).toBe(content);
  });
});
