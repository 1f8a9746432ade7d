import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { OwnQueryRunner, Parameter } from './own-query-runner.js';
import { queryFailure } from './query-failure.js';
import { bindable } from './sqlite/bindable.js';

interface Answer {
  id: number;
  rows?: unknown[];
  /** Whether the worker waits until these rows were taken over to send the next. */
  more?: boolean;
  message?: string;
  code?: string;
}

interface Waiting {
  sql: string;
  rows: unknown[];
  resolve(rows: unknown[]): void;
  reject(error: Error): void;
}

const MAX_ROWS = 200_000;

/**
 * Reads that take long (exports, facets, reports). SQLite answers synchronously, so there they run in a worker thread
 * on a connection of its own that cannot write, and live work never waits for them; on MySQL they run on the pool.
 */
@Injectable()
export class LongReads implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(private readonly dataSource: DataSource) {}

  /**
   * The committed rows of a statement with `?` for parameters, such as `queryBuilder.getQueryAndParameters()` answers.
   * @throws Error where there are more than `maxRows`
   */
  async rows<Row>(sql: string, parameters: readonly Parameter[] = [], maxRows = MAX_ROWS): Promise<Row[]> {
    const rows =
      this.dataSource.options.type === 'mysql'
        ? await this.onPool(sql, parameters)
        : await this.inWorker(sql, parameters, maxRows);
    if (rows.length > maxRows) throw new Error(`A read answered more than ${maxRows} rows.`);
    return rows as Row[];
  }

  /**
   * The committed entities that a select answers, as `getMany` would.
   * @throws Error where it joins, since the columns of one entity alone are read
   */
  async entities<Entity extends ObjectLiteral>(select: SelectQueryBuilder<Entity>): Promise<Entity[]> {
    const { mainAlias, joinAttributes } = select.expressionMap;
    if (joinAttributes.length > 0) throw new Error('A long read of entities has no joins.');
    const { name, metadata } = mainAlias!;
    const [sql, parameters] = select.getQueryAndParameters();
    const { driver } = this.dataSource;
    return (await this.rows<Record<string, unknown>>(sql, parameters)).map((row) => {
      const entity = metadata.create() as Entity;
      for (const column of metadata.columns)
        column.setEntityValue(entity, driver.prepareHydratedValue(row[`${name}_${column.databaseName}`], column));
      return entity;
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private async onPool(sql: string, parameters: readonly Parameter[]): Promise<unknown[]> {
    const runner = this.dataSource.createQueryRunner() as OwnQueryRunner;
    try {
      return await runner.select(sql, parameters);
    } finally {
      await runner.release();
    }
  }

  private inWorker(sql: string, parameters: readonly Parameter[], maxRows: number): Promise<unknown[]> {
    this.worker ??= this.startWorker();
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.worker!.postMessage({ id, sql, parameters: bindable(parameters), maxRows });
      this.worker!.ref();
      this.waiting.set(id, { sql, rows: [], resolve, reject });
    });
  }

  private startWorker(): Worker {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const file = new URL(`./sqlite/long-read.worker.${extension}`, import.meta.url);
    const worker = new Worker(file, { workerData: { path: this.dataSource.options.database } });
    worker.on('message', (answer: Answer) => {
      if (answer.more) this.takeOver(worker, answer);
      else this.settle(answer);
    });
    worker.on('error', (error) => this.fail(worker, error));
    worker.on('exit', () => this.fail(worker, new Error('The reading worker ended.')));
    return worker;
  }

  /** Rows of one answer come some at a time, others are answered between. */
  private takeOver(worker: Worker, { id, rows }: Answer): void {
    for (const row of rows!) this.waiting.get(id)?.rows.push(row);
    setImmediate(() => worker.postMessage('taken'));
  }

  private settle({ id, rows, message, code }: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.worker?.unref();
    if (rows) waiting?.resolve(waiting.rows.concat(rows));
    else waiting?.reject(queryFailure(waiting.sql, Object.assign(new Error(message), { code })));
  }

  /** An error is followed by the end; by then another worker may be at work. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
