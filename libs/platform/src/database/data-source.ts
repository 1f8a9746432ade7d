import { DataSource, type DataSourceOptions } from 'typeorm';
import type { DatabaseContents } from './database.module.js';

/** Opens the database named by `DATABASE_URL` (mysql) or the embedded file, and brings its schema up to date. */
export async function openDataSource(contents: DatabaseContents): Promise<DataSource> {
  const url = process.env['DATABASE_URL'];
  const common = { entities: contents.entities as never, migrations: contents.migrations as never, synchronize: false };
  const options: DataSourceOptions = url
    ? { ...common, type: 'mysql', url, timezone: 'Z', charset: 'utf8mb4', supportBigNumbers: true, bigNumberStrings: false }
    : { ...common, type: 'better-sqlite3', database: process.env['HAISHI_SQLITE'] ?? 'data/haishi.sqlite', enableWAL: true };
  const dataSource = new DataSource(options);
  dataSource.driver.supportedDataTypes.push('longtext');
  await dataSource.initialize();
  await dataSource.runMigrations({ transaction: 'each' });
  return dataSource;
}
