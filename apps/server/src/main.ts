import 'reflect-metadata';
import { readEnvironment } from '@haishi/platform';
import { ConsoleLogger } from '@nestjs/common';
import { createServer } from './create-server.js';
import { explainStartFailure } from './start-failure.js';

async function main(): Promise<void> {
  const environment = readEnvironment();
  const app = await createServer(environment, new ConsoleLogger({ logLevels: ['error', 'warn'] }));
  await app.listen({ port: environment.port, host: environment.host });
  process.stdout.write(`Haishi is ready on http://localhost:${environment.port}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
});
