import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

interface Request {
  id: number;
  sql: string;
  parameters: unknown[];
  maxRows: number;
}

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
