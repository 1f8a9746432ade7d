import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode } from '../../../apps/server/bin/node.mjs';

const CLIENT = fileURLToPath(new URL('../client/main.mjs', import.meta.url));

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value below which `share` of ascending `sorted` lie. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A client in a process of its own. `ask` sends it a task of its workload and answers the result. */
export async function startClient(workload, config) {
  const child = fork(CLIENT, [workload], { execPath: findNode(), serialization: 'advanced' });
  const ask = (message) =>
    new Promise((resolve, reject) => {
      const end = () => reject(new Error('The client ended.'));
      child.once('exit', end);
      child.once('message', (answer) => {
        child.off('exit', end);
        if (answer.error) reject(new Error(answer.error));
        else resolve(answer);
      });
      child.send(message);
    });
  await ask({ config });
  return { ask, stop: () => child.kill() };
}

/**
 * Measures two sides in turn: a block of one, a block of the other, after one of each that does not count.
 * The side that begins changes from pair to pair.
 */
export async function alternate(blocks, sides) {
  const measured = { ours: [], floor: [] };
  for (let block = 0; block <= blocks; block += 1)
    for (const side of block % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours']) {
      const result = await sides[side](block);
      if (block > 0) measured[side].push(result);
    }
  return measured;
}

/** The medians of blocks, for each of `names`. */
export function medians(blocks, names) {
  return Object.fromEntries(names.map((name) => [name, median(blocks.map((block) => block[name]))]));
}
