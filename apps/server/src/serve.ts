import 'reflect-metadata';
import { readEnvironment } from '@haishi/platform';
import { systemTerminal } from './cli/terminal.js';
import { explainStartFailure, StartLogger } from './start-failure.js';
import { assertPortFree, startServer, welcome } from './start.js';

/**
 * Connections that may wait to be taken: whole halls come back at once where a network was gone, and who finds no place
 * here tries again a second later at the earliest. The operating system's own limit holds besides.
 */
const BACKLOG = 4096;

/** Serves until the process is told to end; where it cannot start, says why in one line and ends the process. */
export async function serve(): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${explainStartFailure(error)}\n`);
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const environment = readEnvironment();
  await assertPortFree(environment);
  const app = await startServer(environment, systemTerminal(), new StartLogger(environment));
  await app.listen({ port: environment.port, host: environment.host, backlog: BACKLOG });
  for (const line of await welcome(app, environment)) process.stdout.write(`${line}\n`);
}
