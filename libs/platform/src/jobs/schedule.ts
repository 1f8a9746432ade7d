import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { In } from 'typeorm';
import { isDuplicateKey } from '../database/query-failure.js';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import { systemActor } from '../http/actor-context.js';
import { Poller } from './poller.js';
import { ScheduledTask } from './schedule.entity.js';

const POLL_MS = 1000;
/** How long a task may take before it is taken for dead, unless it says that it lives. */
const HOLD_MS = 120_000;
const HEARTBEAT_MS = 40_000;

const CLAIM = `UPDATE schedules SET runs = runs + 1, dueAt = ?, startedAt = ? WHERE name = ? AND runs = ? AND dueAt <= ?`;
const KEEP = `UPDATE schedules SET dueAt = ? WHERE name = ? AND runs = ?`;
const FINISH = `UPDATE schedules SET dueAt = ?, finishedAt = ?, error = ? WHERE name = ? AND runs = ?`;

const ACTOR = systemActor('schedule');

interface Task {
  name: string;
  seconds: number;
  action: () => Promise<unknown>;
}

/** Periodic tasks. Each is claimed in the database, so that of several servers one runs it each time. */
@Injectable()
export class Schedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Schedule');
  private readonly poller = new Poller('Schedule', POLL_MS, () => this.runDue());
  private readonly tasks = new Map<string, Task>();
  private readonly looks: Poller[] = [];

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly host: HttpAdapterHost,
  ) {}

  /**
   * Runs `action` every `seconds`, the first time at once; called in `onModuleInit`.
   * It may run again where a server died over it, and late where none was up.
   * @throws Error where another task has that name
   */
  every(seconds: number, name: string, action: () => Promise<unknown>): void {
    if (this.tasks.has(name)) throw new Error(`There are two scheduled tasks named ${name}.`);
    this.tasks.set(name, { name, seconds, action });
  }

  /**
   * Calls `look` every second on every server, for what is due to the second; it sees to it by a state or a key that what
   * it does is done once. Called in `onModuleInit`.
   */
  everySecond(name: string, look: () => Promise<void>): void {
    this.looks.push(new Poller(name, POLL_MS, look));
  }

  /** The command line loads the same modules and runs no tasks. */
  onApplicationBootstrap(): void {
    if (this.host.httpAdapter) this.start();
  }

  start(): void {
    for (const poller of [this.poller, ...this.looks]) poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.poller, ...this.looks].map((poller) => poller.stop()));
  }

  /** Runs what is due, one after another. */
  async runDue(): Promise<void> {
    const names = [...this.tasks.keys()];
    if (names.length === 0) return;
    const rows = await this.database.manager.findBy(ScheduledTask, { name: In(names) });
    const now = new Date();
    for (const name of names) {
      const row = rows.find((one) => one.name === name) ?? (await this.introduce(name, now));
      if (row && row.dueAt <= now) await this.run(this.tasks.get(name)!, row);
    }
  }

  private async introduce(name: string, dueAt: Date): Promise<ScheduledTask | undefined> {
    const row = { name, dueAt, runs: 0, startedAt: null, finishedAt: null, error: null };
    try {
      await this.uow.run(ACTOR, (work) => work.manager.insert(ScheduledTask, row));
      return row;
    } catch (error) {
      if (isDuplicateKey(error)) return undefined;
      throw error;
    }
  }

  private async run(task: Task, row: ScheduledTask): Promise<void> {
    const now = new Date();
    const mark = row.runs + 1;
    const claim = [new Date(now.getTime() + HOLD_MS), now, task.name, row.runs, now];
    if ((await this.uow.run(ACTOR, (work) => work.execute(CLAIM, claim))) !== 1) return;
    const heartbeat = setInterval(() => {
      void this.uow
        .run(ACTOR, (work) => work.execute(KEEP, [new Date(Date.now() + HOLD_MS), task.name, mark]))
        .catch((error: Error) => this.logger.warn(`Heartbeat of ${task.name} failed: ${error.message}`));
    }, HEARTBEAT_MS);
    let fault: string | null = null;
    try {
      await task.action();
    } catch (error) {
      this.logger.error(`${task.name} failed`, (error as Error).stack);
      fault = String((error as Error).message).slice(0, 500);
    } finally {
      clearInterval(heartbeat);
    }
    const next = new Date(Math.max(Date.now(), now.getTime() + task.seconds * 1000));
    await this.uow.run(ACTOR, (work) => work.execute(FINISH, [next, new Date(), fault, task.name, mark]));
  }
}
