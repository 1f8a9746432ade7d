import { type PdfDocument, pdfDocument } from '@haishi/platform';

/** What stands at the top of a paper and, small, at the foot of each page. */
export interface PaperHead {
  /** The edition, above the title. */
  edition: string;
  title: string;
  /** Session, stage and room: repeated at the foot of each page. */
  foot: string;
  layout?: 'portrait' | 'landscape';
}

export interface PaperColumn {
  header: string;
  /** A share of the page's width. */
  share: number;
  align?: 'left' | 'center' | 'right';
}

export interface StyledCell {
  text: string;
  /** Struck through, such as the highest and lowest scores. */
  strike?: boolean;
  bold?: boolean;
}
export type PaperCell = string | StyledCell;

const MARGIN = 54;
const SIZE = 9.5;
const SMALL = 8;
const PAD = 4;
const LINE = 0.5;
const GREY = '#5b6470';
const FILL = '#eef2f6';
const BLACK = '#000000';
const SIGNATURE_HEIGHT = 40;
/** A heading, a table's header and a row: they stay together. */
const HEADING_NEEDS = 110;

/**
 * An official paper on A4: head, facts, tables that go on over pages with their header repeated, lines to sign on,
 * page numbers.
 */
export async function makePaper(head: PaperHead, draw: (paper: Paper) => void): Promise<Buffer> {
  const { title, layout = 'portrait' } = head;
  return pdfDocument({ title: `${title} ${head.foot}`, layout, margin: MARGIN }, (doc) => {
    const paper = new Paper(doc, head);
    draw(paper);
    paper.numberPages();
  });
}

/** The pen with which papers are drawn, always at the end of what is there. */
export class Paper {
  constructor(
    private readonly doc: PdfDocument,
    private readonly head: PaperHead,
  ) {
    this.drawHead();
  }

  /** Goes on on a new page under the same head. */
  newPage(): void {
    this.doc.addPage();
    this.drawHead();
  }

  heading(text: string): void {
    this.need(HEADING_NEEDS);
    this.doc.moveDown(0.6);
    this.doc.font('bold').fontSize(11).fillColor(BLACK).text(text, MARGIN, undefined, { width: this.width });
    this.doc.moveDown(0.3);
  }

  /** A paragraph; goes on on the next page where it does not fit. */
  note(text: string, style: { grey?: boolean; bold?: boolean } = {}): void {
    this.doc
      .font(style.bold ? 'bold' : 'regular')
      .fontSize(SIZE)
      .fillColor(style.grey ? GREY : BLACK)
      .text(text, MARGIN, undefined, { width: this.width, lineGap: 1.5 });
    this.doc.fillColor(BLACK).moveDown(0.3);
  }

  /** Labelled values, one below another. */
  facts(facts: readonly (readonly [label: string, value: string])[]): void {
    this.table(
      [
        { header: '', share: 0.26 },
        { header: '', share: 0.74 },
      ],
      facts.map(([label, value]) => [{ text: label, bold: true }, value || '—']),
    );
  }

