import { buildWhereChanged } from './build.mjs';
import { compiledEnv, runNode } from './node.mjs';

const built = await buildWhereChanged();
process.exit(built === 0 ? await runNode(['apps/server/dist/main.js'], { env: compiledEnv() }) : built);
