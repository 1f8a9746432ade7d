import { buildWhereChanged } from './build.mjs';
import { runNode } from './node.mjs';

const built = await buildWhereChanged();
process.exit(
  built === 0
    ? await runNode(['--enable-source-maps', 'apps/server/dist/cli/main.js', ...process.argv.slice(2)])
    : built,
);
