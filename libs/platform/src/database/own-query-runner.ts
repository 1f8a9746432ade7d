import type { QueryRunner } from 'typeorm';

/** What a parameterised statement may be given; a `Date` is stored as UTC. */
export type Parameter = string | number | boolean | Date | Buffer | null;

/** Thrown where code that was lent a unit of work's transaction tries to end it. */
export class LentTransactionError extends Error {
  constructor() {
    super('The transaction belongs to its unit of work; only its creator ends it.');
    this.name = 'LentTransactionError';
  }
}

/** What both engines' query runners add to TypeORM's. */
export interface OwnQueryRunner extends QueryRunner {
  /** The rows of a statement with `?` for parameters, as the driver answers them. */
  select<Row>(sql: string, parameters: readonly Parameter[]): Promise<Row[]>;
  /** Runs a writing statement; answers how many rows it matched. */
  execute(sql: string, parameters: readonly Parameter[]): Promise<number>;
  /**
   * Runs a writing statement in the open transaction, at the latest with the next statement or the commit, which then
   * fails with what this one failed with: for writes that nobody asks how they went, so that they cost no journey.
   */
  defer(sql: string, parameters: readonly Parameter[]): Promise<void>;
  /** {@link select} with {@link defer}'s journey: `take` gets the rows before whatever they went with is answered. */
  deferSelect<Row>(sql: string, parameters: readonly Parameter[], take: (rows: Row[]) => void): Promise<void>;
  /**
   * Why the open transaction can only be rolled back, though code may still be running in it: the engine dropped it, or a
   * deferred write failed.
   */
  readonly lost: Error | undefined;
  /** Whether a unit of work holds the transaction, so that nobody it lends the runner to may end it. */
  lent: boolean;
  /** Gives up a transaction that can be neither committed nor rolled back, and what it ran on. */
  abandon(): void;
}
