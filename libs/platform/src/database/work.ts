import type { Actor } from '@haishi/contracts';
import type { EntityManager, EntityTarget } from 'typeorm';
import type { NewEvent } from './event.entity.js';
import type { Parameter } from './own-query-runner.js';

/** What the code inside a unit of work holds. */
export interface Work {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
  /** Appends one event in this transaction and answers its id. */
  event(event: NewEvent): Promise<string>;
  /** Appends thousands of events by few statements, others being answered between; in their order. */
  events(events: readonly NewEvent[]): Promise<void>;
  /** Runs after the commit, in order; never where the work rolls back. What fails there is logged and undoes nothing. */
  afterCommit(action: () => void | Promise<void>): void;
  /** Registers something to be done once all of that was done: clearing away, which nothing that is told may wait behind. */
  tidy(action: () => void | Promise<void>): void;
  /** The rows of a statement with `?` for parameters; the short way for hot paths. Moments are raw: see `toInstant`. */
  query<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Runs a writing statement; answers how many rows it matched, whether or not their values changed. */
  execute(sql: string, parameters?: readonly Parameter[]): Promise<number>;
  /**
   * {@link execute} for a write that nobody asks how it went: it goes to the database with the next statement, or with the
   * commit, which fails where it fails.
   */
  defer(sql: string, parameters?: readonly Parameter[]): Promise<void>;
  /**
   * {@link query} for rows that are wanted later: the statement goes to the database with the next one, or with the commit,
   * and `take` gets the rows before that is answered; never where it fails.
   */
  deferQuery<Row>(sql: string, parameters: readonly Parameter[], take: (rows: Row[]) => void): Promise<void>;
  /**
   * Keeps a row from others until the end of the transaction, for a decision that rests on what it says.
   * SQLite has one writer, so there every row is already kept.
   */
  lockRow(entity: EntityTarget<object>, id: string): Promise<void>;
  /** {@link lockRow} for many, in the order of their ids, so that two who lock some of the same wait and do not stand still. */
  lockRows(entity: EntityTarget<object>, ids: readonly string[]): Promise<void>;
}
