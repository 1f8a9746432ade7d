import { readFileSync, writeFileSync } from 'node:fs';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { type Engine, makePlace, makePlaceOn, type Place } from './engines.js';
import { createDatabase, dropDatabase } from './mysql-databases.js';

type Make = () => Promise<Place>;

const makers = new Map<Engine, Make>();

/** A place of a test's own whose tables are there already: migrated the first time, and as migrations left it from then on. */
export async function makeMigratedPlace(engine: Engine): Promise<Place> {
  const make = makers.get(engine);
  if (make) return make();
  const place = await makePlace(engine);
  const options = databaseOptions(readEnvironment(place.settings));
  const dataSource = await openDataSource(DATABASE_CONTENTS, options);
  await dataSource.destroy();
  makers.set(engine, engine === 'sqlite' ? copiesOfFile(options.sqlitePath) : await keptDatabases(options.url!));
  return place;
}

function copiesOfFile(path: string): Make {
  const file = readFileSync(path);
  return async () => {
    const place = makePlaceOn();
    writeFileSync(databaseOptions(readEnvironment(place.settings)).sqlitePath, file);
    return place;
  };
}

/** What migrations left. */
interface Table {
  name: string;
  definition: string;
  rows: unknown[][];
}

/** Databases like the one at `url`. Making a hundred tables and dropping them takes longer than many a test: who is done leaves theirs to the next. */
async function keptDatabases(url: string): Promise<Make> {
  const tables = await connected(url, tablesIn);
  const left: string[] = [];
  return async () => {
    const before = left.pop();
    if (before && (await connected(before, (connection) => isEmptied(connection, tables)))) return placeOn(before);
    if (before) await dropDatabase(before);
    const made = await createDatabase();
    await connected(made, async (connection) => {
      await connection.query(['SET FOREIGN_KEY_CHECKS = 0', ...tables.map(({ definition }) => definition)].join(';'));
      await fill(connection, tables);
    });
    return placeOn(made);
  };

  function placeOn(own: string): Place {
    let isLeft = false;
    return makePlaceOn(own, () => {
      if (!isLeft) left.push(own);
      isLeft = true;
    });
  }
}

/** Makes tables as they were; answers no where a test changed the tables themselves. */
async function isEmptied(connection: Connection, tables: readonly Table[]): Promise<boolean> {
  const definitions = new Map((await definitionsIn(connection)).map(({ name, definition }) => [name, definition]));
  if (definitions.size !== tables.length) return false;
  if (tables.some(({ name, definition }) => definitions.get(name) !== definition)) return false;
  const deletions = tables.map(({ name }) => `DELETE FROM \`${name}\``);
  await connection.query(['SET FOREIGN_KEY_CHECKS = 0', 'BEGIN', ...deletions].join(';'));
  await fill(connection, tables);
  await connection.query('COMMIT');
  return true;
}

async function fill(connection: Connection, tables: readonly Table[]): Promise<void> {
  for (const { name, rows } of tables)
    if (rows.length > 0) await connection.query(`INSERT INTO \`${name}\` VALUES ?`, [rows]);
}

async function tablesIn(connection: Connection): Promise<Table[]> {
  const tables: Table[] = [];
  for (const one of await definitionsIn(connection))
    tables.push({ ...one, rows: await ask(connection, `SELECT * FROM \`${one.name}\``) });
  return tables;
}

async function definitionsIn(connection: Connection): Promise<Omit<Table, 'rows'>[]> {
  const names = (await ask(connection, 'SHOW TABLES')).map(([name]) => String(name));
  const found = await ask<string[][]>(connection, names.map((name) => `SHOW CREATE TABLE \`${name}\``).join(';'));
  return found.map(([row]) => ({ name: row![0]!, definition: row![1]! }));
}

async function ask<Row = unknown[]>(connection: Connection, statement: string): Promise<Row[]> {
  const [rows] = await connection.query<RowDataPacket[][]>({ sql: statement, rowsAsArray: true });
  return rows as unknown as Row[];
}

async function connected<Result>(uri: string, act: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await createConnection({ uri, multipleStatements: true });
  try {
    return await act(connection);
  } finally {
    await connection.end();
  }
}
