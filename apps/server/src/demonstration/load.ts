import { setImmediate as breathe } from 'node:timers/promises';
import type { Actor } from '@haishi/contracts';
import { type Parameter, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { DemoProgress } from './demo-loader.js';
import { Random } from './random.js';

/** In whose name the demonstration is loaded and cleared. */
export const DEMO_ACTOR = systemActor('haishi demo');

const SEED = 20231106;
const ROWS_OF_STATEMENT = 100;
const ROWS_OF_TRANSACTION = 4_000;
const MAX_PARAMETERS = 30_000;

/** One loading of the demonstration: its moment, its choices, and its way into the database. */
export class Load {
  random = new Random(SEED);
  /** Everything in the demonstration is dated from this moment. */
  readonly now = new Date();
  private done = 0;
  private numbers = 0;
  private step = '';
  private steps = 0;

  /** @param expected how many rows and files there will be, as near as it is known; for the progress alone */
  constructor(
    private readonly uow: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly expected: number,
    private readonly progress: DemoProgress,
  ) {}

  /** A moment `days` before the load (negative: after it), to the second. */
  ago(days: number): Date {
    return new Date(Math.floor(this.now.getTime() / 1000 - days * 86_400) * 1000);
  }

  /** A new id that sorts by `at`. */
  id(at: Date = this.now): string {
    return this.random.id(at);
  }

  /** The next of 1, 2, 3 …, for what must differ everywhere. */
  number(): number {
    this.numbers += 1;
    return this.numbers;
  }

  /** Says what is done next. Each step chooses from a source of its own: a lot drawn in one moves nothing in the others. */
  begin(step: string): void {
    this.step = step;
    this.steps += 1;
    this.random = new Random(SEED + this.steps);
    this.count(0);
  }

  run<Result>(act: (work: Work) => Promise<Result>, actor: Actor = DEMO_ACTOR): Promise<Result> {
    return this.uow.run(actor, act);
  }

  /** Inserts rows that hold every column, some thousand in one transaction; between them others get their turn. */
  async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_OF_TRANSACTION) {
      const part = rows.slice(start, start + ROWS_OF_TRANSACTION);
      await this.run((work) => this.insertPart(work, entity, part));
      this.count(part.length);
      await breathe();
    }
  }

  /** Counts `amount` as done. */
  count(amount: number): void {
    this.done += amount;
    this.progress(Math.min(this.done, this.expected - 1), this.expected, this.step);
  }

  finish(): void {
    this.progress(this.expected, this.expected, this.step);
  }

  private async insertPart<Row extends ObjectLiteral>(
    work: Work,
    entity: EntityTarget<Row>,
    rows: readonly Row[],
  ): Promise<void> {
    const { tableName, columns } = this.dataSource.getMetadata(entity);
    const escape = (name: string) => this.dataSource.driver.escape(name);
    const places = `(${columns.map(() => '?').join(', ')})`;
    const head = `INSERT INTO ${escape(tableName)} (${columns.map(({ databaseName }) => escape(databaseName)).join(', ')}) VALUES `;
    const size = Math.min(ROWS_OF_STATEMENT, Math.floor(MAX_PARAMETERS / columns.length));
    for (let start = 0; start < rows.length; start += size) {
      const part = rows.slice(start, start + size);
      const values = part.flatMap((row) => columns.map((column) => column.getEntityValue(row, true) as Parameter));
      await work.execute(head + part.map(() => places).join(', '), values);
    }
  }
}
