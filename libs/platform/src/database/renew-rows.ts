import type { QueryRunner } from 'typeorm';

const ROWS_AT_ONCE = 500;

type Row = Readonly<Record<string, string | null>>;

/**
 * For migrations: works out anew what rows of a table keep of their own texts, such as the keys that names are found by. `renew` is
 * given the id and the `read` columns of each, and says what its other columns should hold; nothing is written where they do.
 */
export async function renewRows(
  runner: QueryRunner,
  table: string,
  read: readonly string[],
  renew: (row: Row) => Promise<Row> | Row,
): Promise<void> {
  for (let after = ''; ;) {
    const rows: Row[] = await runner.query(
      `SELECT ${['id', ...read].join(', ')} FROM ${table} WHERE id > ? ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
      [after],
    );
    for (const row of rows) {
      const changed = Object.entries(await renew(row)).filter(([column, value]) => row[column] !== value);
      if (changed.length === 0) continue;
      const set = changed.map(([column]) => `${column} = ?`).join(', ');
      await runner.query(`UPDATE ${table} SET ${set} WHERE id = ?`, [...changed.map(([, value]) => value), row['id']]);
    }
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)!['id']!;
  }
}
