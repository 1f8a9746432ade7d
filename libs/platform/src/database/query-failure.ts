import { QueryFailedError } from 'typeorm';

/** The driver's error as TypeORM's, without the parameters and the quoted values, which may be personal. */
export function queryFailure(sql: string, error: unknown): QueryFailedError {
  const driverError = error instanceof Error ? error : new Error(String(error));
  driverError.message = driverError.message.replace(/^(Duplicate entry) '.*' (for key)/s, '$1 $2');
  if ('sqlMessage' in driverError) driverError.sqlMessage = driverError.message;
  if ('sql' in driverError) driverError.sql = sql;
  return new QueryFailedError(sql, undefined, driverError);
}

function codeOf(error: unknown): string {
  const source = error instanceof QueryFailedError ? error.driverError : error;
  const code = (source as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

const DUPLICATE = new Set([
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_ROWID',
]);

/** Whether a statement failed because a row with the same unique key exists. The transaction goes on. */
export function isDuplicateKey(error: unknown): boolean {
  return DUPLICATE.has(codeOf(error));
}

/** Thrown in a unit of work to have it run again from BEGIN: what it decided on has changed meanwhile. */
export class TransactionLostError extends Error {}

/** A deadlock's victim, a lock waited for too long, a row changed since the snapshot (MariaDB). */
const LOST = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

/** Whether the transaction is lost through no fault of its own, and may be run again from BEGIN. */
export function isTransactionLost(error: unknown): boolean {
  return error instanceof TransactionLostError || LOST.has(codeOf(error));
}

/** Whether another process holds SQLite's write lock. */
export function isSqliteBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}
