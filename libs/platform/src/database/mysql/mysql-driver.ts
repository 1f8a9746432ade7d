import type { Pool, PoolConnection, PoolOptions } from 'mysql2';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import type { ReplicationMode } from 'typeorm/driver/types/ReplicationMode.js';
import { OwnMysqlQueryRunner } from './mysql-query-runner.js';

/** Seconds a statement waits for a row that another transaction holds. */
const LOCK_WAIT_SECONDS = 10;

/** Each session: what is committed is read, times are UTC, a value that does not fit is an error. */
const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}, sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  'SET NAMES utf8mb4 COLLATE utf8mb4_bin',
];

/** MySQL and MariaDB through a pool whose query runners know the unit of work they are inside of. */
export class OwnMysqlDriver extends MysqlDriver {
  override createQueryRunner(mode: ReplicationMode): OwnMysqlQueryRunner {
    return new OwnMysqlQueryRunner(this, mode);
  }

  protected override async createPool(options: PoolOptions): Promise<Pool> {
    const { createPool } = await import('mysql2');
    const pool = createPool(options);
    pool.on('connection', (connection) => {
      for (const sql of SESSION) (connection as PoolConnection).query(sql);
    });
    return new Promise((resolve, reject) => {
      pool.getConnection((error, connection) => {
        if (error) return pool.end(() => reject(error));
        connection.release();
        resolve(pool);
      });
    });
  }
}
