import { spawn } from 'node:child_process';
import { buildWhereChanged } from './build.mjs';
import { findNode, root } from './node.mjs';

const built = await buildWhereChanged();
if (built !== 0) process.exit(built);

const port = Number(process.env.PORT ?? 3000);
const pagesPort = port + 1;
const node = findNode();
const children = [
  [['node_modules/@typescript/native/bin/tsc', '-b', 'apps/server', '--watch', '--preserveWatchOutput'], {}],
  [['--enable-source-maps', '--watch', '--watch-preserve-output', 'apps/server/dist/main.js'], { PORT: String(port) }],
  [
    ['node_modules/vite/bin/vite.js', 'apps/web', '--port', String(pagesPort), '--strictPort'],
    { HAISHI_API: `http://127.0.0.1:${port}` },
  ],
].map(([args, env]) => spawn(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }));

process.stdout.write(`Pages that follow your edits: http://localhost:${pagesPort}\n`);
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
