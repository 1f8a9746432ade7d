import { Face } from './list.face.js';
import type { PdfHead } from './list.pdf.js';
import { LIST_WORDS } from './list.words.js';
import { wrapText } from './list.wrap.js';
import { openPdf, type PdfDocument } from './pdf.js';

const MARGIN = 36;
const LARGEST = 9;
const SMALLEST = 7;
const SMALL = 8;
/** How wide a Latin character is, as a share of the size. */
const LATIN = 0.6;
const TITLE = 15;
const LEADING = 1.35;
const PAD = 3;
const SIDE = 4;
/** A table is drawn no wider than this many times what its columns ask for. */
const STRETCH = 1.5;
const BLACK = '#111a18';
const GREY = '#5b6470';
const RULE = '#c4cdd4';
const FILL = '#e8f0f4';
const PORTRAIT = { width: 595.28, height: 841.89 };
/** More of a header would leave a page no room for its rows. */
const MOST_HEADER_LINES = 6;
/** Of the widest number of pages that a foot has room for. */
const MOST_PAGES = 99_999;

type Column = PdfHead['parts'][number]['columns'][number] & { left: number; room: number };

/**
 * Draws a list row by row, and holds no page but the one at hand: head, a table whose header stands on each page, and
 * which page it is of how many. Landscape where the columns ask for more than a page is wide upright.
 */
export class ListPen {
  private readonly doc: PdfDocument;
  private readonly head: PdfHead;
  private readonly finishing: () => Promise<Buffer>;
  private readonly regular: Face;
  private readonly bold: Face;
  /** Drawn at the foot of each page, and written when their number is known. */
  private readonly total: PDFKit.PDFKitReference;
  private readonly size: number;
  private y = MARGIN;
  private pages = 0;
  private columns: Column[] = [];
  private rows: number | undefined;

  static async open(head: PdfHead): Promise<ListPen> {
    const asked = Math.max(...head.parts.map(askedBy));
    const wide = (asked * LARGEST) / 2 > PORTRAIT.width - 2 * MARGIN;
    const layout = wide ? 'landscape' : 'portrait';
    const language = head.locale === 'zh' ? 'zh-CN' : 'en';
    const { doc, finish } = await openPdf({ title: head.title, layout, margin: MARGIN, language, forward: true });
    return new ListPen(doc, finish, head, asked);
  }

