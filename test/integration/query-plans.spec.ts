import { RoundQueries } from '@haishi/contest/online-review/round.queries';
import { StatisticsQueries } from '@haishi/contest/statistics/statistics.queries';
import { AssignedQueries, ReviewQueries } from '@haishi/review';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { type Database, type LongReads, PLATFORM_ENTITIES, PLATFORM_MIGRATIONS } from '@haishi/platform';
import type { QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const ID = '00000000-0000-7000-8000-000000000000';
const IDS = [ID, ID.replace('8', '9')];

const entities = DATABASE_CONTENTS.entities.filter((one) => !PLATFORM_ENTITIES.includes(one as never));
const migrations = DATABASE_CONTENTS.migrations.filter((one) => !PLATFORM_MIGRATIONS.includes(one as never));

/** SQLite knows nothing of how long a table is, so that what it goes by stands in the statement. */
describe('by which index SQLite reads what is judged', () => {
  let db: TestDatabase;
  beforeAll(async () => void (db = await openTestDatabase('sqlite', { entities, migrations })));
  afterAll(() => db.close());

  /** How each statement that `act` makes goes through its tables. */
  async function plans(act: (database: Database, reads: LongReads) => Promise<unknown>): Promise<string[]> {
    const asked: [sql: string, parameters: readonly unknown[]][] = [];
    const { dataSource } = db;
    const create = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (mode) => {
      const runner = create(mode) as QueryRunner & { select: (sql: string, parameters?: never[]) => unknown };
      for (const name of ['query', 'select'] as const) {
        const run = runner[name].bind(runner) as (sql: string, ...rest: unknown[]) => never;
        Object.assign(runner, {
          [name]: (sql: string, parameters: unknown[] = [], ...rest: unknown[]) => {
            asked.push([sql, parameters]);
            return run(sql, parameters, ...rest);
          },
        });
      }
      return runner;
    };
    const reads = Object.create(db.longReads) as LongReads;
    reads.rows = async (sql, parameters = []) => {
      asked.push([sql, parameters]);
      return [];
    };
    try {
      await act(db.database, reads);
    } finally {
      dataSource.createQueryRunner = create;
    }
    const found: string[] = [];
    for (const [sql, parameters] of asked)
      for (const { detail } of await db.longReads.rows<{ detail: string }>(
        `EXPLAIN QUERY PLAN ${sql}`,
        parameters as never,
      ))
        found.push(detail);
    return found;
  }

  it('looks entries of a round up by their ids, not through the round', async () => {
    const found = await plans(async (database, reads) => {
      const rounds = new RoundQueries(database, reads);
      await rounds.entriesByIds(ID, IDS);
      await rounds.withdrawn(ID, IDS);
      await new ReviewQueries(database, reads).openAmong(ID, IDS);
    });
    expect(found.filter((one) => one.startsWith('S'))).toHaveLength(4);
    for (const one of found.filter((detail) => detail.startsWith('S'))) expect(one).toMatch(/autoindex\w+_1 \(id=\?\)/);
  });

  it('finds who left a round among the projects that do not stand', async () => {
    const found = await plans((database, reads) => new RoundQueries(database, reads).withdrawn(ID));
    expect(found).toContainEqual(
      expect.stringMatching(/SEARCH p USING .*INDEX ix_projects_\w+ \(editionId=\? AND state=\?\)/),
    );
    expect(found).toContainEqual(
      expect.stringContaining('uq_review_entries_project (editionId=? AND stageCode=? AND projectId=?)'),
    );
  });

  it('counts what each judge was given and declared on by the index alone', async () => {
    const found = await plans((database, reads) => new AssignedQueries(database, reads).counts(ID, []));
    expect(found).toEqual([expect.stringContaining('USING COVERING INDEX ix_assigned_pairs_judge (panelId=?)')]);
  });

  it('counts the projects of a part of thousands by their ids', async () => {
    const found = await plans(async (database, reads) => {
      const statistics = new StatisticsQueries(database, reads);
      await statistics.ofEntries({ but: [ID] }, IDS);
      await statistics.ofProjects({ group: 'ENT', but: [ID] }, IDS);
    });
    const searches = found.filter((one) => /^(SEARCH|SCAN)/.test(one));
    expect(searches).toHaveLength(5);
    for (const one of searches) expect(one).toMatch(/autoindex\w+_1 \(id=\?\)/);
  });
});
