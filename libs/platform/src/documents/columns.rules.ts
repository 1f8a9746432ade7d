import { type ErrorCode, FAULTS_NAMED } from '@haishi/contracts';
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

const headerKey = (text: string) => normaliseWidth(text).replace(/[\s*＊]/g, '');

export type HeaderReading<Key extends string> =
  | { places: Places<Key>; unknown: string[]; fault?: undefined }
  | { fault: 'files.columns_missing' | 'files.column_twice'; params: FailureParams };

/** Finds a template's columns in the first row of a table, in any order; others are named and left aside. */
export function readColumns<Key extends string>(
  header: readonly string[],
  columns: readonly { key: Key; header: string }[],
): HeaderReading<Key> {
  const names = header.map(headerKey);
  for (const { header: name } of columns) {
    const found = names.flatMap((one, index) => (one === name ? [`${columnLetters(index)}1`] : []));
    if (found.length > 1) return { fault: 'files.column_twice', params: { column: name, cells: found } };
  }
  const missing = columns.filter(({ header: name }) => !names.includes(name)).map(({ header: name }) => name);
  if (missing.length > 0) return { fault: 'files.columns_missing', params: { columns: missing } };
  const known = new Set<string>(columns.map(({ header: name }) => name));
  return {
    places: Object.fromEntries(columns.map(({ key, header: name }) => [key, names.indexOf(name)])) as Places<Key>,
    unknown: header.filter((name, index) => name.trim() !== '' && !known.has(names[index]!)),
  };
}
