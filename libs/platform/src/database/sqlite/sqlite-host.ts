import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { SqliteConnection } from './sqlite-connection.js';

/** What a query runner asks of the driver that leased it. */
export interface SqliteHost extends BetterSqlite3Driver {
  readonly writer: SqliteConnection;
  readonly reader: SqliteConnection;
  beginTransaction(): Promise<void>;
  endTransaction(how: 'COMMIT' | 'ROLLBACK'): void;
  writeAlone<Result>(sql: string, statement: () => Result): Promise<Result>;
}
