import Sqlite from 'better-sqlite3';
import type { Environment } from '../../config/environment.js';

const STATEMENTS_KEPT = 1000;

/** What a statement does, asked of SQLite itself and not of its first word. */
export type Effect = 'read' | 'write' | 'control';

export interface CachedStatement {
  effect: Effect;
  /** Whether it answers rows. */
  reader: boolean;
  all(...parameters: unknown[]): unknown[];
  run(...parameters: unknown[]): { changes: number; lastInsertRowid: number | bigint };
}

/** One open SQLite handle with its prepared statements. */
export class SqliteConnection {
  private readonly database: Sqlite.Database;
  private readonly statements = new Map<string, CachedStatement>();

  constructor(path: string, role: 'writer' | 'reader', synchronous: Environment['sqliteSynchronous']) {
    this.database = new Sqlite(path, { timeout: role === 'writer' ? 0 : 5000 });
    if (role === 'writer') {
      this.database.pragma('journal_mode = WAL');
      this.database.pragma(`synchronous = ${synchronous}`);
      this.database.pragma('foreign_keys = ON');
    } else {
      this.database.pragma('query_only = ON');
    }
    this.database.pragma('temp_store = MEMORY');
    this.database.pragma('cache_size = -16384');
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  prepare(sql: string): CachedStatement {
    const cached = this.statements.get(sql);
    if (cached !== undefined) return cached;
    const statement = this.database.prepare(sql);
    const prepared = statement as unknown as CachedStatement;
    prepared.effect = !statement.readonly ? 'write' : statement.reader ? 'read' : 'control';
    this.statements.set(sql, prepared);
    if (this.statements.size > STATEMENTS_KEPT) this.statements.delete(this.statements.keys().next().value as string);
    return prepared;
  }

  exec(sql: 'BEGIN IMMEDIATE' | 'COMMIT' | 'ROLLBACK'): void {
    this.prepare(sql).run();
  }

  /** Forgets prepared statements, whose columns a migration may have changed. */
  forgetStatements(): void {
    this.statements.clear();
  }

  close(): void {
    this.database.close();
  }
}
