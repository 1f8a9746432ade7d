import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { runProduct } from './process.mjs';

/** The setting under which both sides write; printed, since it decides much of what is measured. */
export const SYNCHRONOUS = 'NORMAL';
const ROWS_AT_ONCE = 500;

/** A moment as both engines keep it. */
export function instant(milliseconds = Date.now()) {
  return new Date(milliseconds).toISOString().replace('T', ' ').slice(0, 23);
}

/** An empty, migrated database with a folder of its own; `remove()` leaves nothing of it. */
export async function makePlace(engine, mysqlUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'haishi-bench-'));
  mkdirSync(join(folder, 'data'));
  const settings = {
    HAISHI_DATA: join(folder, 'data'),
    HAISHI_KEY: randomBytes(32).toString('hex'),
    HAISHI_SQLITE_SYNCHRONOUS: SYNCHRONOUS,
    HAISHI_DEMO: '0',
  };
  const place =
    engine === 'sqlite' ? sqlitePlace(folder, settings) : await mysqlPlace(folder, settings, new URL(mysqlUrl));
  await runProduct(['migrate'], place.settings);
  return place;
}

function sqlitePlace(folder, settings) {
  const path = join(folder, 'data/haishi.sqlite');
  return {
    engine: 'sqlite',
    folder,
    settings,
    floor: { engine: 'sqlite', path, synchronous: SYNCHRONOUS },
    /** Inserts rows of one table; the columns are those of the first. */
    async insert(table, rows) {
      const database = new Sqlite(path);
      const columns = Object.keys(rows[0]);
      const statement = database.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      database.exec('BEGIN IMMEDIATE');
      for (const row of rows) statement.run(...columns.map((column) => row[column]));
      database.exec('COMMIT');
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    },
    async remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function mysqlPlace(folder, settings, server) {
  const name = `haishi_bench_${randomBytes(6).toString('hex')}`;
  const administer = async (sql) => {
    const connection = await createConnection({ uri: new URL('/', server).href });
    await connection.query(sql);
    await connection.end();
  };
  await administer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(`/${name}`, server).href;
  return {
    engine: 'mysql',
    folder,
    settings: { ...settings, DATABASE_URL: url },
    floor: { engine: 'mysql', url },
    async insert(table, rows) {
      const connection = await createConnection({ uri: url, timezone: 'Z', charset: 'utf8mb4_bin' });
      const columns = Object.keys(rows[0]);
      await connection.query('START TRANSACTION');
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
        await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [
          rows.slice(start, start + ROWS_AT_ONCE).map((row) => columns.map((column) => row[column])),
        ]);
      await connection.query('COMMIT');
      await connection.end();
    },
    async remove() {
      await administer(`DROP DATABASE IF EXISTS ${name}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What decides how durable a commit is, as the engine says it; the same for both sides. */
export async function durability(engine, mysqlUrl) {
  if (engine === 'sqlite') return `synchronous=${SYNCHRONOUS}, journal_mode=WAL on both sides`;
  const connection = await createConnection({ uri: new URL('/', mysqlUrl).href });
  const [[row]] = await connection.query(
    'SELECT VERSION() AS version, @@innodb_flush_log_at_trx_commit AS flush, @@sync_binlog AS binlog',
  );
  await connection.end();
  return `${row.version}, innodb_flush_log_at_trx_commit=${row.flush}, sync_binlog=${row.binlog}, READ COMMITTED on both sides`;
}
