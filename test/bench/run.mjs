import { buildWhereChanged } from '../../apps/server/bin/build.mjs';
import { runNode } from '../../apps/server/bin/node.mjs';

const NAMES = [
  'scan',
  'score',
  'fanout',
  'reconnect',
  'stage',
  'positions',
  'projects',
  'upload',
  'start',
  'assign',
  'ranking',
  'sheet',
];

/** Measures under Node ≥24 what was built of the present sources. */
const [name] = process.argv.slice(2);
if (!NAMES.includes(name)) {
  process.stderr.write(
    `Usage: npm run bench -- ${NAMES.join('|')} [--engine sqlite|mysql] [--blocks 5] [--seconds 3]\n`,
  );
  process.exit(1);
}
const built = await buildWhereChanged();
process.exit(built === 0 ? await runNode(['test/bench/main.mjs', ...process.argv.slice(2)]) : built);
