import { performance } from 'node:perf_hooks';
import 'reflect-metadata';
import { newId } from '@haishi/kernel';
import { Database, readEnvironment, systemActor, UnitOfWork } from '@haishi/platform';
import { Sheets } from '@haishi/review';
import { createContext } from '../../apps/server/dist/create-server.js';
import { Results } from '../../libs/review/dist/result/results.js';
import { scoresOf } from './client/sheet.mjs';
import { alternate, median } from './support/blocks.mjs';
import { makePlace } from './support/database.mjs';
import { MEAN, seedRound } from './support/round.mjs';

const ENTRIES = 31_730;
const SHEETS = 3;
/** Sheets of a block. */
const COUNT = 400;

/** The statement that reads the entry's other sheets. */
const OTHERS = /FROM score_sheets o\b/;

const AGGREGATIONS = { mean: MEAN, 'drop 1 + 1': { ...MEAN, dropHighest: 1, dropLowest: 1 } };

/**
 * One new sheet of a large review with the entry's new result, beside the same sheet stored, which leaves the result as it
 * was: everything else of the transaction is the same.
 */
export const sheet = {
  name: 'sheet',
  better: 'lower',
  async run({ engine, mysqlUrl, blocks }) {
    const place = await makePlace(engine, mysqlUrl);
    const { roundId, waiting } = await seedRound(place, { entries: ENTRIES, sheets: SHEETS });
    const app = await createContext(readEnvironment({ ...process.env, ...place.settings }), false);
    try {
      const results = app.get(Results);
      const put = results.put.bind(results);
      const store = async (own) => {
        const given = waiting.splice(0, COUNT);
        const begun = performance.now();
        for (const one of given) await submit(app, roundId, one, own);
        return (performance.now() - begun) / COUNT;
      };
      const sides = {
        ours: () => store((work) => work),
        floor: () => {
          results.put = async () => {};
          return store(blind).finally(() => (results.put = put));
        },
      };
      const measured = [];
      for (const [size, aggregation] of Object.entries(AGGREGATIONS)) {
        await app
          .get(Database)
          .dataSource.query('UPDATE panels SET aggregation = ? WHERE id = ?', [JSON.stringify(aggregation), roundId]);
        const taken = await alternate(blocks, sides);
        const [ours, floor] = [median(taken.ours), median(taken.floor)];
        const ratio = median(taken.ours.map((one, at) => one / taken.floor[at]));
        measured.push({ size, ours, floor, ratio, mark: 1.3, unit: 'ms', blocks: taken });
      }
      return measured.map((one) => ({ ...one, rss: Math.round(process.memoryUsage().rss / 1e6) }));
    } finally {
      await app.close();
      await place.remove();
    }
  },
};

let number = 0;

function submit(app, roundId, { entryId, personId }, own) {
  const input = { sheetKey: newId(), revision: 0, scores: scoresOf(number++), comment: 'Convincing.' };
  const actor = { ...systemActor('bench'), id: personId };
  const sheets = app.get(Sheets);
  return app.get(UnitOfWork).run(actor, async (work) => {
    await sheets.begin(work, roundId);
    return sheets.submit(own(work), roundId, entryId, input);
  });
}

/** A unit of work that does not read the entry's other sheets. */
const blind = (work) =>
  Object.create(work, {
    deferQuery: { value: async (sql, ...rest) => OTHERS.test(sql) || work.deferQuery(sql, ...rest) },
  });
