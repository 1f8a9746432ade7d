import { Injectable } from '@nestjs/common';
import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Equal, IsNull, Not } from 'typeorm';
import { Database } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';
import { Job } from './job.entity.js';

/** A job in the hands of its handler. */
export interface RunningJob<Input = unknown> {
  readonly id: string;
  readonly ownerId: string;
  readonly input: Input;
  /** 1 at the first start; more where a server died over it or the handler failed. */
  readonly attempt: number;
  /** Aborted where the server stops or another has taken the job over: end soon, without a result. */
  readonly signal: AbortSignal;
  /**
   * Tells how far it is; cheap enough for every row, since it is stored at most twice a second.
   * Fails where {@link signal} is aborted, which ends the handler.
   */
  progress(done: number, total: number, step?: string): Promise<void>;
}

/**
 * Does one kind of job. It may be started again from the beginning after a crash, so its own writes are made once
 * by a key or a state. A `Failure` it throws is final and shown to the owner; any other error is tried again.
 */
export interface JobHandler<Input = unknown> {
  readonly kind: string;
  run(job: RunningJob<Input>): Promise<unknown>;
}

/** Where domains register their handlers, in `onModuleInit`, and ask for long work. */
@Injectable()
export class Jobs {
  private readonly handlers = new Map<string, JobHandler>();
  private listener: () => void = () => {};

  constructor(private readonly database: Database) {}

  /** @throws Error where another handler has that kind */
  register<Input>(handler: JobHandler<Input>): void {
    if (this.handlers.has(handler.kind)) throw new Error(`There are two handlers for jobs of kind ${handler.kind}.`);
    this.handlers.set(handler.kind, handler as JobHandler);
  }

  handler(kind: string): JobHandler | undefined {
    return this.handlers.get(kind);
  }

  get kinds(): string[] {
    return [...this.handlers.keys()];
  }

  /** Asks for a job in the open transaction; it starts after the commit, for the actor of `work`. Answers its id. */
  async enqueue(work: Work, kind: string, input: unknown): Promise<string> {
    if (!this.handlers.has(kind)) throw new Error(`No handler does jobs of kind ${kind}.`);
    const id = newId();
    await work.manager.insert(Job, {
      id,
      kind,
      ownerId: work.actor.id,
      state: 'queued',
      input: input as never,
      done: 0,
      total: 0,
      attempts: 0,
      dueAt: work.now,
      createdAt: work.now,
    });
    work.afterCommit(() => this.listener());
    return id;
  }

  /** A job of the actor's own. @throws Failure `common.not_found` for anyone else's */
  async find(actor: Actor, id: string): Promise<Job> {
    const job = await this.database.manager.findOneBy(Job, { id });
    if (!job || job.ownerId !== actor.id) throw failure('common.not_found');
    return job;
  }

  /** Jobs of a kind that wait or run; those that ended are none of them. */
  underWay(kind: string): Promise<Job[]> {
    return this.database.manager.findBy(Job, { kind: Equal(kind), dueAt: Not(IsNull()) });
  }

  /** Who runs them, to be woken. */
  onWake(listener: () => void): void {
    this.listener = listener;
  }
}
