import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { instantText } from './sqlite/bindable.js';
import type { Work } from './work.js';

/** Rows put in by one statement. */
const CHUNK = 500;

/** As MySQL reads the values of a row from JSON. */
const WHOLE_NUMBERS: readonly unknown[] = ['bigint', 'integer', 'boolean'];

/**
 * Puts many rows into a table with few statements: the rows go to the database as one JSON text. Others are answered between
 * one statement and the next, though on SQLite nobody else writes before the transaction ends. Every row says the value of
 * each column; what it leaves out is null. Fails as an insertion of one does.
 */
export async function insertRows<Entity extends ObjectLiteral>(
  work: Work,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
): Promise<void> {
  const { dataSource } = work.manager;
  const { tableName, columns } = dataSource.getMetadata(entity);
  const sql = dataSource.options.type === 'mysql' ? onMysql(tableName, columns) : onSqlite(tableName, columns);
  for (let start = 0; start < rows.length; start += CHUNK) {
    if (start > 0) await nextTurn();
    const part = rows.slice(start, start + CHUNK).map((row) => columns.map((column) => stored(row, column)));
    await work.execute(sql, [JSON.stringify(part)]);
  }
}

function stored(row: ObjectLiteral, { propertyName, transformer }: ColumnMetadata): unknown {
  const own: unknown = row[propertyName];
  const value: unknown = transformer && !Array.isArray(transformer) ? transformer.to(own) : own;
  if (value instanceof Date) return instantText(value);
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

function onSqlite(table: string, columns: readonly ColumnMetadata[]): string {
  const names = columns.map(({ databaseName }) => databaseName);
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((_, at) => `value ->> ${at}`).join(', ')} FROM json_each(?)`;
}

function onMysql(table: string, columns: readonly ColumnMetadata[]): string {
  const names = columns.map(({ databaseName }) => databaseName);
  const paths = columns.map(({ type, databaseName }, at) => {
    return `${databaseName} ${WHOLE_NUMBERS.includes(type) ? 'BIGINT' : 'LONGTEXT'} PATH '$[${at}]'`;
  });
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((name) => `v.${name}`).join(', ')} FROM JSON_TABLE(?, '$[*]' COLUMNS (${paths.join(', ')})) AS v`;
}
