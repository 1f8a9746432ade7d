import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import type { DataSource } from 'typeorm';
import { beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

eachEngine('a place of a test', (engine) => {
  const at = async <Result>(place: Place, act: (source: DataSource) => Promise<Result>): Promise<Result> => {
    const source = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    try {
      return await act(source);
    } finally {
      await source.destroy();
    }
  };
  const rowsAt = (place: Place) =>
    at(place, async (source) => {
      const runner = source.createQueryRunner();
      const counts: Record<string, number> = {};
      for (const name of ['migrations', ...source.entityMetadatas.map(({ tableName }) => tableName)])
        counts[name] = Number((await runner.query(`SELECT COUNT(*) AS n FROM ${name}`))[0].n);
      await runner.release();
      return counts;
    });
  const change = (place: Place, statement: string) =>
    at(place, async (source) => {
      const runner = source.createQueryRunner();
      await runner.query(statement);
      await runner.release();
    });

  // The first of a worker is the one that is migrated, and no other gets its database.
  beforeAll(async () => (await makeMigratedPlace(engine)).remove());

  it('holds what migrations left, whatever the tests before it did', async () => {
    const first = await makeMigratedPlace(engine);
    const rows = await rowsAt(first);
    expect(rows['migrations']).toBeGreaterThan(10);
    await change(first, "INSERT INTO project_marks (projectId, mark) VALUES ('one', 2)");
    await change(first, 'DELETE FROM migrations');
    await first.remove();
    const second = await makeMigratedPlace(engine);
    expect(await rowsAt(second)).toEqual(rows);
    await change(second, 'DROP TABLE project_marks');
    await second.remove();
    const third = await makeMigratedPlace(engine);
    expect(await rowsAt(third)).toEqual(rows);
    await third.remove();
  });

  it('is one test’s alone, also where another’s is removed twice', async () => {
    const first = await makeMigratedPlace(engine);
    await first.remove();
    const second = await makeMigratedPlace(engine);
    await first.remove();
    const third = await makeMigratedPlace(engine);
    expect(third.folder).not.toBe(second.folder);
    expect(third.settings['DATABASE_URL'] ?? '3').not.toBe(second.settings['DATABASE_URL'] ?? '2');
    await Promise.all([second.remove(), third.remove()]);
  });
});
