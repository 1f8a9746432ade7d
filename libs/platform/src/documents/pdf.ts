import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const fontPath = (file: string) => join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts', file);

/** The two weights in every document, by the names given to `doc.font(…)`. */
export const PDF_FONTS = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;

/** The pen that {@link pdfDocument} gives. */
export type PdfDocument = PDFKit.PDFDocument;

export interface PdfOptions {
  /** Shown by readers in the window's title. */
  title: string;
  layout?: 'portrait' | 'landscape';
  /** Points on each side; 54 (19 mm) where not given. */
  margin?: number;
  /** As in a `lang` attribute; Chinese where not given. */
  language?: string;
  /** Whether a page is done with when the next begins, so that few are held; otherwise one can go back to each. */
  forward?: boolean;
}

/**
 * A PDF of A4 pages drawn by `draw` with a font that holds Chinese and Latin.
 * Only the glyphs used are embedded. The document starts in `regular` at 10.5 points (五号).
 */
export async function pdfDocument(options: PdfOptions, draw: (doc: PdfDocument) => void): Promise<Buffer> {
  const { doc, finish } = await openPdf(options);
  draw(doc);
  return finish();
}

/** The same, drawn piece by piece until `finish`. */
export async function openPdf(options: PdfOptions): Promise<{ doc: PdfDocument; finish: () => Promise<Buffer> }> {
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    layout: options.layout ?? 'portrait',
    margin: options.margin ?? 54,
    bufferPages: !options.forward,
    // No font yet: one that is open already under another name is read anew from its file at each `font(…)`.
    font: '',
    lang: options.language ?? 'zh-CN',
    displayTitle: true,
    info: { Title: options.title, Creator: 'Haishi' },
  });
  for (const [name, file] of Object.entries(PDF_FONTS)) doc.registerFont(name, fontPath(file));
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    doc
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', resolve)
      .once('error', reject);
  });
  doc.font('regular').fontSize(10.5);
  return {
    doc,
    finish: async () => {
      doc.end();
      await finished;
      return Buffer.concat(chunks);
    },
  };
}
