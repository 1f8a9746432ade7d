import { DataSource, type QueryRunner } from 'typeorm';
import type { TestApp } from './app.js';

/** How many statements the server runs while `act` is under way. */
export async function countQueries(app: TestApp, act: () => Promise<unknown>): Promise<number> {
  const dataSource = app.get(DataSource);
  const create = dataSource.createQueryRunner.bind(dataSource);
  let count = 0;
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode) as QueryRunner & Record<'query' | 'select', (...args: never[]) => unknown>;
    for (const name of ['query', 'select'] as const) {
      const run = runner[name]?.bind(runner);
      if (run) Object.assign(runner, { [name]: (...args: never[]) => ((count += 1), run(...args)) });
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
