import { setImmediate as breathe } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { DEFAULT_TABLE_LIMITS, type TableLimits } from './xlsx.reader.js';
import type { Cell } from './xlsx.writer.js';
import { sizeText } from './size-text.js';

const BYTE_ORDER_MARK = '\ufeff';
/** Characters written in one go. */
const PART = 65_536;
/** What makes a spreadsheet take a text for a formula, in half and full width. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Rows as CSV (RFC 4180) that Excel opens as UTF-8. A text that a spreadsheet would run as a formula
 * is preceded by an apostrophe, which {@link readCsv} takes away again. Others get their turn while it writes.
 */
export async function writeCsv(rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let pending = BYTE_ORDER_MARK;
  for await (const row of rows) {
    pending += `${row.map(field).join(',')}\r\n`;
    if (pending.length < PART) continue;
    parts.push(Buffer.from(pending));
    pending = '';
    await breathe();
  }
  return Buffer.concat([...parts, Buffer.from(pending)]);
}

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The fields of a CSV from an untrusted hand, row for row. Takes UTF-8, UTF-16 with its mark, and GB 18030
 * (what Excel in Chinese writes); comma, semicolon or tab, whichever the first line has most of.
 */
export function readCsv(buffer: Buffer, limits: TableLimits = {}): string[][] {
  const { maxBytes, maxRows, maxColumns } = { ...DEFAULT_TABLE_LIMITS, ...limits };
  if (buffer.length > maxBytes) throw failure('files.too_large', { params: { max: sizeText(maxBytes) } });
  const text = decode(buffer);
  const separator = guessSeparator(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let start = 0;
  const push = (cell: string) => {
    if (row.length >= maxColumns && cell !== '')
      throw failure('files.too_many_columns', { params: { max: maxColumns } });
    if (row.length < maxColumns)
      row.push(cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell);
  };
  const endRow = () => {
    while (row.at(-1) === '') row.pop();
    if (rows.length >= maxRows && row.length > 0) throw failure('files.too_many_rows', { params: { max: maxRows } });
    if (rows.length < maxRows) rows.push(row);
    row = [];
  };
  while (start < text.length) {
    let end = start;
    if (text[start] === '"') {
      const close = closingQuote(text, start + 1);
      if (close === undefined) throw failure('files.csv_unclosed_quote', { params: { row: rows.length + 1 } });
      push(
        text
          .slice(start + 1, close)
          .replaceAll('""', '"')
          .replace(/\r\n?/g, '\n'),
      );
      end = close + 1;
      if (end < text.length && !isBreak(text[end]!, separator))
        throw failure('files.csv_stray_quote', { params: { row: rows.length + 1 } });
    } else {
      while (end < text.length && !isBreak(text[end]!, separator)) end += 1;
      push(text.slice(start, end));
    }
    if (text[end] !== separator) {
      endRow();
      if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
    }
    start = end + 1;
  }
  if (row.length > 0) endRow();
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

const isBreak = (sign: string, separator: string) => sign === separator || sign === '\n' || sign === '\r';

function closingQuote(text: string, from: number): number | undefined {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}

function decode(buffer: Buffer): string {
  const mark = buffer.length >= 2 ? buffer.readUInt16BE(0) : 0;
  const encodings = mark === 0xfffe ? ['utf-16le'] : mark === 0xfeff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(buffer);
      if (!text.includes('\0')) return text;
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  throw failure('files.csv_unreadable');
}

function guessSeparator(text: string): string {
  const line = text.slice(0, /[\r\n]/.exec(text)?.index ?? text.length);
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
