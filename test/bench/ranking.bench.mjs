import { performance } from 'node:perf_hooks';
import 'reflect-metadata';
import { readEnvironment, systemActor, UnitOfWork } from '@haishi/platform';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { createContext } from '../../apps/server/dist/create-server.js';
import { RoundQueries } from '../../libs/contest/dist/online-review/round.queries.js';
import { RoundResults } from '../../libs/contest/dist/online-review/round.results.js';
import { alternate, median } from './support/blocks.mjs';
import { makePlace, SYNCHRONOUS } from './support/database.mjs';
import { seedRound } from './support/round.mjs';

const ENTRIES = 31_730;
const SHEETS = 3;
const READ = `SELECT entryId, personId, seatNo, total, scores FROM score_sheets WHERE panelId = ? AND state <> 'struck'`;
/** Ranks set by one statement, where the driver takes many rows at once. */
const AT_ONCE = 2000;

/** A whole online review worked out from its sheets: aggregated, ranked with why, and stored; beside reading the rows and writing ranks. */
export const ranking = {
  name: 'ranking',
  better: 'lower',
  async run({ engine, mysqlUrl, blocks }) {
    const place = await makePlace(engine, mysqlUrl);
    const { roundId } = await seedRound(place, { entries: ENTRIES, sheets: SHEETS });
    const app = await createContext(readEnvironment({ ...process.env, ...place.settings }), false);
    const floor = engine === 'sqlite' ? sqliteFloor(place.floor) : await mysqlFloor(place.floor);
    try {
      const ours = () => oursOnce(app, roundId);
      const measured = await alternate(blocks, { ours: timed(ours), floor: timed(() => floor.run(roundId)) });
      const [mine, bare] = [median(measured.ours), median(measured.floor)];
      return [
        {
          size: `${ENTRIES} × ${SHEETS}`,
          ours: mine,
          floor: bare,
          ratio: mine / bare,
          mark: 3,
          unit: 'ms',
          rss: Math.round(process.memoryUsage().rss / 1e6),
          blocks: measured,
        },
      ];
    } finally {
      await floor.close();
      await app.close();
      await place.remove();
    }
  },
};

const timed = (act) => async () => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

async function oursOnce(app, roundId) {
  await app.get(UnitOfWork).run(systemActor('bench'), async (work) => {
    const round = await app.get(RoundQueries).get(roundId);
    const { outcome } = await app.get(RoundResults).of(round);
    if (outcome.places.length < ENTRIES / 4) throw new Error('Hardly any entry was ranked.');
    await app.get(RoundResults).store(work, outcome);
  });
}

function sqliteFloor({ path }) {
  const database = new Sqlite(path);
  for (const pragma of ['journal_mode = WAL', `synchronous = ${SYNCHRONOUS}`]) database.pragma(pragma);
  const read = database.prepare(READ).raw();
  const write = database.prepare('UPDATE review_entries SET place = ? WHERE id = ?');
  return {
    run(roundId) {
      database.exec('BEGIN IMMEDIATE');
      for (const [at, id] of [...new Set(read.all(roundId).map(([entryId]) => entryId))].entries())
        write.run(at + 1, id);
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

async function mysqlFloor({ url }) {
  const connection = await createConnection({ uri: url, timezone: 'Z', charset: 'utf8mb4_bin' });
  const write = `UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id VARCHAR(36) PATH '$[0]', place BIGINT PATH '$[1]')) AS v
STRAIGHT_JOIN review_entries AS t ON t.id = v.id SET t.place = v.place`;
  return {
    async run(roundId) {
      await connection.query('START TRANSACTION');
      const [rows] = await connection.query({ sql: READ, rowsAsArray: true }, [roundId]);
      const ranks = [...new Set(rows.map(([entryId]) => entryId))].map((id, at) => [id, at + 1]);
      for (let start = 0; start < ranks.length; start += AT_ONCE)
        await connection.query(write, [JSON.stringify(ranks.slice(start, start + AT_ONCE))]);
      await connection.query('COMMIT');
    },
    close: () => connection.end(),
  };
}
