import { blankAnnotators } from './pdf-annotations.js';

const SPACE = 0x20;
/** An information dictionary is a few lines; what is longer is none. */
const MOST_OF_OBJECT = 64 << 10;
const XMP: readonly [begin: string, end: string] = ['<x:xmpmeta', '</x:xmpmeta>'];
const INFO = /^\/Info\s+(\d+)\s+(\d+)\s+R/;

/**
 * A PDF of the same length that names nobody in its properties: the information dictionary (ISO 32000-1 §14.3.3) is emptied and no
 * longer referred to, XMP packets (§14.3.2) are blanked, and compressed ones made unreadable, and notes on pages do not say who made
 * them. Pages, bookmarks and every offset stay as they were.
 */
export function withoutPdfMetadata(content: Buffer): Buffer {
  const pdf = Buffer.from(content);
  blankPackets(pdf);
  for (const at of places(pdf, '/Metadata')) spoilPacket(pdf, at);
  for (const at of places(pdf, '/Info')) {
    const found = INFO.exec(pdf.toString('latin1', at, at + 40));
    if (!found) continue;
    for (const object of places(pdf, `${found[1]} ${found[2]} obj`)) blankStrings(pdf, object);
    // The entry itself is misnamed, since the dictionary may lie in a compressed stream.
    pdf.write('/Inf_', at, 'latin1');
  }
  blankAnnotators(pdf, blankString);
  return pdf;
}

function blankPackets(pdf: Buffer): void {
  const [begin, end] = XMP;
  for (const at of places(pdf, begin)) {
    const until = pdf.indexOf(end, at, 'latin1');
    if (until !== -1) pdf.fill(SPACE, at, until + end.length);
  }
}

/** A metadata stream that is compressed no longer says how, and is no XML then. */
function spoilPacket(pdf: Buffer, at: number): void {
  const begin = pdf.lastIndexOf(' obj', at, 'latin1');
  const stream = pdf.indexOf('stream', at, 'latin1');
  if (begin === -1 || stream === -1 || at - begin > MOST_OF_OBJECT || stream - at > MOST_OF_OBJECT) return;
  const dictionary = pdf.toString('latin1', begin, stream);
  if (!/\/Type\s*\/Metadata/.test(dictionary) || dictionary.includes('endobj')) return;
  const filter = dictionary.indexOf('/Filter');
  if (filter !== -1) pdf.write('/Fi_ter', begin + filter, 'latin1');
}

/** Overwrites the strings of a dictionary with spaces, or with spaces written in hexadecimal digits. */
function blankStrings(pdf: Buffer, at: number): void {
  const before = at === 0 ? SPACE : pdf[at - 1]!;
  if (before >= 0x30 && before <= 0x39) return;
  const end = pdf.indexOf('endobj', at, 'latin1');
  if (end === -1 || end - at > MOST_OF_OBJECT) return;
  for (let place = pdf.indexOf('<<', at, 'latin1') + 2; place > 1 && place < end; place += 1) {
    if (pdf[place] === 0x28 || (pdf[place] === 0x3c && pdf[place + 1] !== 0x3c)) place = blankString(pdf, place, end);
  }
}

/** From its opening sign; answers where the closing one is. */
function blankString(pdf: Buffer, open: number, end: number): number {
  return pdf[open] === 0x28 ? blankLiteral(pdf, open, end) : blankHex(pdf, open, end);
}

function blankLiteral(pdf: Buffer, open: number, end: number): number {
  let depth = 0;
  for (let place = open; place < end; place += 1) {
    const byte = pdf[place];
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) depth -= 1;
    if (depth === 0) return place;
    if (byte === 0x5c) pdf[place++] = SPACE;
    if (place !== open) pdf[place] = SPACE;
  }
  return end;
}

function blankHex(pdf: Buffer, open: number, end: number): number {
  const close = pdf.indexOf('>', open, 'latin1');
  if (close === -1 || close > end) return end;
  for (let place = open + 1; place < close; place += 1) pdf[place] = (place - open) % 2 === 1 ? 0x32 : 0x30;
  return close;
}

function* places(pdf: Buffer, text: string): Generator<number> {
  for (let at = pdf.indexOf(text, 0, 'latin1'); at !== -1; at = pdf.indexOf(text, at + 1, 'latin1')) yield at;
}
