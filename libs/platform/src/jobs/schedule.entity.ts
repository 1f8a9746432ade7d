import { Entity } from 'typeorm';
import { InstantColumn, IntColumn, KeyColumn, TextColumn } from '../database/columns.js';

/** A periodic task, so that of several servers one runs it each time. */
@Entity('schedules')
export class ScheduledTask {
  @KeyColumn(80) name: string;
  /** When it is next due; while it runs, when another server may take it for dead. */
  @InstantColumn() dueAt: Date;
  /** How often it was started; also the mark by which a server knows its own claim. */
  @IntColumn() runs: number;
  @InstantColumn({ nullable: true }) startedAt: Date | null;
  @InstantColumn({ nullable: true }) finishedAt: Date | null;
  /** Why the last run failed. */
  @TextColumn(500, { nullable: true }) error: string | null;
}
