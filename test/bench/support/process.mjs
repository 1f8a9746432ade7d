import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findNode, root } from '../../../apps/server/bin/node.mjs';

/** Flags with which a server can be asked what it holds; see `held`. */
export const COLLECTED = ['--expose-gc', `--import=${fileURLToPath(new URL('collect.mjs', import.meta.url))}`];

const READY_WITHIN_MS = 60_000;
const running = new Set();

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function start(args, settings) {
  const child = spawn(findNode(), args, {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  child.output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (child.output += data));
  child.on('exit', () => running.delete(child));
  return child;
}

const ended = (child) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve();

/** Runs the product's command line to its end. */
export async function runProduct(args, settings) {
  const child = start(['apps/server/dist/cli/main.js', ...args], settings);
  await ended(child);
  if (child.exitCode !== 0) throw new Error(`haishi ${args.join(' ')} failed:\n${child.output}`);
}

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the built product, or with `script` a floor, and waits until it answers. */
export async function startServer(settings, script = 'apps/server/dist/main.js', nodeFlags = []) {
  const port = await freePort();
  const child = start([...nodeFlags, script], { ...settings, HOST: '127.0.0.1', PORT: String(port) });
  for (const deadline = Date.now() + READY_WITHIN_MS; ;) {
    if (child.exitCode !== null) throw new Error(`${script} ended at once:\n${child.output}`);
    if (await answers(port)) break;
    if (Date.now() > deadline) throw new Error(`${script} did not answer in time:\n${child.output}`);
    await pause(20);
  }
  return {
    port,
    pid: child.pid,
    /** Resident memory in MB, with that of processes it started. */
    rss: () => rssOf(child.pid),
    /**
     * Bytes its objects and buffers take, garbage left out: resident memory says as much about what it took at its
     * busiest. Started with {@link COLLECTED} alone.
     */
    async held() {
      child.send('held');
      const [bytes] = await once(child, 'message');
      return bytes;
    },
    /** Processor time used so far, in milliseconds. */
    cpu: () => cpuOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}

/** Starts a floor of ours, which reads `config` from its environment. */
export function startFloor(name, config, nodeFlags) {
  return startServer({ FLOOR: JSON.stringify(config) }, join('test/bench/floor', name), nodeFlags);
}

/** Whether a server answers on `port`. */
export async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/health`)).ok;
  } catch {
    return false;
  }
}

/** Resident memory of a process and of those it started, in MB. */
export function rssOf(pid) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ +/).map(Number));
  const rssOfTree = (root) =>
    processes
      .filter(([id, parent]) => id === root || parent === root)
      .reduce((sum, [id, , rss]) => sum + (id === root ? rss : rssOfTree(id)), 0);
  return Math.round(rssOfTree(pid) / 1024);
}

const TICKS_A_SECOND = 100;

/** Processor time of a process in milliseconds, from Linux's /proc; not a number elsewhere. */
function cpuOf(pid) {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
}
