import { setTimeout as pause } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { Failure } from '@haishi/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { Environment } from '../../config/environment.js';
import { isSqliteBusy, queryFailure } from '../query-failure.js';
import { SqliteConnection } from './sqlite-connection.js';
import { SqliteQueryRunner } from './sqlite-query-runner.js';
import { WriterLock } from './writer-lock.js';

export interface SqliteSettings {
  path: string;
  synchronous: Environment['sqliteSynchronous'];
  /** How long a write waits for its turn, in milliseconds. */
  lockTimeout: number;
}

/**
 * SQLite for many callers at once. Each query runner is its caller's own. There is one writer connection, held by one
 * transaction at a time behind a queue; reads outside a transaction go to a second connection that cannot write.
 */
export class SqliteDriver extends BetterSqlite3Driver {
  writer: SqliteConnection;
  reader: SqliteConnection;
  private readonly lock = new WriterLock();

  constructor(
    dataSource: DataSource,
    private readonly settings: SqliteSettings,
  ) {
    super(dataSource);
    this.supportedDataTypes.push('longtext');
    this.transactionSupport = 'simple';
  }

  override async connect(): Promise<void> {
    this.writer = new SqliteConnection(this.settings.path, 'writer', this.settings.synchronous);
    this.reader = new SqliteConnection(this.settings.path, 'reader', this.settings.synchronous);
  }

  override async disconnect(): Promise<void> {
    await this.lock.acquire(this.settings.lockTimeout);
    this.reader.close();
    this.writer.close();
    this.lock.release();
  }

  override createQueryRunner(): QueryRunner {
    return new SqliteQueryRunner(this) as QueryRunner;
  }

  /** Opens the one write transaction; {@link endTransaction} must follow. */
  async beginTransaction(): Promise<void> {
    await this.lock.acquire(this.settings.lockTimeout);
    try {
      await this.whenFree(() => this.writer.exec('BEGIN IMMEDIATE'));
    } catch (error) {
      this.lock.release();
      throw error;
    }
  }

  /** Commits or rolls back, and lets the next writer in. Where the commit fails, nothing of it stays. */
  endTransaction(how: 'COMMIT' | 'ROLLBACK'): void {
    try {
      if (this.writer.inTransaction || how === 'COMMIT') this.writer.exec(how);
    } finally {
      try {
        if (this.writer.inTransaction) this.writer.exec('ROLLBACK');
      } finally {
        this.lock.release();
      }
    }
  }

  /** Runs one writing statement outside a transaction, when its turn comes. */
  async writeAlone<Result>(sql: string, statement: () => Result): Promise<Result> {
    await this.lock.acquire(this.settings.lockTimeout);
    try {
      return await this.whenFree(statement);
    } catch (error) {
      throw error instanceof Failure ? error : queryFailure(sql, error);
    } finally {
      this.lock.release();
    }
  }

  /** Another process may hold the file; waiting in SQLite itself would block the event loop. */
  private async whenFree<Result>(action: () => Result): Promise<Result> {
    for (const deadline = Date.now() + this.settings.lockTimeout; ;) {
      try {
        return action();
      } catch (error) {
        if (!isSqliteBusy(error)) throw error;
        if (Date.now() > deadline) throw failure('common.busy');
      }
      await pause(2 + Math.random() * 10);
    }
  }
}
