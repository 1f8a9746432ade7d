import { quantile } from '../support/blocks.mjs';
import { Connection } from './connection.mjs';

/**
 * Keeps `connections` busy for `seconds` with a workload's requests, and checks every answer. `side` names whose
 * requests they are: each side goes through the same ones by itself.
 */
export async function runLoad(workload, { side, port, seconds, connections }) {
  const pool = Array.from({ length: connections }, () => new Connection(port));
  await Promise.all(pool.map((connection) => connection.ready()));
  const latencies = [];
  let refused = 0;
  const begun = performance.now();
  const deadline = begun + seconds * 1000;
  let last = begun;
  await Promise.all(
    pool.map(async (connection) => {
      while (performance.now() < deadline) {
        const { text, status, holds, refusal, done } = workload.next(side);
        const sent = performance.now();
        const answer = await connection.send(text);
        last = performance.now();
        if (answer.status !== status || !answer.body.includes(holds))
          throw new Error(`${side} answered ${answer.status} ${answer.body} to ${text}`);
        done?.();
        latencies.push(last - sent);
        if (refusal) refused += 1;
      }
    }),
  ).finally(() => pool.forEach((connection) => connection.close()));
  latencies.sort((one, other) => one - other);
  return {
    count: latencies.length,
    rate: latencies.length / ((last - begun) / 1000),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    refused: refused / latencies.length,
  };
}

const SAMPLES = 60;

/** Has both sides answer the same requests, one after another, and fails where they do not send the same bytes back. */
export async function compareSides(workload, ports, samples = SAMPLES) {
  const answers = {};
  for (const [side, port] of Object.entries(ports)) {
    const connection = new Connection(port);
    await connection.ready();
    answers[side] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const { text, done } = workload.next(side);
      answers[side].push(plain(await connection.send(text)));
      done?.();
    }
    connection.close();
  }
  const { ours, floor } = answers;
  ours.forEach((answer, index) => {
    if (answer !== floor[index]) throw new Error(`The sides differ.\nours:  ${answer}\nfloor: ${floor[index]}`);
  });
  return {};
}

/** An answer without what may differ: ids, moments, the order of headers. */
function plain({ head, body }) {
  const [first, ...headers] = head.toLowerCase().split('\r\n');
  const kept = headers.filter((header) => !/^(date|connection|keep-alive):/.test(header)).sort();
  return [first, ...kept, body]
    .join('\n')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]{12}Z/g, '<moment>');
}
