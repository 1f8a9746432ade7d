import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { describe } from 'vitest';

export type Engine = 'sqlite' | 'mysql';

/** The engines of this run: the embedded one always, MySQL or MariaDB where `TEST_MYSQL_URL` is set. */
export const ENGINES: Engine[] = process.env['TEST_MYSQL_URL'] ? ['sqlite', 'mysql'] : ['sqlite'];

/** Declares the same suite once for each engine. */
export function eachEngine(name: string, suite: (engine: Engine) => void): void {
  for (const engine of ENGINES) describe(`${name} [${engine}]`, () => suite(engine));
}

/** An empty database and data folder of a test's own. */
export interface Place {
  engine: Engine;
  folder: string;
  /** Settings that point a server at it. */
  settings: Record<string, string>;
  remove(): Promise<void>;
}

/** Makes an empty place; `remove()` leaves nothing of it. */
export async function makePlace(engine: Engine): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'haishi-test-'));
  const settings: Record<string, string> = {
    HAISHI_DATA: folder,
    HAISHI_KEY: randomBytes(32).toString('hex'),
    HAISHI_SQLITE_SYNCHRONOUS: 'OFF',
  };
  if (engine === 'sqlite')
    return {
      engine,
      folder,
      settings,
      remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true, maxRetries: 5 })),
    };

  const url = new URL(process.env['TEST_MYSQL_URL'] ?? '');
  const name = `haishi_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    engine,
    folder,
    settings: { ...settings, DATABASE_URL: own.href },
    remove: async () => {
      await administer(url, `DROP DATABASE IF EXISTS ${name}`);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function administer(url: URL, statement: string): Promise<void> {
  const bare = new URL(url);
  bare.pathname = '/';
  const connection = await createConnection({ uri: bare.href });
  await connection.query(statement);
  await connection.end();
}
