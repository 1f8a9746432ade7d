import type { BoxMark, PageMark, PdfPage } from './page.model.js';
import { type PdfDocument, pdfDocument } from './pdf.js';

/** Points by which sizes are told apart. */
const STEP = 0.5;

export function drawPage({ title, language, marks }: PdfPage): Promise<Buffer> {
  const options = { title, layout: 'landscape', margin: 0, language: language === 'zh' ? 'zh-CN' : 'en' } as const;
  return pdfDocument(options, (doc) => {
    for (const mark of marks) draw(doc, mark);
  });
}

function draw(doc: PdfDocument, mark: PageMark): void {
  const [x, y] = mark.at;
  if (mark.kind === 'frame') doc.lineWidth(mark.line).rect(x, y, mark.width, mark.height).stroke(mark.color);
  else if (mark.kind === 'path')
    doc.save().translate(x, y).scale(mark.scale).path(mark.path).fill(mark.color).restore();
  else if (mark.kind === 'line')
    doc.font('regular').fontSize(mark.size).fillColor(mark.color).text(mark.text, x, y, { lineBreak: false });
  else box(doc, mark);
}

function box(doc: PdfDocument, { text, bold, size, least, width, height, color, at: [x, y] }: BoxMark): void {
  const centred = { width, align: 'center' as const };
  doc.font(bold ? 'bold' : 'regular').fillColor(color);
  const fits = (points: number) => doc.fontSize(points).heightOfString(text, centred) <= height;
  // Measuring takes long: sizes are halved between, instead of tried one by one.
  let [small, large] = [0, Math.floor((size - least) / STEP)];
  while (small < large) {
    const middle = Math.ceil((small + large) / 2);
    if (fits(least + middle * STEP)) small = middle;
    else large = middle - 1;
  }
  doc.fontSize(least + small * STEP).text(text, x, y, { ...centred, height: height + 2, ellipsis: true });
}
