import Sqlite from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { OwnQueryRunner, Parameter } from './own-query-runner.js';
import { bindable } from './sqlite/bindable.js';

/** Reads rows as the driver answers them, all of one and the same moment. */
export type SnapshotRead = <Row>(sql: string, parameters?: readonly Parameter[]) => Promise<Row[]>;

/**
 * Reads the whole database as it was at one moment, while others go on writing: what `read` asks for sees nothing that
 * was committed after its first statement. On SQLite it has a connection of its own that cannot write.
 */
export async function readSnapshot<Result>(
  dataSource: DataSource,
  read: (rows: SnapshotRead) => Promise<Result>,
): Promise<Result> {
  return dataSource.options.type === 'mysql'
    ? ofMysql(dataSource, read)
    : ofSqlite(String(dataSource.options.database), read);
}

async function ofMysql<Result>(dataSource: DataSource, read: (rows: SnapshotRead) => Promise<Result>): Promise<Result> {
  const runner = dataSource.createQueryRunner() as OwnQueryRunner;
  try {
    await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await runner.startTransaction();
    return await read((sql, parameters = []) => runner.select(sql, parameters));
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

async function ofSqlite<Result>(path: string, read: (rows: SnapshotRead) => Promise<Result>): Promise<Result> {
  const database = new Sqlite(path, { timeout: 5000 });
  try {
    database.pragma('query_only = ON');
    database.exec('BEGIN');
    return await read(<Row>(sql: string, parameters: readonly Parameter[] = []) =>
      Promise.resolve(database.prepare(sql).all(...bindable(parameters)) as Row[]),
    );
  } finally {
    database.close();
  }
}
