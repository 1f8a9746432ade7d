import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLIENT_TYPES, clientTypes } from './client-types.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
execFileSync(process.execPath, ['node_modules/@typescript/native/bin/tsc', '-b', 'apps/server'], {
  cwd: root,
  stdio: 'inherit',
});
const { createServer } = await import('../../apps/server/dist/create-server.js');
const { describeApi } = await import('../../apps/server/dist/openapi.js');
const { readEnvironment } = await import('../../libs/platform/dist/index.js');

const folder = mkdtempSync(join(tmpdir(), 'haishi-api-'));
try {
  const app = await createServer(readEnvironment({ HAISHI_DATA: folder, PORT: '0' }), false);
  writeFileSync(CLIENT_TYPES, await clientTypes(describeApi(app)));
  await app.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
