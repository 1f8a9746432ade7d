import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

interface Request {
  id: number;
  sql: string;
  parameters: unknown[];
  maxRows: number;
}

const NICE = 10;
/** Rows handed over at once: they are taken over by the thread that asked, which has others to answer. */
const AT_ONCE = 500;

// On Linux it is a thread's own: whoever acts meanwhile comes first where processors are few.
if (process.platform === 'linux') setPriority(NICE);

const database = new Sqlite((workerData as { path: string }).path, { timeout: 5000 });
database.pragma('query_only = ON');
database.pragma('cache_size = -16384');

/** One statement at a time; the next rows of it once those before were taken over. */
let taken: (() => void) | undefined;
let before = Promise.resolve();
parentPort!.on('message', (message: Request | 'taken') => {
  if (message === 'taken') taken?.();
  else before = before.then(() => answer(message));
});

async function answer({ id, sql, parameters, maxRows }: Request): Promise<void> {
  try {
    let rows: unknown[] = [];
    let sent = 0;
    for (const row of database.prepare(sql).iterate(...parameters)) {
      rows.push(row);
      if (sent + rows.length > maxRows) break;
      if (rows.length < AT_ONCE) continue;
      parentPort!.postMessage({ id, rows, more: true });
      await new Promise<void>((resolve) => (taken = resolve));
      sent += rows.length;
      rows = [];
    }
    parentPort!.postMessage({ id, rows, more: false });
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    parentPort!.postMessage({ id, message, code });
  }
}
