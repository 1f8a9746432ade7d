import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pdfDocument } from './pdf.js';

const SAMPLE = '石家庄海石杯高层次人才创新创业大赛：栾城、藁城、赵县·井陉矿区，评分表 86.50 ①《》“”—…★￥';
const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;

/** The share of dark pixels in a page rendered in grey (PGM), within rows `from` to `to` (parts of the height). */
function darkness(pdf: Buffer, from: number, to: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, pdf);
    execFileSync('pdftoppm', ['-r', '100', '-gray', '-singlefile', path, join(folder, 'page')]);
    const image = readFileSync(join(folder, 'page.pgm'));
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))!;
    const [width, height] = [Number(head[1]), Number(head[2])];
    const pixels = image.subarray(
      head[0].length + Math.floor(height * from) * width,
      head[0].length + Math.floor(height * to) * width,
    );
    return pixels.reduce((sum, pixel) => sum + (pixel < 128 ? 1 : 0), 0) / pixels.length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const page = (text: string) =>
  pdfDocument({ title: '样张' }, (doc) => doc.fontSize(24).text(text, { lineBreak: true }));

describe('pdfDocument', () => {
  it('draws each sign of the sample with a glyph of its own, in both weights', async () => {
    await pdfDocument({ title: '字形' }, (doc) => {
      for (const name of ['regular', 'bold']) {
        doc.font(name);
        const { font } = (doc as unknown as { _font: { font: { glyphForCodePoint(code: number): { id: number } } } })
          ._font;
        const missing = [...SAMPLE].filter((sign) => font.glyphForCodePoint(sign.codePointAt(0)!).id === 0);
        expect(missing).toEqual([]);
      }
    });
  });

  it('embeds only the glyphs used', async () => {
    const bytes = await page(SAMPLE);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeLessThan(100_000);
  });

  it.skipIf(!hasPoppler)('shows Chinese in pixels, different for different text (needs pdftoppm)', async () => {
    const blank = darkness(await page(' '), 0, 1);
    const dense = darkness(await page('龘'.repeat(40)), 0, 1);
    const sparse = darkness(await page('一'.repeat(40)), 0, 1);
    expect(blank).toBe(0);
    expect(sparse).toBeGreaterThan(0.0005);
    expect(dense).toBeGreaterThan(sparse * 3);
    expect(darkness(await page('海石杯'), 0.5, 1)).toBe(0);
  });
});
