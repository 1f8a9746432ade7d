import { buildWhereChanged } from './build.mjs';
import { compiledEnv, runNode } from './node.mjs';

const built = await buildWhereChanged();
process.exit(
  built === 0
    ? await runNode(['apps/server/dist/cli/main.js', ...process.argv.slice(2)], { env: compiledEnv() })
    : built,
);