  /**
   * A ruled table; its header stands again on each page, and is left out where all headers are empty. Rows are at least
   * `tall` points high, as where a hand is to write in them.
   */
  table(columns: readonly PaperColumn[], rows: readonly (readonly PaperCell[])[], tall = 0): void {
    const total = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (share / total) * this.width);
    const header = columns.some((column) => column.header !== '')
      ? columns.map((column) => ({ text: column.header, bold: true }))
      : undefined;
    const aligned = columns.map(({ align }) => align ?? 'left');
    if (header) {
      this.need(this.heightOf(header, widths) + Math.max(tall, this.heightOf(rows[0] ?? [], widths)));
      this.row(header, widths, aligned, true);
    }
    for (const row of rows) {
      if (!this.fits(Math.max(tall, this.heightOf(row, widths)))) {
        this.doc.addPage();
        if (header) this.row(header, widths, aligned, true);
      }
      this.row(row, widths, aligned, false, tall);
    }
    this.doc.x = MARGIN;
    this.doc.moveDown(0.4);
  }

  /** Lines to sign on, four beside each other; those of one row stay together. */
  signatures(labels: readonly string[]): void {
    const gap = 16;
    const beside = 4;
    const width = (this.width - gap * (beside - 1)) / beside;
    for (let start = 0; start < labels.length; start += beside) {
      const row = labels.slice(start, start + beside);
      this.doc.font('regular').fontSize(SMALL);
      const height = Math.max(...row.map((label) => this.doc.heightOfString(label, { width }))) + SIGNATURE_HEIGHT;
      this.need(height);
      const top = this.doc.y;
      const line = top + SIGNATURE_HEIGHT - PAD;
      row.forEach((label, index) => {
        const left = MARGIN + index * (width + gap);
        this.doc
          .moveTo(left, line)
          .lineTo(left + width, line)
          .lineWidth(LINE)
          .stroke();
        this.doc.fillColor(GREY).text(label, left, line + 2, { width });
      });
      this.doc.fillColor(BLACK);
      this.doc.x = MARGIN;
      this.doc.y = top + height;
    }
  }

  /** At the foot of each page: whose paper it is, and which page of how many. */
  numberPages(): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.doc.switchToPage(start + index);
      const { page } = this.doc;
      const bottom = page.margins.bottom;
      page.margins.bottom = 0;
      const y = page.height - bottom + 14;
      this.doc.font('regular').fontSize(SMALL).fillColor(GREY);
      const number = `第 ${index + 1} 页 / 共 ${count} 页  Page ${index + 1} of ${count}`;
      this.doc.text(number, MARGIN, y, { width: this.width, align: 'right', lineBreak: false });
      const width = this.width - 170;
      this.doc.text(this.head.foot, MARGIN, y, { width, height: 12, ellipsis: true });
      page.margins.bottom = bottom;
    }
    this.doc.fillColor(BLACK);
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  private drawHead(): void {
    const { edition, title } = this.head;
    const { doc, width } = this;
    doc.font('regular').fontSize(SIZE).fillColor(GREY).text(edition, MARGIN, MARGIN, { width, align: 'center' });
    doc.font('bold').fontSize(17).fillColor(BLACK).text(title, { width, align: 'center' });
    doc.font('regular').fontSize(SIZE).moveDown(0.8);
  }

  private fits(height: number): boolean {
    return this.doc.y + height <= this.doc.page.height - MARGIN;
  }

  private need(height: number): void {
    if (!this.fits(height)) this.doc.addPage();
  }

  private heightOf(row: readonly PaperCell[], widths: readonly number[]): number {
    const heights = row.map((cell, index) => {
      const { text, bold } = styled(cell);
      return this.doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(SIZE)
        .heightOfString(text || ' ', { width: widths[index]! - 2 * PAD });
    });
    return Math.max(0, ...heights) + 2 * PAD;
  }

  private row(
    row: readonly PaperCell[],
    widths: readonly number[],
    aligned: readonly ('left' | 'center' | 'right')[],
    filled: boolean,
    tall = 0,
  ): void {
    const { doc } = this;
    const height = Math.max(tall, this.heightOf(row, widths));
    const top = doc.y;
    let left = MARGIN;
    row.forEach((cell, index) => {
      const width = widths[index]!;
      const { text, bold, strike } = styled(cell);
      doc.lineWidth(LINE).rect(left, top, width, height);
      if (filled) doc.fillAndStroke(FILL, GREY);
      else doc.stroke(GREY);
      doc
        .font(bold ? 'bold' : 'regular')
        .fontSize(SIZE)
        .fillColor(strike ? GREY : BLACK)
        .text(text, left + PAD, top + PAD, {
          width: width - 2 * PAD,
          align: aligned[index]!,
          strike: strike ?? false,
        });
      left += width;
    });
    doc.fillColor(BLACK).strokeColor(BLACK);
    doc.x = MARGIN;
    doc.y = top + height;
  }
}

const styled = (cell: PaperCell): StyledCell => (typeof cell === 'string' ? { text: cell } : cell);
