import { randomUUID } from 'node:crypto';
import { createPool } from 'mysql2';
import Sqlite from 'better-sqlite3';

/**
 * The bare drivers. Work is written once as a generator that yields `[sql, parameters]` and is given rows, or the
 * number of rows matched: driven without a pause on SQLite, awaited on MySQL. On MySQL a third item names another
 * part of the driver's answer, such as `insertId`.
 */
export function openDatabase(config) {
  return config.engine === 'sqlite' ? openSqlite(config) : openMysql(config);
}

function openSqlite({ path, synchronous }) {
  const database = new Sqlite(path);
  for (const pragma of [
    'journal_mode = WAL',
    `synchronous = ${synchronous}`,
    'foreign_keys = ON',
    'temp_store = MEMORY',
    'cache_size = -16384',
  ])
    database.pragma(pragma);
  const statements = new Map();
  const prepare = (sql) => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
    return statement;
  };
  const read = (work) => {
    let step = work.next();
    while (!step.done) {
      const [sql, parameters = []] = step.value;
      const statement = prepare(sql);
      step = work.next(statement.reader ? statement.all(...parameters) : statement.run(...parameters).changes);
    }
    return step.value;
  };
  return {
    engine: 'sqlite',
    read,
    transaction(work) {
      prepare('BEGIN IMMEDIATE').run();
      try {
        const result = read(work);
        prepare('COMMIT').run();
        return result;
      } catch (error) {
        prepare('ROLLBACK').run();
        throw error;
      }
    },
  };
}

const CONNECTIONS = 16;

function openMysql({ url }) {
  const pool = createPool({
    uri: url,
    connectionLimit: CONNECTIONS,
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    dateStrings: true,
    decimalNumbers: true,
    supportBigNumbers: true,
    enableKeepAlive: true,
  });
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    connection.query("SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES'");
  });
  const connect = () =>
    new Promise((resolve, reject) =>
      pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection))),
    );
  const send = (connection, how, sql, parameters, part = 'affectedRows') =>
    new Promise((resolve, reject) =>
      connection[how](sql, parameters, (error, result) => {
        if (error) reject(error);
        else resolve(Array.isArray(result) ? result : result[part]);
      }),
    );
  const drive = async (connection, work) => {
    let step = work.next();
    while (!step.done) {
      const [sql, parameters = [], part] = step.value;
      step = work.next(await send(connection, 'execute', sql, parameters, part));
    }
    return step.value;
  };
  return {
    engine: 'mysql',
    async read(work) {
      const connection = await connect();
      try {
        return await drive(connection, work);
      } finally {
        connection.release();
      }
    },
    async transaction(work) {
      const connection = await connect();
      try {
        await send(connection, 'query', 'START TRANSACTION');
        const result = await drive(connection, work);
        await send(connection, 'query', 'COMMIT');
        return result;
      } catch (error) {
        await send(connection, 'query', 'ROLLBACK');
        throw error;
      } finally {
        connection.release();
      }
    },
  };
}

/** A new UUIDv7, so that rows go in at the end of their index. */
export function newId() {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** A moment as both engines keep it. */
export function instant(date) {
  return date.toISOString().replace('T', ' ').slice(0, 23);
}

/** A kept moment as an answer says it. */
export function iso(text) {
  return `${text.replace(' ', 'T')}Z`;
}
