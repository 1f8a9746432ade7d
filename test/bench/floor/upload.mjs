import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { config } from './server.mjs';

/** A bare stream to the disk, forced there before it is acknowledged. */
const path = join(config.folder, 'file');

const server = createServer(async (request, response) => {
  if (request.url === '/api/v1/health') return response.end('{}');
  if (request.method === 'DELETE') await rm(path);
  else await pipeline(request, createWriteStream(path, { flags: 'wx', flush: true }));
  response.writeHead(204).end();
});
server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit());
