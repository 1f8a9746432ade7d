import type { PdfDocument } from './pdf.js';

/** What `pdfkit` knows of an open font. */
interface OpenFont {
  id: string;
  ref(): PDFKit.PDFKitReference;
  encode(text: string): [glyphs: string[], positions: { advanceWidth: number }[]];
}

/** A font that writes sign by sign, each looked up once: shaping whole texts takes ten times as long. */
export class Face {
  readonly id: string;
  readonly reference: PDFKit.PDFKitReference;
  private readonly doc: PdfDocument;
  private readonly font: OpenFont;
  private readonly signs = new Map<string, { glyphs: string; width: number }>();

  constructor(doc: PdfDocument, name: string) {
    doc.font(name);
    this.doc = doc;
    this.font = (doc as unknown as { _font: OpenFont })._font;
    this.id = this.font.id;
    this.reference = this.font.ref();
  }

  /** In points. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const sign of text) width += this.sign(sign).width;
    return (width * size) / 1000;
  }

  encoded(text: string): string {
    let glyphs = '';
    for (const sign of text) glyphs += this.sign(sign).glyphs;
    return glyphs;
  }

  /** With its base line at `y`. */
  write(text: string, x: number, y: number, size: number): void {
    if (text === '') return;
    const { fonts } = this.doc.page as unknown as { fonts: Record<string, unknown> };
    fonts[this.id] = this.reference;
    this.doc.addContent(
      `BT /${this.id} ${size.toFixed(2)} Tf 1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${this.encoded(text)}> Tj ET`,
    );
  }

  private sign(sign: string): { glyphs: string; width: number } {
    let known = this.signs.get(sign);
    if (!known) {
      const [glyphs, positions] = this.font.encode(sign);
      known = { glyphs: glyphs.join(''), width: positions.reduce((sum, one) => sum + one.advanceWidth, 0) };
      this.signs.set(sign, known);
    }
    return known;
  }
}
