import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { PageMark, PdfPage } from './page.model.js';
import { writePagePdf } from './page.pdf.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const textOf = (pdf: Buffer) => execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });

const box = (text: string, height = 60): PageMark => ({
  kind: 'box',
  text,
  at: [50, 50],
  width: 300,
  height,
  size: 40,
  least: 8,
  bold: true,
  color: '#111a18',
});
const page = (...marks: PageMark[]): PdfPage => ({ title: '样张', language: 'zh', marks });

describe('a page drawn in another thread', () => {
  it('goes to who asked for it, however many ask at once, and a page that cannot be drawn fails alone', async () => {
    const [one, broken, other] = await Promise.allSettled([
      writePagePdf(page(box('甲'))),
      writePagePdf(page({ kind: 'path', at: [Number.NaN, 0], path: 'M0 0h1v1z', scale: 1, color: '#000' })),
      writePagePdf(page(box('乙'))),
    ]);
    expect(broken).toMatchObject({ status: 'rejected' });
    const drawn = [one, other].map((answer) => (answer.status === 'fulfilled' ? answer.value : Buffer.of()));
    for (const pdf of drawn) expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (hasPoppler) expect(drawn.map((pdf) => textOf(pdf).trim())).toEqual(['甲', '乙']);
  });

  it.skipIf(!hasPoppler)('holds the whole of a text that fits at a smaller size (needs pdftotext)', async () => {
    const long = '石家庄海石杯高层次人才创新创业大赛'.repeat(4);
    expect(textOf(await writePagePdf(page(box(long)))).replaceAll(/\s/g, '')).toBe(long);
    expect(textOf(await writePagePdf(page(box(long, 12))))).toContain('…');
  });
});
