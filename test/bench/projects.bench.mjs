import { insertAll, signedIn } from './support/identity.mjs';
import { measureLoad } from './support/measure.mjs';
import { insertProjects, makeEdition } from './support/projects.mjs';

/** Ten times what the last edition collected. */
const ROWS = 31_730;
const CONNECTIONS = 8;
const SAMPLES = 20;

/** The list of an edition's projects with its filters, beside a floor that asks the database and one that only sends. */
export const projects = {
  name: 'projects',
  better: 'lower',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const results = [];
    for (const held of [false, true]) {
      const edition = makeEdition();
      const organisers = signedIn(CONNECTIONS, 'contest_organiser', 'edition', edition.id, true);
      const result = await measureLoad({
        engine,
        mysqlUrl,
        blocks,
        seconds,
        connections: CONNECTIONS,
        samples: SAMPLES,
        shared: true,
        seed: async (place) => {
          await insertAll(place, { ...organisers.rows, ...edition.rows });
          await insertProjects(place, edition, ROWS);
        },
        floor: 'projects.mjs',
        floorConfig: () => ({
          editionId: edition.id,
          held,
          tokenHashes: organisers.people.map(({ tokenHash }) => tokenHash),
        }),
        workload: 'projects',
        clientConfig: { editionId: edition.id, rows: ROWS, tokens: organisers.people.map(({ token }) => token) },
      });
      results.push(byP99(result, held));
    }
    return results;
  },
};

function byP99(result, held) {
  const { ours, floor, blocks, ...rest } = result;
  return {
    size: `${ROWS} rows, floor ${held ? 'sends what it holds' : 'asks the database'}`,
    mark: held ? undefined : 2,
    ...rest,
    ours: result.p99,
    floor: result.floorP99,
    ratio: result.p99 / result.floorP99,
    unit: 'ms, p99',
    rate: ours,
    floorRate: floor,
    rates: blocks,
    rows: ROWS,
    connections: CONNECTIONS,
  };
}
