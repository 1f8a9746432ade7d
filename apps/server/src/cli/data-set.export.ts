import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readSnapshot, type SecretBox, type SnapshotRead, StartupError } from '@haishi/platform';
import type { DataSource } from 'typeorm';
import {
  type ColumnPlan,
  FORMAT,
  FORMAT_VERSION,
  type Header,
  type Line,
  migrationNames,
  type TablePlan,
  tablePlans,
  toValue,
  type Value,
} from './data-set.format.js';

const BATCH = 500;

/** What both ends of a journey must agree on: proof of the master key. */
export function keyCheck(box: SecretBox): string {
  return box.fingerprint('the same master key', 'data set');
}

/** The statement for the rows after the last one read; by primary key, which every table has. */
function nextRows(dataSource: DataSource, { name, columns }: TablePlan, last: Record<string, unknown> | undefined) {
  const escape = (text: string) => dataSource.driver.escape(text);
  const keys = columns.filter((column) => column.primary);
  const order = keys.map((key) => escape(key.name)).join(', ');
  const parameters: (string | number)[] = [];
  const after = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((earlier) => `${escape(earlier.name)} = ?`);
    if (last) for (const one of keys.slice(0, index + 1)) parameters.push(last[one.name] as string | number);
    return [...equal, `${escape(key.name)} > ?`].join(' AND ');
  });
  const where = last ? ` WHERE (${after.join(') OR (')})` : '';
  const list = columns.map((column) => escape(column.name)).join(', ');
  return { sql: `SELECT ${list} FROM ${escape(name)}${where} ORDER BY ${order} LIMIT ${BATCH}`, parameters };
}

function toRow(row: Record<string, unknown>, columns: readonly ColumnPlan[]): Value[] {
  return columns.map((column) => toValue(row[column.name], column));
}

async function* lines(
  dataSource: DataSource,
  read: SnapshotRead,
  header: Header,
  onRows: (rows: number) => void,
): AsyncGenerator<string> {
  const text = (line: Line) => `${JSON.stringify(line)}\n`;
  yield text(header);
  let count = 0;
  for (const table of tablePlans(dataSource)) {
    yield text({ table: table.name, columns: table.columns.map((column) => column.name) });
    let last: Record<string, unknown> | undefined;
    for (;;) {
      const { sql, parameters } = nextRows(dataSource, table, last);
      const rows = await read<Record<string, unknown>>(sql, parameters);
      yield rows.map((row) => text(toRow(row, table.columns))).join('');
      count += rows.length;
      onRows(count);
      last = rows.at(-1);
      if (rows.length < BATCH) break;
    }
  }
  yield text({ end: count });
}

/**
 * Writes every table into `path`, all as they were at one moment; answers how many rows. The file is there whole or not
 * at all. @throws StartupError where the file exists
 */
export async function exportDataSet(
  dataSource: DataSource,
  box: SecretBox,
  path: string,
  onRows: (rows: number) => void = () => {},
): Promise<number> {
  if (await stat(path).catch(() => undefined))
    throw new StartupError(`文件 ${path} 已存在。`, `the file ${path} exists already`);
  const header: Header = {
    format: FORMAT,
    version: FORMAT_VERSION,
    createdAt: new Date().toISOString(),
    migrations: migrationNames(dataSource),
    keyCheck: keyCheck(box),
  };
  let count = 0;
  const partial = `${path}.part`;
  try {
    await readSnapshot(dataSource, async (read) => {
      const counting = (rows: number) => {
        count = rows;
        onRows(rows);
      };
      const source = Readable.from(lines(dataSource, read, header, counting));
      await pipeline(source, createGzip(), createWriteStream(partial, { mode: 0o600 }));
    });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return count;
}
