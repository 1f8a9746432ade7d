import type { DataSource, QueryRunner } from 'typeorm';
import { StartupError } from '../config/startup-error.js';

const MIGRATION_LOCK_SECONDS = 120;

/**
 * Runs the migrations that have not run, one transaction each. Servers that start together take turns.
 * @throws StartupError where the database holds migrations that this program does not know
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const unlock = await lockMigrations(dataSource, runner);
  try {
    await refuseNewerSchema(dataSource, runner);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await unlock();
    await runner.release();
  }
}

async function refuseNewerSchema(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  if (!(await runner.hasTable('migrations'))) return;
  const known = new Set(dataSource.migrations.map((migration) => migration.name));
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  const unknown = rows.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length === 0) return;
  throw new StartupError(
    `数据库由更新的程序版本建立（${unknown.join('、')}），请使用该版本或更新的程序。`,
    `the database was made by a newer version of this program (${unknown.join(', ')}); run that version or a later one`,
  );
}

async function lockMigrations(dataSource: DataSource, runner: QueryRunner): Promise<() => Promise<void>> {
  if (dataSource.options.type !== 'mysql') return async () => {};
  const name = `haishi:${String(dataSource.driver.database)}`.slice(0, 64);
  await runner.query('SELECT GET_LOCK(?, ?)', [name, MIGRATION_LOCK_SECONDS]);
  return async () => {
    await runner.query('SELECT RELEASE_LOCK(?)', [name]);
  };
}
