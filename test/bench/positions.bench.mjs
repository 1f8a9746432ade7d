import { randomUUID } from 'node:crypto';
import { PAY_BANDS, POSITION_CATEGORIES, POSITION_DEGREES, POSITION_UNIVERSITIES } from '@haishi/contracts';
import { COUNTIES } from '@haishi/reference';
import { insertAll, signedIn } from './support/identity.mjs';
import { measureLoad } from './support/measure.mjs';
import { dayFromNow, insertPositions, makeFair, ZONES } from './support/positions.mjs';

const SIZES = [5_098, 100_000];
const CONNECTIONS = 8;
const SAMPLES = 20;

/** The public search of a fair's positions, with the count of each facet's values. */
export const positions = {
  name: 'positions',
  better: 'higher',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const results = [];
    for (const rows of SIZES) {
      const fair = makeFair();
      const visitors = signedIn(CONNECTIONS, 'employer_agent', 'organisation', randomUUID());
      const result = await measureLoad({
        engine,
        mysqlUrl,
        blocks,
        seconds,
        connections: CONNECTIONS,
        samples: SAMPLES,
        shared: true,
        seed: async (place) => {
          await insertAll(place, { ...visitors.rows, ...fair.rows });
          await insertPositions(place, fair, rows);
        },
        floor: 'positions.mjs',
        floorConfig: () => ({
          fair: { id: fair.id, number: fair.number },
          today: dayFromNow(0),
          words: facetWords(),
          tokenHashes: visitors.people.map(({ tokenHash }) => tokenHash),
        }),
        workload: 'positions',
        clientConfig: { fairId: fair.id, rows, tokens: visitors.people.map(({ token }) => token) },
      });
      results.push({ size: `${rows} rows`, ...result, rows, connections: CONNECTIONS });
    }
    return results;
  },
};

function facetWords() {
  const listed = (words) => Object.entries(words).map(([value, { zh, en }]) => ({ value, zh, en }));
  const coded = (some) => listed(Object.fromEntries(some.map(({ code, zh, en }) => [code, { zh, en }])));
  return {
    zone: coded(ZONES),
    degree: listed(POSITION_DEGREES),
    county: coded(COUNTIES),
    category: listed(POSITION_CATEGORIES),
    pay: listed(PAY_BANDS),
    university: listed(POSITION_UNIVERSITIES),
  };
}
