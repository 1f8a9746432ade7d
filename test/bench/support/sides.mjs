import { makePlace } from './database.mjs';
import { startFloor, startServer } from './process.mjs';

const NOT_COPIED = new Set(['content-type', 'content-length', 'date', 'connection', 'keep-alive']);

/**
 * Starts the product and its floor, each on a database of its own in which `seed(place)` put the same rows; on one that
 * is `shared` where both only read. `floorConfig` is what the floor is told besides where its database is. With `redisUrl`
 * each side is two servers joined by Redis; `other` is the second. `nodeFlags` are for all of them.
 */
export async function startSides({
  engine,
  mysqlUrl,
  seed,
  floor,
  floorConfig = () => ({}),
  shared = false,
  redisUrl,
  nodeFlags = [],
}) {
  const places = [await makePlace(engine, mysqlUrl)];
  if (!shared) places.push(await makePlace(engine, mysqlUrl));
  const opened = [];
  const close = async () => {
    for (const server of opened) await server.stop();
    for (const place of places) await place.remove();
  };
  try {
    for (const place of places) await seed(place);
    const [oursPlace, floorPlace = oursPlace] = places;
    const startSide = async (start) => {
      const side = await start();
      opened.push(side);
      if (redisUrl) opened.push((side.other = await start()));
      return side;
    };
    const settings = { ...oursPlace.settings, REDIS_URL: redisUrl ?? '' };
    const ours = await startSide(() => startServer(settings, undefined, [...nodeFlags, ...productFlags()]));
    const headers = await headersOf(ours.port);
    const config = { ...floorPlace.floor, headers, redisUrl, ...(await floorConfig(ours)) };
    return { ours, floor: await startSide(() => startFloor(floor, config, nodeFlags)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** `BENCH_NODE_FLAGS` are flags for the product's process, such as `--cpu-prof`. */
export function productFlags() {
  return (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter(Boolean);
}

/** The headers that the product sends with every answer, for the floor to send too. */
async function headersOf(port) {
  const { headers } = await fetch(`http://127.0.0.1:${port}/api/v1/health`);
  return Object.fromEntries([...headers].filter(([name]) => !NOT_COPIED.has(name)));
}
