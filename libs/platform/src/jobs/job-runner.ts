import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ERRORS, failure } from '@haishi/contracts';
import { Failure } from '@haishi/kernel';
import { In, LessThanOrEqual } from 'typeorm';
import type { Parameter } from '../database/own-query-runner.js';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import { systemActor } from '../http/actor-context.js';
import { Job } from './job.entity.js';
import { Jobs, type RunningJob } from './jobs.js';
import { Poller } from './poller.js';

const POLL_MS = 1000;
const CONCURRENCY = 2;
/** How long a server that fell silent keeps what it claimed. */
const LEASE_MS = 30_000;
const HEARTBEAT_MS = 10_000;
const PROGRESS_MS = 500;
const MAX_ATTEMPTS = 5;
const FIRST_RETRY_MS = 2000;
const STOP_GRACE_MS = 10_000;

const CLAIM = `UPDATE jobs SET state = 'running', attempts = attempts + 1, dueAt = ?, startedAt = ?
  WHERE id = ? AND attempts = ? AND state IN ('queued', 'running') AND dueAt <= ?`;
const MINE = `WHERE id = ? AND attempts = ? AND state = 'running'`;

const ACTOR = systemActor('jobs');

/**
 * Runs jobs, two at a time on each server, of any number. A job is claimed by a conditional UPDATE and kept by
 * heartbeats; where a server dies its claim runs out and another starts the job again.
 */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('JobRunner');
  private readonly poller = new Poller('JobRunner', POLL_MS, () => this.startDue());
  private readonly running = new Map<string, { stop: AbortController; ended: Promise<void> }>();

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly host: HttpAdapterHost,
  ) {}

  /** The command line loads the same modules and runs no jobs. */
  onApplicationBootstrap(): void {
    if (this.host.httpAdapter) this.start();
  }

  start(): void {
    this.jobs.onWake(() => this.poller.wake());
    this.poller.start();
  }

  /** Tells running jobs to stop and gives them back; what does not stop in time is taken over when its claim runs out. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
    const ended = [...this.running.values()].map((one) => {
      one.stop.abort();
      return one.ended;
    });
    if (ended.length === 0) return;
    const grace = new Promise<void>((resolve) => setTimeout(resolve, STOP_GRACE_MS).unref());
    await Promise.race([Promise.all(ended), grace]);
  }

  /** Starts what is due, as far as there is room. */
  private async startDue(): Promise<void> {
    const room = CONCURRENCY - this.running.size;
    const { kinds } = this.jobs;
    if (room <= 0 || kinds.length === 0) return;
    const due = await this.database.manager.find(Job, {
      where: { kind: In(kinds), dueAt: LessThanOrEqual(new Date()) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: room,
    });
    for (const job of due) if (await this.claim(job)) this.launch(job);
  }

  private async claim(job: Job): Promise<boolean> {
    const now = new Date();
    const values = [new Date(now.getTime() + LEASE_MS), now, job.id, job.attempts, now];
    if ((await this.write(CLAIM, values)) !== 1) return false;
    job.attempts += 1;
    if (job.attempts <= MAX_ATTEMPTS) return true;
    await this.finish(job, { error: failure('jobs.interrupted') });
    return false;
  }

  private launch(job: Job): void {
    const stop = new AbortController();
    const ended = this.work(job, stop).finally(() => {
      this.running.delete(job.id);
      this.poller.wake();
    });
    this.running.set(job.id, { stop, ended });
  }

  private async work(job: Job, stop: AbortController): Promise<void> {
    const heartbeat = setInterval(() => {
      this.keep(job).then(
        (kept) => kept || stop.abort(),
        (error: unknown) => this.logger.warn(`Heartbeat of job ${job.id} failed: ${(error as Error).message}`),
      );
    }, HEARTBEAT_MS);
    try {
      const result = await this.jobs.handler(job.kind)!.run(this.handOut(job, stop.signal));
      await this.finish(job, { result: result ?? null });
    } catch (error) {
      await this.settle(job, stop.signal, error).catch((cause: Error) =>
        this.logger.error(`Job ${job.id}`, cause.stack),
      );
    } finally {
      clearInterval(heartbeat);
    }
  }

  private handOut(job: Job, signal: AbortSignal): RunningJob {
    let storedAt = 0;
    return {
      id: job.id,
      ownerId: job.ownerId,
      input: job.input,
      attempt: job.attempts,
      signal,
      progress: async (done, total, step) => {
        signal.throwIfAborted();
        Object.assign(job, { done, total, step: step ?? null });
        if (Date.now() - storedAt < PROGRESS_MS && done < total) return;
        storedAt = Date.now();
        const values = [done, total, step ?? null, new Date(storedAt + LEASE_MS), job.id, job.attempts];
        if ((await this.write(`UPDATE jobs SET done = ?, total = ?, step = ?, dueAt = ? ${MINE}`, values)) !== 1)
          throw new Error('Another server has taken the job over.');
      },
    };
  }

  private async keep(job: Job): Promise<boolean> {
    return (
      (await this.write(`UPDATE jobs SET dueAt = ? ${MINE}`, [
        new Date(Date.now() + LEASE_MS),
        job.id,
        job.attempts,
      ])) === 1
    );
  }

  private async settle(job: Job, signal: AbortSignal, error: unknown): Promise<void> {
    if (error instanceof Failure && !signal.aborted) return this.finish(job, { error });
    if (!signal.aborted)
      this.logger.error(`Job ${job.id} (${job.kind}) failed, attempt ${job.attempts}`, (error as Error).stack);
    if (!signal.aborted && job.attempts >= MAX_ATTEMPTS) return this.finish(job, { error: failure('common.internal') });
    const pause = signal.aborted ? 0 : FIRST_RETRY_MS * 2 ** (job.attempts - 1);
    await this.write(`UPDATE jobs SET state = 'queued', dueAt = ? ${MINE}`, [
      new Date(Date.now() + pause),
      job.id,
      job.attempts,
    ]);
  }

  private async finish(job: Job, outcome: { result: unknown } | { error: Failure }): Promise<void> {
    const failed = 'error' in outcome ? outcome.error : undefined;
    if (failed && !(failed.code in ERRORS))
      this.logger.error(`Job ${job.id} failed with an unknown code ${failed.code}`);
    const { params, fields, data } = failed?.details ?? {};
    const result = 'result' in outcome ? outcome.result : fields || data ? { fields, ...data } : null;
    await this.write(
      `UPDATE jobs SET state = ?, done = ?, total = ?, result = ?, errorCode = ?, errorParams = ?, dueAt = NULL, finishedAt = ? ${MINE}`,
      [
        failed ? 'failed' : 'done',
        failed ? job.done : job.total,
        job.total,
        result === null ? null : JSON.stringify(result),
        failed?.code ?? null,
        params ? JSON.stringify(params) : null,
        new Date(),
        job.id,
        job.attempts,
      ],
    );
  }

  private write(sql: string, values: Parameter[]): Promise<number> {
    return this.uow.run(ACTOR, (work) => work.execute(sql, values));
  }
}
