import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, runNode } from './node.mjs';

const STAMP = join(root, '.cache/build-stamp');
const SERVER_SOURCES = ['libs', 'apps/server/src', 'tsconfig.base.json', 'tsconfig.json', 'package-lock.json'];
const WEB_SOURCES = ['apps/web', 'libs', 'package-lock.json'];

function* files(path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules' || entry.name.endsWith('.spec.ts')) continue;
    yield* files(`${path}/${entry.name}`);
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => [...files(one)]).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

/** Builds server and pages where their sources changed since the last build; answers an exit code. */
export async function buildWhereChanged() {
  const known = existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : {};
  const now = { server: fingerprint(SERVER_SOURCES), web: fingerprint(WEB_SOURCES) };
  const steps = [];
  if (known.server !== now.server || !existsSync(join(root, 'apps/server/dist/main.js')))
    steps.push(['server', 'Building the server …', ['node_modules/typescript/bin/tsc', '-b', 'apps/server']]);
  if (known.web !== now.web || !existsSync(join(root, 'apps/web/dist/index.html')))
    steps.push([
      'web',
      'Building the pages …',
      ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
    ]);
  if (steps.length === 0) return 0;
  for (const [, title] of steps) process.stdout.write(`${title}\n`);
  const codes = await Promise.all(steps.map(([, , args]) => runNode(args)));
  mkdirSync(join(root, '.cache'), { recursive: true });
  steps.forEach(([part], index) => {
    if (codes[index] === 0) known[part] = now[part];
  });
  writeFileSync(STAMP, JSON.stringify(known));
  return codes.find((code) => code !== 0) ?? 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(await buildWhereChanged());
