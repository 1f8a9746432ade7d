import { type ErrorCode, FAULTS_NAMED, type LocalText } from '@haishi/contracts';
import { normaliseWidth, type FailureParams } from '@haishi/kernel';

/** Where each column stands in an uploaded table, from 0. */
export type Places<Key extends string> = Record<Key, number>;

/** One cell that cannot be taken. `cell` is its name in the sheet, such as `F7`. */
export interface CellFault {
  row: number;
  column: string;
  cell: string;
  value: string;
  code: ErrorCode;
  params: FailureParams;
}

/** The faults that are named, from the first row on: a table that is wrong throughout says so with few. */
export function namedFaults(rows: readonly { faults: readonly CellFault[] }[]): CellFault[] {
  const named: CellFault[] = [];
  for (const { faults } of rows) {
    named.push(...faults.slice(0, FAULTS_NAMED - named.length));
    if (named.length === FAULTS_NAMED) break;
  }
  return named;
}

/** Letters of a column counted from 0, as a sheet names it. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const headerKey = (text: string) =>
  normaliseWidth(text)
    .replace(/[\s*＊]/g, '')
    .toLowerCase();
const keysOf = (header: string | LocalText) =>
  (typeof header === 'string' ? [header] : [header.zh, header.en]).map(headerKey);

export type HeaderReading<Key extends string> =
  | { places: Places<Key>; unknown: string[]; fault?: undefined }
  | { fault: 'files.columns_missing' | 'files.column_twice'; params: FailureParams };

/** Finds a template's columns in the first row of a table, in any order and in either language; others are named and left aside. */
export function readColumns<Key extends string>(
  header: readonly string[],
  columns: readonly { key: Key; header: string | LocalText }[],
): HeaderReading<Key> {
  const names = header.map(headerKey);
  const placed = columns.map(({ key, header: name }) => {
    const keys = keysOf(name);
    return { key, name, at: names.flatMap((one, index) => (keys.includes(one) ? [index] : [])) };
  });
  const twice = placed.find(({ at }) => at.length > 1);
  if (twice) {
    const cells = twice.at.map((index) => `${columnLetters(index)}1`);
    return { fault: 'files.column_twice', params: { column: twice.name, cells } };
  }
  const missing = placed.filter(({ at }) => at.length === 0).map(({ name }) => name);
  if (missing.length > 0) return { fault: 'files.columns_missing', params: { columns: missing } };
  const known = new Set(placed.map(({ at }) => at[0]));
  return {
    places: Object.fromEntries(placed.map(({ key, at }) => [key, at[0]])) as Places<Key>,
    unknown: header.filter((name, index) => name.trim() !== '' && !known.has(index)),
  };
}
