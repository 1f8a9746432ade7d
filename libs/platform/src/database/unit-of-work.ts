import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, failure } from '@haishi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { EventConsumers } from './outbox.js';
import { currentWork, OpenWork } from './open-work.js';
import type { OwnQueryRunner, Parameter } from './own-query-runner.js';
import { PersonalVault } from './personal/personal-vault.js';
import { isTransactionLost } from './query-failure.js';
import { transactionScope } from './transaction-scope.js';
import type { Work } from './work.js';

const MAX_ATTEMPTS = 8;
/** Milliseconds after a unit of work in which another may follow it closely. */
const QUIET_MS = 10;

/**
 * Owns the transaction. Nested calls join the open one; where a nested call fails, the whole fails, even if the code
 * around it catches the failure. A transaction that the engine dropped (deadlock, lock wait) is run again from BEGIN,
 * so `work` may run more than once: it keeps nothing outside the database.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger('UnitOfWork');
  /** Units of work that are open, and when the last one ended. */
  private open = 0;
  private endedAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly consumers: EventConsumers,
    private readonly vault: PersonalVault,
  ) {}

  /** @throws Failure `common.busy` where no turn came in time or every attempt was dropped; nothing was changed then */
  async run<Result>(actor: Actor, work: (work: Work) => Promise<Result>): Promise<Result> {
    const joined = currentWork();
    if (joined) return joined.join(work);
    this.open += 1;
    try {
      return await this.runOwn(actor, work);
    } finally {
      this.open -= 1;
      if (this.open === 0) this.endedAt = performance.now();
    }
  }

  /** Whether a unit of work is open here. */
  get busy(): boolean {
    return this.open > 0;
  }

  /** Whether a unit of work is open here, or was within the last `ms` milliseconds. */
  actedWithin(ms: number): boolean {
    return this.busy || performance.now() < this.endedAt + ms;
  }

  /**
   * Until nobody acts here, or `mostMs` milliseconds have passed: for a piece of long work that nobody waits for in front of
   * others, so that whoever acts goes first. Between the sheets of a jury that all hand in at once somebody acts, too: pieces
   * done in each gap would leave the process no rest, and whoever acts next would stand behind one.
   */
  async idle(mostMs: number): Promise<void> {
    const end = performance.now() + mostMs;
    for (let now = performance.now(); now < end && this.actedWithin(QUIET_MS); now = performance.now())
      await pause(Math.min(QUIET_MS, end - now));
  }

  private async runOwn<Result>(actor: Actor, work: (work: Work) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const runner = this.dataSource.createQueryRunner() as OwnQueryRunner;
      const open = new OpenWork(runner, actor, this.consumers, this.vault);
      try {
        const result = await this.attempt(runner, open, work);
        await this.runAll(open.committed);
        if (open.delivers) this.consumers.wake();
        await this.runAll(open.tidying);
        return result;
      } catch (error) {
        const lost = runner.lost ?? error;
        if (!isTransactionLost(lost)) throw error;
        if (attempt === MAX_ATTEMPTS) throw failure('common.busy');
        open.ended.length = 0;
      } finally {
        await this.runAll(open.ended);
      }
      await pause(Math.random() * 5 * 2 ** attempt);
    }
  }

  private async attempt<Result>(
    runner: OwnQueryRunner,
    open: OpenWork,
    work: (work: Work) => Promise<Result>,
  ): Promise<Result> {
    try {
      await runner.startTransaction();
      runner.lent = true;
      try {
        const result = await transactionScope.run(open, () => work(open));
        open.close();
        runner.lent = false;
        await runner.commitTransaction();
        return result;
      } catch (error) {
        open.closed = true;
        runner.lent = false;
        await this.rollBack(runner);
        throw error;
      }
    } finally {
      if (!runner.isReleased) await runner.release();
    }
  }

  /** Where the rollback itself fails, the connection is gone and the engine rolls back. */
  private async rollBack(runner: OwnQueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    try {
      await runner.rollbackTransaction();
    } catch {
      runner.abandon();
    }
  }

  private async runAll(actions: readonly (() => void | Promise<void>)[]): Promise<void> {
    for (const action of actions) {
      try {
        await action();
      } catch (error) {
        this.logger.error('An action after the commit failed', (error as Error).stack);
      }
    }
  }
}

/** The one way to the database for reads: inside a unit of work its transaction, outside it the read side. */
@Injectable()
export class Database implements OnApplicationShutdown {
  constructor(readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return currentWork()?.manager ?? this.dataSource.manager;
  }

  /** The rows of a statement with `?` for parameters; the short way for hot paths. Moments are raw: see `toInstant`. */
  async query<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    const work = currentWork();
    if (work) return work.query<Row>(sql, parameters);
    const runner = this.dataSource.createQueryRunner() as OwnQueryRunner;
    try {
      return await runner.select<Row>(sql, parameters);
    } finally {
      await runner.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
