import type { Locale } from '@haishi/contracts';
import { type PdfDocument, pdfDocument, qrPath } from '@haishi/platform';
import { type Certificate, zoneOf } from './certificate.entity.js';
import { printedCode } from './certificate.rules.js';

const GOLD = '#a8823a';
const INK = '#1c2430';
const GREY = '#5b6470';
const EDGE = 30;
const MARGIN = 84;
const QR = 76;
const SMALL = 8.5;
/** Beyond as many, the rest are said to be there. */
const MOST_NAMES = 12;

const WORDS = {
  zh: {
    title: '荣誉证书',
    below: 'CERTIFICATE OF HONOUR',
    of: (title: string) => `项目《${title}》`,
    in: (edition: string, division: string) => `在${edition}${division}领域中荣获`,
    rest: '特发此证，以资鼓励。',
    by: (edition: string) => `${edition}组织委员会`,
    number: '证书编号',
    code: '校验码',
    check: '扫码核验真伪',
    and: '、',
    others: (names: string) => `${names}等`,
  },
  en: {
    title: 'Certificate of Honour',
    below: '荣 誉 证 书',
    of: (title: string) => `for the project “${title}”`,
    in: (edition: string, division: string) => `${edition}, ${division}`,
    rest: 'This certificate is awarded in recognition of the achievement.',
    by: (edition: string) => `Organising Committee of the ${edition}`,
    number: 'Number',
    code: 'Check code',
    check: 'Scan to check that it is genuine',
    and: ', ',
    others: (names: string) => `${names} and others`,
  },
} as const;

/** A certificate on one page of A4, in one language. `address`: of the page that checks it, which the code is scanned to. */
export function certificatePdf(certificate: Certificate, language: Locale, address: string): Promise<Buffer> {
  const { content, number } = certificate;
  const words = WORDS[language];
  const options = { title: `${words.title} ${number}`, layout: 'landscape' as const, margin: 0 };
  return pdfDocument(options, (doc) => {
    frame(doc);
    const width = doc.page.width - 2 * MARGIN;
    const centred = { width, align: 'center' as const };
    const line = (text: string, size: number, y: number, { bold = false, color = INK, high = size * 1.5 } = {}) => {
      doc.font(bold ? 'bold' : 'regular').fillColor(color);
      let fitting = size;
      while (fitting > SMALL && doc.fontSize(fitting).heightOfString(text, centred) > high) fitting -= 0.5;
      doc.text(text, MARGIN, y, { ...centred, height: high + 2, ellipsis: true });
    };
    line(words.title, 38, 74, { bold: true, color: GOLD });
    line(words.below, 12, 126, { color: GREY });
    line(content.organisation, 22, 158, { bold: true });
    const names = content.members.slice(0, MOST_NAMES).join(words.and);
    if (names) line(content.members.length > MOST_NAMES ? words.others(names) : names, 13, 194, { high: 36 });
    line(words.of(content.title), 16, 236, { high: 44 });
    line(words.in(content.edition[language], content.division[language]), 14, 286, { high: 38 });
    line(content.award[language], 32, 332, { bold: true, color: GOLD });
    line(words.rest, 13, 388);
    line(words.by(content.edition[language]), 13, 438, { high: 36 });
    line(dateOf(certificate, language), 12, 478);
    foot(doc, [`${words.number} ${number}`, `${words.code} ${printedCode(certificate.code)}`, words.check], address);
  });
}

function frame(doc: PdfDocument): void {
  const { width, height } = doc.page;
  doc
    .lineWidth(2.5)
    .rect(EDGE, EDGE, width - 2 * EDGE, height - 2 * EDGE)
    .stroke(GOLD);
  const inner = EDGE + 7;
  doc
    .lineWidth(0.7)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke(GOLD);
}

function foot(doc: PdfDocument, lines: readonly string[], address: string): void {
  const top = doc.page.height - EDGE - 18 - QR;
  const left = EDGE + 20;
  const { path, size } = qrPath(address);
  doc
    .save()
    .translate(left, top)
    .scale(QR / size)
    .path(path)
    .fill(INK)
    .restore();
  doc.font('regular').fontSize(SMALL).fillColor(GREY);
  lines.forEach((text, index) => doc.text(text, left + QR + 8, top + QR - 40 + index * 13, { lineBreak: false }));
}

function dateOf({ issuedAt, content }: Certificate, language: Locale): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zoneOf(content),
  });
  return format.format(issuedAt);
}
