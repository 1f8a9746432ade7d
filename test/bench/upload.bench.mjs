import { randomUUID } from 'node:crypto';
import { alternate, median, startClient } from './support/blocks.mjs';
import { insertAll, signedIn } from './support/identity.mjs';
import { startSides } from './support/sides.mjs';

const BYTES = 100 * 1024 * 1024;
const MB = 1024 * 1024;
const SAMPLE_MS = 50;

/** A file of 100 MB announced, sent in pieces, checked and kept, beside a bare stream to the same disk. */
export const upload = {
  name: 'upload',
  better: 'higher',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const entrant = signedIn(1, 'employer_agent', 'organisation', randomUUID());
    let folder;
    const sides = await startSides({
      engine,
      mysqlUrl,
      shared: true,
      seed: async (place) => {
        folder = place.folder;
        await insertAll(place, entrant.rows);
      },
      floor: 'upload.mjs',
      floorConfig: () => ({ folder }),
    });
    let client;
    try {
      client = await startClient('upload', { bytes: BYTES, token: entrant.people[0].token });
      const count = Math.max(1, Math.round(seconds));
      const rss = { before: 0, most: 0 };
      const block = async (side) => {
        const watching = side === 'ours' ? setInterval(() => look(), SAMPLE_MS) : undefined;
        const look = () => (rss.most = Math.max(rss.most, sides.ours.rss()));
        const before = sides[side].cpu();
        const { seconds: each } = await client.ask({ side, port: sides[side].port, count });
        clearInterval(watching);
        // The first block warms up; what memory grows by is counted from its end.
        if (side === 'ours' && rss.before === 0) rss.before = rss.most = sides.ours.rss();
        return { speed: BYTES / MB / median(each), cpu: (sides[side].cpu() - before) / count };
      };
      const measured = await alternate(blocks, { ours: () => block('ours'), floor: () => block('floor') });
      const of = (side, name) => median(measured[side].map((result) => result[name]));
      return [
        {
          size: '100 MB',
          mark: 0.7,
          ours: of('ours', 'speed'),
          floor: of('floor', 'speed'),
          ratio: median(measured.ours.map(({ speed }, index) => speed / measured.floor[index].speed)),
          unit: 'MB/s',
          rss: rss.most,
          rssGrowth: rss.most - rss.before,
          cpu: of('ours', 'cpu'),
          floorCpu: of('floor', 'cpu'),
          blocks: {
            ours: measured.ours.map(({ speed }) => speed),
            floor: measured.floor.map(({ speed }) => speed),
          },
        },
      ];
    } finally {
      client?.stop();
      await sides.close();
    }
  },
};
