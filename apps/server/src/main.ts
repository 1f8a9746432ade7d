import 'reflect-metadata';
import { readEnvironment } from '@haishi/platform';
import { systemTerminal } from './cli/terminal.js';
import { explainStartFailure, StartLogger } from './start-failure.js';
import { assertPortFree, startServer, welcome } from './start.js';

async function main(): Promise<void> {
  const environment = readEnvironment();
  await assertPortFree(environment);
  const app = await startServer(environment, systemTerminal(), new StartLogger(environment));
  await app.listen({ port: environment.port, host: environment.host });
  for (const line of await welcome(app, environment)) process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
});
