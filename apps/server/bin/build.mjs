import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, runNode } from './node.mjs';

const STAMP = join(root, '.cache/build-stamp');
const PARTS = {
  server: {
    title: 'Building the server …',
    sources: ['libs', 'apps/server/src', 'tsconfig.base.json', 'tsconfig.json', 'package-lock.json'],
    made: 'apps/server/dist/main.js',
    args: ['node_modules/@typescript/native/bin/tsc', '-b', 'apps/server'],
  },
  web: {
    title: 'Building the pages …',
    sources: ['apps/web', 'libs', 'package-lock.json'],
    made: 'apps/web/dist/index.html',
    args: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
  },
};

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

/** Builds the parts whose sources changed since their last build; answers an exit code. */
export async function buildWhereChanged(parts = Object.keys(PARTS)) {
  const known = existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : {};
  const due = parts
    .map((part) => ({ part, ...PARTS[part], now: fingerprint(PARTS[part].sources) }))
    .filter(({ part, now, made }) => known[part] !== now || !existsSync(join(root, made)));
  if (due.length === 0) return 0;
  for (const { title } of due) process.stdout.write(`${title}\n`);
  // Whoever asks: under a test runner the pages would be built as for development, and weigh half as much again.
  const env = { ...process.env, NODE_ENV: 'production' };
  const codes = await Promise.all(due.map(({ args }) => runNode(args, { env })));
  due.forEach(({ part, now }, index) => {
    if (codes[index] === 0) known[part] = now;
  });
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(STAMP, JSON.stringify(known));
  return codes.find((code) => code !== 0) ?? 0;
}

const [, script, ...parts] = process.argv;
if (import.meta.url === pathToFileURL(script).href)
  process.exit(await buildWhereChanged(parts.length > 0 ? parts : undefined));
