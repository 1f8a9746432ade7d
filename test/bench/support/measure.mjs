import { alternate, medians, startClient } from './blocks.mjs';
import { startSides } from './sides.mjs';

/**
 * Measures throughput and latency of both sides under the same load: first that they answer the same bytes, then in
 * alternating blocks. Answers one result. `samples` is how many answers are compared.
 */
export async function measureLoad({
  engine,
  mysqlUrl,
  blocks,
  seconds,
  connections,
  seed,
  floor,
  floorConfig,
  workload,
  clientConfig,
  samples,
  shared,
}) {
  const sides = await startSides({ engine, mysqlUrl, seed, floor, floorConfig, shared });
  let client;
  try {
    client = await startClient(workload, clientConfig);
    await client.ask({ compare: { ours: sides.ours.port, floor: sides.floor.port }, samples });
    let rss = 0;
    const block = async (side) => {
      const before = sides[side].cpu();
      const result = await client.ask({ side, port: sides[side].port, seconds, connections });
      result.cpu = (sides[side].cpu() - before) / result.count;
      if (side === 'ours') rss = Math.max(rss, sides.ours.rss());
      return result;
    };
    const measured = await alternate(blocks, { ours: () => block('ours'), floor: () => block('floor') });
    const ours = medians(measured.ours, ['rate', 'p50', 'p99', 'refused', 'cpu']);
    const bare = medians(measured.floor, ['rate', 'p50', 'p99', 'cpu']);
    return {
      ours: ours.rate,
      floor: bare.rate,
      ratio: ours.rate / bare.rate,
      unit: 'requests/s',
      p50: ours.p50,
      p99: ours.p99,
      rss,
      floorP50: bare.p50,
      floorP99: bare.p99,
      cpu: ours.cpu,
      floorCpu: bare.cpu,
      refused: ours.refused,
      blocks: { ours: measured.ours.map(({ rate }) => rate), floor: measured.floor.map(({ rate }) => rate) },
    };
  } finally {
    client?.stop();
    await sides.close();
  }
}
