import type { PoolConnection, ResultSetHeader } from 'mysql2';
import { QueryResult, type Table, TransactionAlreadyStartedError, TransactionNotStartedError } from 'typeorm';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { Query } from 'typeorm/driver/Query.js';
import { QueryRunnerAlreadyReleasedError } from 'typeorm/error/QueryRunnerAlreadyReleasedError.js';
import { LentTransactionError, type OwnQueryRunner, type Parameter } from '../own-query-runner.js';
import { isTransactionLost, queryFailure } from '../query-failure.js';
import { assertInScope } from '../transaction-scope.js';

interface Statement {
  sql: string;
  parameters: readonly unknown[];
  /** Gets the rows of a deferred statement. */
  take?: (rows: unknown[]) => void;
}

/** What mysql2 keeps, though it does not declare it: how many statements of a packet were answered, and with what. */
type Sent = ReturnType<PoolConnection['query']> & { _resultIndex?: number; _rows?: unknown[] };

const START: Statement = { sql: 'START TRANSACTION', parameters: [] };
const CONTROL = /^\s*(BEGIN|START\s+TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE\s)/i;

/** One caller's connection to MySQL. */
export class OwnMysqlQueryRunner extends MysqlQueryRunner implements OwnQueryRunner {
  lost: Error | undefined;
  lent = false;
  private ending = false;
  /** What goes out before the next statement, in the same packet. */
  private deferred: Statement[] = [];

  override async startTransaction(): Promise<void> {
    if (this.isTransactionActive) throw new TransactionAlreadyStartedError();
    // A statement that waited for its connection could go out after the transaction had ended.
    await this.connect();
    this.lost = undefined;
    this.isTransactionActive = true;
    this.deferred = [START];
  }

  override async commitTransaction(): Promise<void> {
    if (!this.isTransactionActive) throw new TransactionNotStartedError();
    if (this.lent) throw new LentTransactionError();
    await this.end('COMMIT');
  }

  override async rollbackTransaction(): Promise<void> {
    if (!this.isTransactionActive) throw new TransactionNotStartedError();
    if (this.lent) throw new LentTransactionError();
    const begun = this.deferred[0] !== START;
    this.deferred = [];
    if (begun) await this.end('ROLLBACK');
    else this.isTransactionActive = false;
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive)
      throw new Error('A query runner was released with its transaction open; only its creator releases it.');
    await super.release();
  }

  abandon(): void {
    this.isTransactionActive = false;
    this.isReleased = true;
    (this.databaseConnection as PoolConnection | undefined)?.destroy();
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- TypeORM's own signature
  override async query(sql: string, parameters?: unknown[], useStructuredResult = false): Promise<any> {
    if (this.isTransactionActive && CONTROL.test(sql))
      throw new Error('Transactions and settings belong to the driver.');
    const raw = await this.send(sql, parameters);
    if (!useStructuredResult) return raw;
    const result = new QueryResult();
    result.raw = raw;
    if (Array.isArray(raw)) result.records = raw;
    else result.affected = raw.affectedRows;
    return result;
  }

  async select<Row>(sql: string, parameters: readonly Parameter[]): Promise<Row[]> {
    return (await this.send(sql, parameters)) as Row[];
  }

  async execute(sql: string, parameters: readonly Parameter[]): Promise<number> {
    return ((await this.send(sql, parameters)) as ResultSetHeader).affectedRows;
  }

  async defer(sql: string, parameters: readonly Parameter[]): Promise<void> {
    this.sendLater({ sql, parameters });
  }

  async deferSelect<Row>(sql: string, parameters: readonly Parameter[], take: (rows: Row[]) => void): Promise<void> {
    this.sendLater({ sql, parameters, take: (rows) => take(rows as Row[]) });
  }

  /** Texts are compared by code point in every table, whatever the database's own default. */
  protected override createTableSql(table: Table, createForeignKeys?: boolean): Query {
    const { query, parameters } = super.createTableSql(table, createForeignKeys);
    return new Query(`${query} DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`, parameters);
  }

  /** MariaDB tells a column without a default as one whose default is the word NULL. */
  protected override async loadTables(tableNames?: string[]): Promise<Table[]> {
    const tables = await super.loadTables(tableNames);
    for (const column of tables.flatMap((table) => table.columns))
      if (column.default === "'NULL'") column.default = undefined;
    return tables;
  }

  /** While the end is on its way, a stray statement behind it would be committed on its own. */
  private async end(sql: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const ended = this.send(sql);
    this.ending = true;
    try {
      await ended;
      this.isTransactionActive = false;
    } finally {
      this.ending = false;
    }
  }

  private async send(sql: string, parameters: readonly unknown[] = []): Promise<ResultSetHeader | unknown[]> {
    this.assertUsable(sql);
    if (this.lost && sql !== 'ROLLBACK') throw this.lost;
    const connection = (this.databaseConnection ?? (await this.connect())) as PoolConnection;
    const statements = [...this.deferred, { sql, parameters }];
    this.deferred = [];
    const packet = statements.map((one) => connection.format(one.sql, one.parameters)).join(';');
    const tell = (answers: readonly unknown[]) => {
      for (const [index, { take }] of statements.entries()) take?.(answers[index] as unknown[]);
    };
    return new Promise((resolve, reject) => {
      const sent: Sent = connection.query(packet, (error, result) => {
        if (error === null) {
          const answers = (statements.length === 1 ? [result] : result) as (ResultSetHeader | unknown[])[];
          tell(answers);
          return resolve(answers.at(-1)!);
        }
        const failed = queryFailure(statements.map((one) => one.sql).join('; '), error);
        // Nobody may take the failure of a deferred statement for that of their own, and go on without both.
        const ofDeferred = (sent._resultIndex ?? 0) < statements.length - 1;
        if (this.isTransactionActive && (ofDeferred || isTransactionLost(error))) this.lost = failed;
        // Their own failure they may catch: what was deferred was answered.
        else tell(sent._rows ?? []);
        reject(failed);
      });
    });
  }

  private sendLater(statement: Statement): void {
    this.assertUsable(statement.sql);
    if (!this.isTransactionActive) throw new TransactionNotStartedError();
    this.deferred.push(statement);
  }

  /** The server takes several statements in a packet: only what is joined here may be several. */
  private assertUsable(sql: string): void {
    if (this.isReleased || this.ending) throw new QueryRunnerAlreadyReleasedError();
    assertInScope(this, sql);
    if (sql.includes(';')) throw new Error('A statement is one statement, with its values as parameters.');
  }
}
