import type { FailureParams } from '@haishi/kernel';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, TextColumn } from '../database/columns.js';

export const JOB_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Work too long for a request: who asked for it, how far it is, and what came of it. */
@Entity('jobs')
@Index('ix_jobs_due', ['dueAt'])
@Index('ix_jobs_owner', ['ownerId', 'createdAt'])
export class Job {
  @IdColumn() id: string;
  /** Names its handler, such as `position.import`. */
  @TextColumn(80) kind: string;
  /** The person who asked for it, who alone may see it; the system's part otherwise. */
  @TextColumn(64) ownerId: string;
  @TextColumn(16) state: JobState;
  @JsonColumn() input: unknown;
  @IntColumn() done: number;
  @IntColumn() total: number;
  /** A code that the page words, such as `checking`. */
  @TextColumn(80, { nullable: true }) step: string | null;
  @JsonColumn({ nullable: true }) result: unknown;
  @TextColumn(80, { nullable: true }) errorCode: string | null;
  @JsonColumn({ nullable: true }) errorParams: FailureParams | null;
  /** How often it was started; also the mark by which a server knows its own claim. */
  @IntColumn() attempts: number;
  /** When it may start; while a server runs it, when its claim runs out; null once it has ended. */
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  @InstantColumn() createdAt: Date;
  @InstantColumn({ nullable: true }) startedAt: Date | null;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
}
