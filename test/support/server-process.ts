import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Place } from './engines.js';
import { until } from './facts.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The built product as a process of its own, so that it can be killed. */
export interface ServerProcess {
  port: number;
  /** `SIGKILL`; resolves once it is gone. */
  kill(): Promise<void>;
  /** `SIGTERM`; resolves once it has ended by itself. */
  end(): Promise<void>;
}

/** Builds the server where its sources changed. Call it in `beforeAll`. */
export function buildServer(): void {
  const { status, stderr } = spawnSync(process.execPath, ['apps/server/bin/build.mjs'], { cwd: ROOT });
  if (status !== 0) throw new Error(`The server cannot be built: ${stderr.toString()}`);
}

/** Starts the server over a place, on `port` or on one that is free; resolves once it takes connections. */
export async function startProcess(
  place: Place,
  settings: Record<string, string> = {},
  port?: number,
): Promise<ServerProcess> {
  const own = port ?? (await freePort());
  const child = spawn(process.execPath, ['apps/server/dist/main.js'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      ...place.settings,
      HAISHI_DEMO: '0',
      HOST: '127.0.0.1',
      PORT: String(own),
      PUBLIC_URL: 'http://localhost',
      TRUST_PROXY: '1',
      ...settings,
    },
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await until(() => said.includes('is ready') || hasEnded(child), 60_000);
  if (hasEnded(child)) throw new Error(`The server did not start: ${said}`);
  const send = (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return { port: own, kill: () => send('SIGKILL'), end: () => send('SIGTERM') };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
