import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type Driver, type EntityTarget, type MigrationInterface } from 'typeorm';
import type { Environment } from '../config/environment.js';
import { StartupError } from '../config/startup-error.js';
import { OwnMysqlDriver } from './mysql/mysql-driver.js';
import { migrate } from './migrate.js';
import { SqliteDriver } from './sqlite/sqlite-driver.js';

/** The tables of every room and the steps that make them, brought together by the composition root. */
export interface DatabaseContents {
  entities: EntityTarget<object>[];
  migrations: (new () => MigrationInterface)[];
}

export interface DatabaseOptions {
  /** `mysql://…`; without it the embedded file is opened. */
  url?: string | undefined;
  sqlitePath: string;
  synchronous?: Environment['sqliteSynchronous'];
  /** Connections to MySQL. */
  poolSize?: number;
  /** How long a write waits for its turn on SQLite, in milliseconds. */
  lockTimeout?: number;
  /** Whether to bring the schema up to date; on by default. */
  migrate?: boolean;
}

/** What the settings say of the database. */
export function databaseOptions(environment: Environment): DatabaseOptions {
  return {
    url: environment.databaseUrl,
    sqlitePath: environment.sqlitePath,
    synchronous: environment.sqliteSynchronous,
  };
}

/** TypeORM's data source with a driver of ours in place of the stock one. */
class OwnDataSource extends DataSource {
  constructor(options: DataSourceOptions, driver: (dataSource: DataSource) => Driver) {
    super(options);
    Object.assign(this, { driver: driver(this) });
  }
}

/**
 * Opens MySQL or the embedded file, and brings its schema up to date.
 * @throws StartupError where the operator must act: no such server, no right to write, a schema newer than the program
 */
export async function openDataSource(contents: DatabaseContents, options: DatabaseOptions): Promise<DataSource> {
  const dataSource = options.url === undefined ? sqliteSource(contents, options) : mysqlSource(contents, options);
  try {
    if (options.url === undefined) mkdirSync(dirname(options.sqlitePath), { recursive: true });
    await dataSource.initialize();
  } catch (error) {
    throw startFailure(error, options) ?? error;
  }
  try {
    if (options.migrate ?? true) await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw startFailure(error, options) ?? error;
  }
}

function sqliteSource(contents: DatabaseContents, options: DatabaseOptions): DataSource {
  const settings = {
    path: options.sqlitePath,
    synchronous: options.synchronous ?? 'FULL',
    lockTimeout: options.lockTimeout ?? 10_000,
  };
  return new OwnDataSource(
    { ...common(contents), type: 'better-sqlite3', database: options.sqlitePath, driver: Sqlite },
    (dataSource) => new SqliteDriver(dataSource, settings),
  );
}

function mysqlSource(contents: DatabaseContents, options: DatabaseOptions): DataSource {
  return new OwnDataSource(
    {
      ...common(contents),
      type: 'mysql',
      url: options.url,
      timezone: 'Z',
      charset: 'utf8mb4_bin',
      supportBigNumbers: true,
      bigNumberStrings: false,
      // The query runner joins statements, and refuses one that is several.
      multipleStatements: true,
      poolSize: options.poolSize ?? 16,
      // A sum of integers is a DECIMAL to MySQL, and a text to its driver unless told otherwise.
      extra: { decimalNumbers: true, enableKeepAlive: true },
    },
    (dataSource) => new OwnMysqlDriver(dataSource),
  );
}

function common(contents: DatabaseContents) {
  return {
    entities: contents.entities as never,
    migrations: contents.migrations,
    synchronize: false,
    logging: false as const,
  };
}

function startFailure(error: unknown, options: DatabaseOptions): StartupError | undefined {
  const { code = '', message } = error as { code?: string; message: string };
  if (options.url === undefined) {
    if (
      !/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL|NOTADB|CORRUPT|BUSY))/.test(
        code,
      )
    )
      return undefined;
    return new StartupError(
      `无法使用数据库文件 ${options.sqlitePath}：${code}。请检查所在目录是否可写、文件是否完好，或用 HAISHI_DATA 另选目录。`,
      `cannot use the database file ${options.sqlitePath}: ${code}; check that its folder is writable and the file is sound, or choose another folder with HAISHI_DATA`,
      error,
    );
  }
  if (
    !/^(ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_|ER_ACCESS_DENIED|ER_DBACCESS_DENIED|ER_BAD_DB|PROTOCOL_)/.test(code)
  )
    return undefined;
  const { host, pathname } = new URL(options.url);
  return new StartupError(
    `无法连接数据库 ${host}${pathname}：${code}。请检查 DATABASE_URL 以及数据库服务。`,
    `cannot reach the database ${host}${pathname}: ${code}; check DATABASE_URL and that the server runs (${message.slice(0, 120)})`,
    error,
  );
}
