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

// On Linux it is a thread's own: whoever acts meanwhile comes first where processors are few.
if (process.platform === 'linux') setPriority(NICE);

const database = new Sqlite((workerData as { path: string }).path, { timeout: 5000 });
database.pragma('query_only = ON');

parentPort!.on('message', ({ id, sql, parameters, maxRows }: Request) => {
  try {
    const rows: unknown[] = [];
    for (const row of database.prepare(sql).iterate(...parameters)) {
      rows.push(row);
      if (rows.length > maxRows) break;
    }
    parentPort!.postMessage({ id, rows });
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    parentPort!.postMessage({ id, message, code });
  }
});
