import { QueryResult, type QueryRunner, TransactionAlreadyStartedError, TransactionNotStartedError } from 'typeorm';
import { AbstractSqliteQueryRunner } from 'typeorm/driver/sqlite-abstract/AbstractSqliteQueryRunner.js';
import { QueryRunnerAlreadyReleasedError } from 'typeorm/error/QueryRunnerAlreadyReleasedError.js';
import { Broadcaster } from 'typeorm/subscriber/Broadcaster.js';
import { LentTransactionError, type OwnQueryRunner, type Parameter } from '../own-query-runner.js';
import { queryFailure } from '../query-failure.js';
import { assertInScope } from '../transaction-scope.js';
import { bindable } from './bindable.js';
import type { CachedStatement } from './sqlite-connection.js';
import type { SqliteHost } from './sqlite-host.js';

/** One caller's way to SQLite: the write transaction while it holds one, single statements otherwise. */
export class SqliteQueryRunner extends AbstractSqliteQueryRunner implements OwnQueryRunner {
  override driver: SqliteHost;
  /** SQLite has one writer: nothing to be the victim of. */
  readonly lost = undefined;
  lent = false;

  constructor(driver: SqliteHost) {
    super();
    this.driver = driver;
    this.dataSource = driver.dataSource;
    this.broadcaster = new Broadcaster(this as QueryRunner);
  }

  override async startTransaction(): Promise<void> {
    this.assertUsable('BEGIN');
    if (this.isTransactionActive) throw new TransactionAlreadyStartedError();
    await this.driver.beginTransaction();
    this.isTransactionActive = true;
  }

  override async commitTransaction(): Promise<void> {
    this.endTransaction('COMMIT');
  }

  override async rollbackTransaction(): Promise<void> {
    this.endTransaction('ROLLBACK');
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive)
      throw new Error('A query runner was released with its transaction open; only its creator releases it.');
    this.isReleased = true;
  }

  abandon(): void {
    if (this.isTransactionActive) this.endTransaction('ROLLBACK');
    this.isReleased = true;
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- TypeORM's own signature
  override async query(sql: string, parameters: readonly unknown[] = [], useStructuredResult = false): Promise<any> {
    const { statement, alone } = this.prepare(sql);
    const values = bindable(parameters);
    if (statement.reader) {
      const rows = await this.perform(sql, alone, () => statement.all(...values));
      if (!useStructuredResult) return rows;
      const result = new QueryResult();
      result.raw = rows;
      result.records = rows;
      return result;
    }
    const { changes, lastInsertRowid } = await this.perform(sql, alone, () => statement.run(...values));
    if (!useStructuredResult) return lastInsertRowid;
    const result = new QueryResult();
    result.raw = lastInsertRowid;
    result.affected = changes;
    return result;
  }

  async select<Row>(sql: string, parameters: readonly Parameter[]): Promise<Row[]> {
    const { statement, alone } = this.prepare(sql);
    return (await this.perform(sql, alone, () => statement.all(...bindable(parameters)))) as Row[];
  }

  async execute(sql: string, parameters: readonly Parameter[]): Promise<number> {
    const { statement, alone } = this.prepare(sql);
    return (await this.perform(sql, alone, () => statement.run(...bindable(parameters)))).changes;
  }

  async defer(sql: string, parameters: readonly Parameter[]): Promise<void> {
    if (!this.isTransactionActive) throw new TransactionNotStartedError();
    await this.execute(sql, parameters);
  }

  async deferSelect<Row>(sql: string, parameters: readonly Parameter[], take: (rows: Row[]) => void): Promise<void> {
    if (!this.isTransactionActive) throw new TransactionNotStartedError();
    take(await this.select<Row>(sql, parameters));
  }

  override async beforeMigration(): Promise<void> {
    // Foreign keys stay on: SQLite ignores a change of that setting inside a transaction.
  }

  override async afterMigration(): Promise<void> {
    this.driver.writer.forgetStatements();
    this.driver.reader.forgetStatements();
  }

  protected override loadTableRecords(tablePath: string, tableOrIndex: 'table' | 'index'): Promise<unknown> {
    const column = tableOrIndex === 'table' ? 'name' : 'tbl_name';
    return this.query(`SELECT NULL AS database, * FROM sqlite_master WHERE type = ? AND ${column} = ?`, [
      tableOrIndex,
      tablePath,
    ]);
  }

  protected override loadPragmaRecords(tablePath: string, pragma: string): Promise<unknown> {
    return this.query(`PRAGMA ${pragma}("${tablePath}")`);
  }

  private endTransaction(how: 'COMMIT' | 'ROLLBACK'): void {
    if (!this.isTransactionActive) throw new TransactionNotStartedError();
    if (this.lent) throw new LentTransactionError();
    this.isTransactionActive = false;
    this.driver.endTransaction(how);
  }

  /** Where the statement runs: in the held transaction, on the read side, or alone on the write side. */
  private prepare(sql: string): { statement: CachedStatement; alone: boolean } {
    this.assertUsable(sql);
    try {
      const inTransaction = this.isTransactionActive;
      if (inTransaction && !this.driver.writer.inTransaction) throw new Error('SQLite rolled this transaction back.');
      const statement = (inTransaction ? this.driver.writer : this.driver.reader).prepare(sql);
      if (statement.effect === 'control') throw new Error('Transactions and settings belong to the driver.');
      if (inTransaction || statement.effect === 'read') return { statement, alone: false };
      return { statement: this.driver.writer.prepare(sql), alone: true };
    } catch (error) {
      throw queryFailure(sql, error);
    }
  }

  private perform<Result>(sql: string, alone: boolean, run: () => Result): Result | Promise<Result> {
    if (alone) return this.driver.writeAlone(sql, run);
    try {
      return run();
    } catch (error) {
      throw queryFailure(sql, error);
    }
  }

  private assertUsable(sql: string): void {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    assertInScope(this, sql);
  }
}
