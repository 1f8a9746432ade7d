import { parseArgs } from 'node:util';
import { durability } from './support/database.mjs';
import { table, worstCase } from './support/report.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    blocks: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
});
const [name] = positionals;
const { [name]: bench } = await import(`./${name}.bench.mjs`);
const mysqlUrl = process.env.TEST_MYSQL_URL || undefined;
const redisUrl = process.env.TEST_REDIS_URL || undefined;
const engines = values.engine ? [values.engine] : (bench.engines ?? (mysqlUrl ? ['sqlite', 'mysql'] : ['sqlite']));
const say = (line) => process.stdout.write(`${line}\n`);

if (bench.alone) {
  say(JSON.stringify({ bench: name, ...(await bench.alone(say)) }));
  process.exit(0);
}
const results = [];
for (const engine of engines) {
  if (engine !== 'sqlite' && engine !== 'mysql') throw new Error(`There is no engine ${engine}.`);
  if (bench.engines && !bench.engines.includes(engine)) throw new Error(`${name} is not measured on ${engine}.`);
  if (engine === 'mysql' && !mysqlUrl) throw new Error('Set TEST_MYSQL_URL to measure on MySQL or MariaDB.');
  say(`${name} on ${engine}: ${await durability(engine, mysqlUrl)}`);
  const blocks = Math.max(1, Number(values.blocks));
  const measured = await bench.run({ engine, mysqlUrl, redisUrl, blocks, seconds: Number(values.seconds) });
  results.push(...measured.map((result) => ({ engine, ...result })));
}
say(table(results));
say(worstCase(bench, results));
