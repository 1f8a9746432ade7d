import { DataSource, type QueryRunner } from 'typeorm';
import type { TestApp } from './app.js';

/** How many statements on `table` the server runs while `act` is under way. */
export async function countQueries(app: TestApp, table: string, act: () => Promise<unknown>): Promise<number> {
  const dataSource = app.get(DataSource);
  const create = dataSource.createQueryRunner.bind(dataSource);
  const about = new RegExp(`\\b${table}\\b`);
  let count = 0;
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode) as QueryRunner & Record<'query' | 'select', (sql: string, ...rest: never[]) => unknown>;
    for (const name of ['query', 'select'] as const) {
      const run = runner[name]?.bind(runner);
      if (!run) continue;
      Object.assign(runner, {
        [name]: (sql: string, ...rest: never[]) => {
          if (about.test(sql)) count += 1;
          return run(sql, ...rest);
        },
      });
    }
    return runner;
  };
  try {
    await act();
  } finally {
    dataSource.createQueryRunner = create;
  }
  return count;
}