  private constructor(doc: PdfDocument, finish: () => Promise<Buffer>, head: PdfHead, asked: number) {
    this.doc = doc;
    this.head = head;
    this.finishing = finish;
    this.bold = new Face(doc, 'bold');
    this.regular = new Face(doc, 'regular');
    this.size = Math.min(LARGEST, Math.max(SMALLEST, (2 * this.width) / asked));
    const { id, reference } = this.regular;
    this.total = doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, -SMALL, 200, SMALL * 2],
      Resources: { Font: { [id]: reference } },
    });
    this.paragraph(head.subject, this.regular, LARGEST, GREY);
    this.paragraph(head.title, this.bold, TITLE, BLACK);
    this.paragraph(head.made, this.regular, SMALL, GREY);
    for (const note of head.notes) this.paragraph(note, this.regular, SMALL, BLACK);
    this.y += 6;
  }

  /** Ends the part at hand and begins this one. */
  part(index: number): void {
    this.endPart();
    const { name, columns } = this.head.parts[index]!;
    if (this.head.parts.length > 1) {
      this.need(4 * this.lineHeight + 2 * TITLE);
      this.y += 8;
      this.paragraph(name, this.bold, 11, BLACK);
    }
    let left = MARGIN;
    this.columns = roomsOf(columns, this.width, this.size).map((room, at) => {
      left += room;
      return { ...columns[at]!, left: left - room, room };
    });
    this.rows = 0;
    this.header();
  }

  /** A row that is taller than a page goes on on the next. */
  row(cells: readonly string[]): void {
    this.rows! += 1;
    const lines = cells.map((text, index) => this.wrapped(text, this.regular, this.columns[index]!));
    for (let from = 0; ;) {
      const left = Math.max(1, ...lines.map((one) => one.length)) - from;
      const fit = Math.floor((this.bottom - this.y - 2 * PAD) / this.lineHeight);
      const whole = Math.floor((this.pageRoom - 2 * PAD) / this.lineHeight);
      if (left > fit && (left <= whole || fit < 1)) {
        this.newPage();
        this.header();
        continue;
      }
      const drawn = Math.min(left, fit);
      this.cells(
        lines.map((one) => one.slice(from, from + drawn)),
        drawn,
        this.regular,
      );
      from += drawn;
      if (drawn === left) return;
    }
  }

  async finish(): Promise<Buffer> {
    this.endPart();
    this.foot();
    const text = LIST_WORDS[this.head.locale].pages(this.pages);
    const { r, g, b } = { r: 0x5b / 255, g: 0x64 / 255, b: 0x70 / 255 };
    this.total.end(
      Buffer.from(
        `${r.toFixed(3)} ${g.toFixed(3)} ${b.toFixed(3)} rg BT /${this.regular.id} ${SMALL} Tf <${this.regular.encoded(text)}> Tj ET`,
      ),
    );
    return this.finishing();
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private get tableWidth(): number {
    return this.columns.reduce((sum, { room }) => sum + room, 0);
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN - 14;
  }

  private get lineHeight(): number {
    return this.size * LEADING;
  }

  /** What a page has beside its header. */
  private get pageRoom(): number {
    return this.bottom - MARGIN - this.headerLines * this.lineHeight - 2 * PAD;
  }

  private get headerLines(): number {
    return Math.max(1, ...this.headerTexts().map((lines) => lines.length));
  }

  private headerTexts(): string[][] {
    return this.columns.map((column) => this.wrapped(column.header, this.bold, column).slice(0, MOST_HEADER_LINES));
  }

  private endPart(): void {
    if (this.rows === undefined) return;
    const words = LIST_WORDS[this.head.locale];
    this.need(this.lineHeight * 2);
    this.y += 4;
    this.paragraph(this.rows === 0 ? words.none : words.rows(this.rows), this.regular, SMALL, GREY);
    this.rows = undefined;
  }

  private newPage(): void {
    this.foot();
    this.doc.addPage();
    this.y = MARGIN;
  }

  private need(height: number): void {
    if (this.y + height > this.bottom) this.newPage();
  }

  private header(): void {
    const lines = this.headerTexts();
    const tall = this.headerLines;
    this.doc.rect(MARGIN, this.y, this.tableWidth, tall * this.lineHeight + 2 * PAD).fill(FILL);
    this.cells(lines, tall, this.bold);
  }

  private cells(lines: readonly (readonly string[])[], tall: number, face: Face): void {
    const top = this.y + PAD + this.size;
    this.doc.fillColor(BLACK);
    for (const [index, own] of lines.entries()) {
      const { left, room, end } = this.columns[index]!;
      for (const [at, line] of own.entries()) {
        const x = end ? left + room - SIDE - face.widthOf(line, this.size) : left + SIDE;
        face.write(line, x, top + at * this.lineHeight, this.size);
      }
    }
    this.y += tall * this.lineHeight + 2 * PAD;
    this.doc
      .moveTo(MARGIN, this.y)
      .lineTo(MARGIN + this.tableWidth, this.y)
      .lineWidth(0.4)
      .stroke(RULE);
  }

  private wrapped(text: string, face: Face, { room }: Column): string[] {
    return wrapText(text, room - 2 * SIDE, (sign) => face.widthOf(sign, this.size));
  }

  private paragraph(text: string, face: Face, size: number, colour: string): void {
    for (const line of wrapText(text, this.width, (sign) => face.widthOf(sign, size))) {
      this.need(size * LEADING);
      this.doc.fillColor(colour);
      face.write(line, MARGIN, this.y + size, size);
      this.y += size * LEADING;
    }
  }

  /** Whose list it is and which page, of how many. */
  private foot(): void {
    this.pages += 1;
    const { regular, doc } = this;
    const words = LIST_WORDS[this.head.locale];
    const y = doc.page.height - MARGIN + 2;
    const right = MARGIN + this.width - regular.widthOf(words.pages(MOST_PAGES), SMALL);
    const page = words.page(this.pages);
    const start = right - regular.widthOf(page, SMALL);
    doc.fillColor(GREY);
    regular.write(page, start, y, SMALL);
    (doc.page as unknown as { xobjects: Record<string, unknown> }).xobjects['Total'] = this.total;
    doc.addContent(`q 1 0 0 -1 ${right.toFixed(2)} ${y.toFixed(2)} cm /Total Do Q`);
    const [line] = wrapText(`${this.head.subject} ${this.head.title}`, start - MARGIN - 12, (sign) =>
      regular.widthOf(sign, SMALL),
    );
    regular.write(line!, MARGIN, y, SMALL);
  }
}

/** Columns that are whole have what they ask for, up to half of the page; the others share what is left. */
function roomsOf(columns: PdfHead['parts'][number]['columns'], page: number, size: number): number[] {
  const asked = columns.map((column) => column.width * size * LATIN + 2 * SIDE);
  const sumOf = (whole: boolean) =>
    columns.reduce((sum, column, at) => (column.whole === whole ? sum + asked[at]! : sum), 0);
  const [kept, shared] = [sumOf(true), sumOf(false)];
  const width = Math.min(page, STRETCH * (kept + shared));
  if (shared === 0 || kept > width / 2) return asked.map((one) => (one / (kept + shared)) * width);
  return asked.map((one, at) => (columns[at]!.whole ? one : (one / shared) * (width - kept)));
}

const askedBy = ({ columns }: PdfHead['parts'][number]): number => columns.reduce((sum, { width }) => sum + width, 0);
