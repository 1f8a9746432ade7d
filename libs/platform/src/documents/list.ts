import { setImmediate as breathe } from 'node:timers/promises';
import type { Locale } from '@haishi/contracts';
import { writeCsv } from './csv.js';
import { writeListPdf } from './list.pdf.js';
import { LIST_WORDS, nameOfZone } from './list.words.js';
import { type Cell, type NumberFormat, type Sheet, writeWorkbook } from './xlsx.writer.js';

/** The forms in which a list is taken home, with their types. */
export const LIST_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const;
export type ListFormat = keyof typeof LIST_TYPES;
export const LIST_FORMATS = Object.keys(LIST_TYPES) as readonly ListFormat[];

/** A number stays a number; what is neither a number nor a moment is text and never a formula. */
export type ListCell = string | number | Date | null | undefined;

export interface ListColumn {
  header: string;
  /** In characters; a Chinese one takes two. On paper all columns share the page by it. */
  width: number;
  /**
   * `instant` holds a `Date`, told by the clocks of the list; `day` a text such as `2026-03-01`; `code` an identifier,
   * which paper does not break either.
   */
  kind?: 'text' | 'number' | 'instant' | 'day' | 'code';
  /** Of numbers; none where not given. */
  decimals?: number;
  /** Left out on paper, which has no room for it and says so. */
  screenOnly?: boolean;
}

/** One table of a list. */
export interface ListPart {
  /** Of the sheet in a workbook: at most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly ListColumn[];
  rows: Iterable<readonly ListCell[]> | AsyncIterable<readonly ListCell[]>;
}

/** A list as a department files it, in one language. */
export interface ListDocument {
  title: string;
  /** Whose list it is, such as the edition. */
  subject: string;
  locale: Locale;
  /** IANA name: moments are told in it, and the list says so. */
  timeZone: string;
  madeAt: Date;
  madeBy: string;
  notes: readonly string[];
  parts: readonly ListPart[];
}

/** Rows between which others get their turn. */
const ROWS_AT_ONCE = 50;

/**
 * A list as a workbook with a sheet that says what it is, as CSV whose parts follow one another, or as PDF with its head,
 * a header on each page and page numbers. Rows are taken one by one as they come.
 *
 * @param pause waited for every few rows, so that whoever acts goes first
 */
export async function writeList(
  list: ListDocument,
  format: ListFormat,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Buffer> {
  const parts = list.parts.map((part) => ({ ...part, rows: paced(part.rows, pause) }));
  if (format === 'pdf') return writeListPdf({ ...list, parts });
  const clock = clockOf(list.timeZone);
  if (format === 'csv') return writeCsv(csvRows({ ...list, parts }, clock));
  return writeWorkbook([...parts.map((part) => sheetOf(part, list, clock)), aboutSheet(list, clock)]);
}

/** The header of a column: with the clocks where it holds moments. */
export function headerOf({ header, kind }: ListColumn, { timeZone, locale }: ListDocument): string {
  if (kind !== 'instant') return header;
  const zone = nameOfZone(timeZone, locale);
  return locale === 'zh' ? `${header}（${zone}）` : `${header} (${zone})`;
}

/** Tells a moment by the clocks of `timeZone`, such as `2026-03-01 09:30:00`. */
export function clockOf(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (moment) => format.format(moment);
}

async function* paced<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  pause: () => Promise<unknown>,
): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count % ROWS_AT_ONCE > 0) continue;
    await pause();
    await breathe();
  }
}

async function* csvRows(list: ListDocument, clock: (moment: Date) => string): AsyncGenerator<readonly Cell[]> {
  const { parts } = list;
  for (const [index, { name, columns, rows }] of parts.entries()) {
    if (index > 0) yield [];
    if (parts.length > 1) yield [name];
    yield columns.map((column) => headerOf(column, list));
    for await (const row of rows) yield row.map((cell) => (cell instanceof Date ? clock(cell) : cell));
  }
}

function sheetOf({ name, columns, rows }: ListPart, list: ListDocument, clock: (moment: Date) => string): Sheet {
  return {
    name,
    columns: columns.map((column) => {
      const format = formatOf(column);
      return { header: headerOf(column, list), width: column.width, ...(format === undefined ? {} : { format }) };
    }),
    rows: cellsOf(rows, columns, clock),
  };
}

function formatOf({ kind, decimals }: ListColumn): NumberFormat | undefined {
  if (kind === 'instant' || kind === 'day') return kind;
  return kind === 'number' ? decimals : undefined;
}

async function* cellsOf(
  rows: ListPart['rows'],
  columns: readonly ListColumn[],
  clock: (moment: Date) => string,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows)
    yield row.map((cell, index) => {
      if (cell instanceof Date) return serialOf(`${clock(cell).replace(' ', 'T')}Z`);
      return columns[index]?.kind === 'day' && typeof cell === 'string' && cell !== '' ? serialOf(cell) : cell;
    });
}

const DAY = 86_400_000;
/** Day 0 of a workbook's calendar. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const serialOf = (wallTime: string): number => (Date.parse(wallTime) - FIRST_DAY) / DAY;

function aboutSheet(list: ListDocument, clock: (moment: Date) => string): Sheet {
  const words = LIST_WORDS[list.locale];
  return {
    name: words.about,
    columns: [
      { header: words.about, width: 16 },
      { header: list.title, width: 80 },
    ],
    rows: [
      [words.subject, list.subject],
      [words.madeAt, `${clock(list.madeAt)} ${nameOfZone(list.timeZone, list.locale)}`],
      [words.madeBy, list.madeBy],
      ...list.notes.map((note, index): Cell[] => [index === 0 ? words.notes : '', note]),
    ],
  };
}
