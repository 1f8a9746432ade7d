import type { Work } from './work.js';

/** Of a column that is set: a whole number, a text. */
export type SetColumn = 'int' | 'text';

/** Rows set by one statement. */
const CHUNK = 2000;

/**
 * Sets columns of many rows, each by its id, with few statements: the rows go to the database as one JSON text. `rows` hold the
 * id and then a value for each of `columns`, in their order; `table`, `id` and the columns' names are the program's own.
 */
export async function updateRows(
  work: Work,
  { table, id = 'id', columns }: { table: string; id?: string; columns: Readonly<Record<string, SetColumn>> },
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const mysql = work.manager.dataSource.options.type === 'mysql';
  const sql = mysql ? onMysql(table, id, columns) : onSqlite(table, id, columns);
  let writing: Promise<unknown> = Promise.resolve();
  for (let start = 0; start < rows.length; start += CHUNK) {
    // Written down while the database is at the ones before.
    const text = JSON.stringify(rows.slice(start, start + CHUNK));
    await writing;
    writing = work.execute(sql, [text]);
  }
  await writing;
}

function onSqlite(table: string, id: string, columns: Readonly<Record<string, SetColumn>>): string {
  const names = Object.keys(columns);
  const values = [id, ...names].map((name, at) => `value ->> ${at} AS ${name}`);
  const set = names.map((name) => `${name} = v.${name}`);
  return `UPDATE ${table} SET ${set.join(', ')} FROM (SELECT ${values.join(', ')} FROM json_each(?)) AS v WHERE ${table}.${id} = v.${id}`;
}

function onMysql(table: string, id: string, columns: Readonly<Record<string, SetColumn>>): string {
  const types = { int: 'BIGINT', text: 'LONGTEXT' };
  const listed = Object.entries(columns).map(([name, type], at) => `${name} ${types[type]} PATH '$[${at + 1}]'`);
  const set = Object.keys(columns).map((name) => `t.${name} = v.${name}`);
  const rows = `JSON_TABLE(?, '$[*]' COLUMNS (${[`${id} VARCHAR(36) PATH '$[0]'`, ...listed].join(', ')})) AS v`;
  return `UPDATE ${rows} STRAIGHT_JOIN ${table} AS t ON t.${id} = v.${id} SET ${set.join(', ')}`;
}
