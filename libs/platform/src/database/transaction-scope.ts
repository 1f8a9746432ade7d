import { AsyncLocalStorage } from 'node:async_hooks';

/** The open unit of work of an async context, as the query runners see it. */
export interface TransactionScope {
  /** The query runner that holds the transaction. */
  readonly runner: object;
  readonly closed: boolean;
}

/** Which unit of work the running code is inside of. */
export const transactionScope = new AsyncLocalStorage<TransactionScope>();

/**
 * A defect: code inside a unit of work asked the database through another way than its transaction.
 * On a pool it would have read the past; on SQLite it would have waited for itself.
 */
export class EscapedQueryError extends Error {
  constructor(sql: string) {
    super(`A query escaped the open unit of work: use work.manager or database.manager. ${sql.slice(0, 200)}`);
    this.name = 'EscapedQueryError';
  }
}

/** @throws EscapedQueryError where `runner` is not the one whose transaction this async context is inside of */
export function assertInScope(runner: object, sql: string): void {
  const scope = transactionScope.getStore();
  if (scope !== undefined && scope.runner !== runner && !scope.closed) throw new EscapedQueryError(sql);
}
