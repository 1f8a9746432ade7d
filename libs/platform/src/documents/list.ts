import { setImmediate as breathe } from 'node:timers/promises';
import { isDay } from '@haishi/kernel';
import { writeCsv } from './csv.js';
import { clockOf, headerOf, type ListColumn, type ListDocument, type ListPart } from './list.model.js';
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
      return columns[index]?.kind === 'day' && typeof cell === 'string' ? (serialOfDay(cell) ?? cell) : cell;
    });
}

const DAY = 86_400_000;
/** Day 0 of a workbook's calendar. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const serialOf = (wallTime: string): number => (Date.parse(wallTime) - FIRST_DAY) / DAY;

/** What is no day, or before a workbook's calendar begins, stays the text that it is. */
function serialOfDay(text: string): number | undefined {
  const serial = isDay(text) ? serialOf(text) : 0;
  return serial > 0 ? serial : undefined;
}

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
