import type { Locale } from '@haishi/contracts';
import { PAGE_SIZE, type PageMark, type PdfPage, qrPath } from '@haishi/platform';
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
    check: '扫码核验真伪，或在下列网址输入校验码',
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
    check: 'Scan to check that it is genuine, or type the check code at',
    and: ', ',
    others: (names: string) => `${names} and others`,
  },
} as const;

/** A certificate on one page of A4, in one language. `place`: the address of the page that checks it. */
export function certificatePage(certificate: Certificate, language: Locale, place: string): PdfPage {
  const { content, number, code } = certificate;
  const words = WORDS[language];
  const line = (
    text: string,
    size: number,
    y: number,
    { bold = false, color = INK, high = size * 1.5 } = {},
  ): PageMark => ({
    kind: 'box',
    text,
    at: [MARGIN, y],
    width: PAGE_SIZE.width - 2 * MARGIN,
    height: high,
    size,
    least: SMALL,
    bold,
    color,
  });
  const names = content.members.slice(0, MOST_NAMES).join(words.and);
  return {
    title: `${words.title} ${number}`,
    language,
    marks: [
      frame(EDGE, 2.5),
      frame(EDGE + 7, 0.7),
      line(words.title, 38, 74, { bold: true, color: GOLD }),
      line(words.below, 12, 126, { color: GREY }),
      line(content.organisation, 22, 158, { bold: true }),
      ...(names
        ? [line(content.members.length > MOST_NAMES ? words.others(names) : names, 13, 194, { high: 36 })]
        : []),
      line(words.of(content.title), 16, 236, { high: 44 }),
      line(words.in(content.edition[language], content.division[language]), 14, 286, { high: 38 }),
      line(content.award[language], 32, 332, { bold: true, color: GOLD }),
      line(words.rest, 13, 388),
      line(words.by(content.edition[language]), 13, 438, { high: 36 }),
      line(dateOf(certificate, language), 12, 478),
      // The code stands behind the hash, where no server on the way sees it.
      ...foot(`${place}#${code}`, [
        `${words.number} ${number}`,
        `${words.code} ${printedCode(code)}`,
        words.check,
        place,
      ]),
    ],
  };
}

function frame(edge: number, line: number): PageMark {
  const [width, height] = [PAGE_SIZE.width - 2 * edge, PAGE_SIZE.height - 2 * edge];
  return { kind: 'frame', at: [edge, edge], width, height, line, color: GOLD };
}

function foot(scanned: string, lines: readonly string[]): PageMark[] {
  const top = PAGE_SIZE.height - EDGE - 18 - QR;
  const left = EDGE + 20;
  const { path, size } = qrPath(scanned);
  return [
    { kind: 'path', at: [left, top], path, scale: QR / size, color: INK },
    ...lines.map((text, index): PageMark => ({
      kind: 'line',
      text,
      at: [left + QR + 8, top + QR - 13 * (lines.length - index)],
      size: SMALL,
      color: GREY,
    })),
  ];
}

function dateOf({ issuedAt, content }: Certificate, language: Locale): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeZone: zoneOf(content),
  });
  return format.format(issuedAt);
}
