import { alternate, median } from './support/blocks.mjs';
import { makePlace } from './support/database.mjs';
import { runProduct, startFloor, startServer } from './support/process.mjs';

/** What visitors ask for first; each is asked a few times before memory is read. */
const VISITS = [
  '/',
  '/api/v1/editions/open',
  '/api/v1/fairs/open',
  '/api/v1/fairs/DEMO/positions',
  `/api/v1/fairs/DEMO/positions?q=${encodeURIComponent('工程师')}&zone=EIT`,
];
const TIMES = 10;

/** `npm start` on a folder that holds the demonstration, until it answers; and the memory of all its processes. */
export const start = {
  name: 'start',
  better: 'lower',
  /** The demonstration exists on the embedded database alone. */
  engines: ['sqlite'],
  async run({ engine, mysqlUrl, blocks }) {
    const place = await makePlace(engine, mysqlUrl);
    const settings = { ...place.settings, HAISHI_DEMO: '1' };
    try {
      await runProduct(['demo', 'load'], settings);
      const sides = {
        ours: () => measure(() => startServer(settings, 'apps/server/bin/start.mjs'), VISITS),
        floor: () => measure(() => startFloor('start.mjs', place.floor), ['/']),
      };
      const measured = await alternate(blocks, sides);
      const of = (side, name) => median(measured[side].map((result) => result[name]));
      const starts = measured.ours.map(({ ready }) => ready);
      const floorStarts = measured.floor.map(({ ready }) => ready);
      return [
        {
          size: 'demonstration',
          ours: of('ours', 'ready'),
          floor: of('floor', 'ready'),
          ratio: of('ours', 'ready') / of('floor', 'ready'),
          unit: 'ms',
          p50: of('ours', 'ready'),
          p99: Math.max(...starts),
          rss: Math.max(...measured.ours.map(({ rss }) => rss)),
          rssAtReady: of('ours', 'rssAtReady'),
          floorRss: of('floor', 'rss'),
          blocks: { ours: starts, floor: floorStarts },
        },
      ];
    } finally {
      await place.remove();
    }
  },
};

async function measure(open, paths) {
  const begun = performance.now();
  const server = await open();
  const ready = performance.now() - begun;
  try {
    const rssAtReady = server.rss();
    for (let time = 0; time < TIMES; time += 1)
      for (const path of paths) {
        const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
        if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
      }
    return { ready, rssAtReady, rss: server.rss() };
  } finally {
    await server.stop();
  }
}
