import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@haishi/platform';

/** Waits until `fact` holds, and fails where it does not within `timeout` milliseconds. */
export async function until(fact: () => boolean | Promise<boolean>, timeout = 20_000): Promise<void> {
  for (const deadline = Date.now() + timeout; Date.now() < deadline; await pause(10)) if (await fact()) return;
  throw new Error(`Waited ${timeout} ms in vain for: ${fact.toString()}`);
}

/** Waits until `database` keeps somebody waiting for somebody else; SQLite has one writer, for whom all wait. */
export async function untilSomebodyWaits(database: Database): Promise<void> {
  if (database.dataSource.options.type !== 'mysql') return;
  const WAITING = `SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
    JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id AND p.db = DATABASE()
    WHERE t.trx_state = 'LOCK WAIT'`;
  for (;;) {
    const [row] = await database.query<{ n: number }>(WAITING);
    if (Number(row!.n) > 0) return;
    // The engine gathers its list anew only where nobody asked for a tenth of a second.
    await pause(150);
  }
}

/** A promise and its own resolver. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
