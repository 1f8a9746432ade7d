import { constants, deflateSync, inflateSync } from 'node:zlib';

/** Notes on a page, which say in /T who made them (ISO 32000-1 §12.5.6.2); a field of a form is called by it. */
const MARKUP =
  /\/Subtype\s*\/(Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Popup|FileAttachment|Redact)\b/;
const TITLE = /\/T\s*(?=[(<](?!<))/g;
/** Of an object, and of what a stream of objects expands to. */
const MOST_OF_OBJECT = 64 << 10;
const MOST_OF_STREAM = 32 << 20;

/** Blanks who made notes, in plain objects and in compressed ones; every offset stays as it was. */
export function blankAnnotators(pdf: Buffer, blank: (pdf: Buffer, at: number, end: number) => void): void {
  blankTitles(pdf, blank);
  for (let at = pdf.indexOf('/ObjStm', 0, 'latin1'); at !== -1; at = pdf.indexOf('/ObjStm', at + 1, 'latin1'))
    rewriteStream(pdf, at, blank);
}

function blankTitles(pdf: Buffer, blank: (pdf: Buffer, at: number, end: number) => void): void {
  const text = pdf.toString('latin1');
  for (const { index, 0: found } of text.matchAll(TITLE)) {
    const [open, end] = objectAround(text, index);
    if (MARKUP.test(text.slice(open, end))) blank(pdf, index + found.length, end);
  }
}

/** From the nearest dictionary that opens before a place and is not closed by then, to where it closes. */
function objectAround(text: string, at: number): [open: number, end: number] {
  const least = Math.max(0, at - MOST_OF_OBJECT);
  const most = Math.min(text.length, at + MOST_OF_OBJECT);
  let [open, depth] = [at, 0];
  for (; open > least; open -= 1) {
    if (text.startsWith('>>', open)) depth += 1;
    if (text.startsWith('<<', open)) depth -= 1;
    if (depth < 0) break;
  }
  let end = at;
  for (depth = 1; end < most && depth > 0; end += 1) {
    if (text.startsWith('<<', end)) depth += 1;
    else if (text.startsWith('>>', end)) depth -= 1;
    else continue;
    end += 1;
  }
  return [open, end];
}

/** A stream of objects again, where it is no longer for what was blanked in it; what is left of its place stays unread. */
function rewriteStream(pdf: Buffer, at: number, blank: (pdf: Buffer, at: number, end: number) => void): void {
  const start = /stream[ \t]*(\r\n|\r|\n)/.exec(pdf.toString('latin1', at, at + MOST_OF_OBJECT));
  if (!start) return;
  const from = at + start.index + start[0].length;
  const until = pdf.indexOf('endstream', from, 'latin1');
  if (until === -1) return;
  let content: Buffer;
  try {
    content = inflateSync(pdf.subarray(from, until), {
      maxOutputLength: MOST_OF_STREAM,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    return;
  }
  const before = Buffer.from(content);
  blankTitles(content, blank);
  if (content.equals(before)) return;
  const packed = deflateSync(content, { level: 9 });
  if (packed.length > until - from) return;
  pdf.fill(0, from, until);
  packed.copy(pdf, from);
}
