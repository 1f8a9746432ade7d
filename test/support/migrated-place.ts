import { readFileSync, writeFileSync } from 'node:fs';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { type Engine, makePlace, type Place } from './engines.js';

/** Fills an empty place with what migrations leave. */
type Copy = (place: Place) => Promise<void>;

const copies = new Map<Engine, Copy>();

/** A place of a test's own whose tables are there already: migrated the first time, and copied from then on. */
export async function makeMigratedPlace(engine: Engine): Promise<Place> {
  const place = await makePlace(engine);
  const copy = copies.get(engine);
  if (copy) await copy(place);
  else copies.set(engine, await migrated(place));
  return place;
}

async function migrated(place: Place): Promise<Copy> {
  const options = databaseOptions(readEnvironment(place.settings));
  const dataSource = await openDataSource(DATABASE_CONTENTS, options);
  await dataSource.destroy();
  return place.engine === 'sqlite' ? copyOfFile(options.sqlitePath) : copyOfTables(options.url!);
}

function copyOfFile(path: string): Copy {
  const file = readFileSync(path);
  return async ({ settings }) => writeFileSync(databaseOptions(readEnvironment(settings)).sqlitePath, file);
}

async function copyOfTables(uri: string): Promise<Copy> {
  const from = await createConnection({ uri, rowsAsArray: true });
  const ask = async (statement: string) => (await from.query<RowDataPacket[][]>(statement))[0] as unknown as string[][];
  const tables = await Promise.all(
    (await ask('SHOW TABLES')).map(async ([table]) => ({
      table: table!,
      definition: (await ask(`SHOW CREATE TABLE \`${table}\``))[0]![1]!,
      rows: await ask(`SELECT * FROM \`${table}\``),
    })),
  );
  await from.end();
  const definitions = ['SET FOREIGN_KEY_CHECKS = 0', ...tables.map(({ definition }) => definition)].join(';');
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return async ({ settings }) => {
    const to = await createConnection({ uri: settings['DATABASE_URL']!, multipleStatements: true });
    await to.query(definitions);
    for (const { table, rows } of filled) await to.query(`INSERT INTO \`${table}\` VALUES ?`, [rows]);
    await to.end();
  };
}
