import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { createDatabase, dropDatabase } from './mysql-databases.js';

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
  if (engine === 'sqlite') return makePlaceOn();
  const url = await createDatabase();
  return makePlaceOn(url, () => dropDatabase(url));
}

/** A data folder of a test's own, on the database at `url` or on SQLite's in that folder; `leave` is called as it is removed. */
export function makePlaceOn(url?: string, leave?: () => unknown): Place {
  const folder = mkdtempSync(join(tmpdir(), 'haishi-test-'));
  const settings: Record<string, string> = {
    HAISHI_DATA: folder,
    HAISHI_KEY: randomBytes(32).toString('hex'),
    HAISHI_SQLITE_SYNCHRONOUS: 'OFF',
    ...(url ? { DATABASE_URL: url } : {}),
  };
  return {
    engine: url ? 'mysql' : 'sqlite',
    folder,
    settings,
    remove: async () => {
      await leave?.();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
