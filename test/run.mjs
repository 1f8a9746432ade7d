import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { findNode, root } from '../apps/server/bin/node.mjs';
import { buildWhereChanged } from '../apps/server/bin/build.mjs';

const node = findNode();
const everything = process.argv[2] !== 'check';
const reports = join(root, '.cache/test-reports');
const env = { ...process.env, CHROMIUM: findChromium() ?? '' };
const counts = { passed: 0, failed: 0, skipped: 0 };
const skipped = [];
/** Said again after everything else, since the output of a long run is read from its end. */
const failures = [];

function findChromium() {
  const named = process.env.CHROMIUM;
  const places = [
    named,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return places.find((path) => path && existsSync(path));
}

function run(args, extra = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(node, args, { cwd: root, env: { ...env, ...extra } });
    const keep = (data) => (output += data);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** One check that passes or fails as a whole. */
async function check(name, args) {
  const start = Date.now();
  const { code, output } = await run(args);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (code === 0) {
    counts.passed += 1;
    process.stdout.write(`✓ ${name} (${seconds} s)\n`);
  } else {
    counts.failed += 1;
    failures.push(name);
    process.stdout.write(`✗ ${name} (${seconds} s)\n${output.trimEnd()}\n`);
  }
}

/** One project of the test runner; its own report is counted. */
async function suite(name, extra = {}) {
  const start = Date.now();
  const report = join(reports, `${name}.json`);
  const { code, output } = await run(
    [
      '--no-warnings',
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    extra,
  );
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (!existsSync(report)) {
    counts.failed += 1;
    failures.push(`${name}: the runner wrote no report`);
    process.stdout.write(`✗ ${name} (${seconds} s)\n${output.trimEnd()}\n`);
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const left = result.numPendingTests + result.numTodoTests;
  const broken = code !== 0 && result.numFailedTests === 0 ? Math.max(1, result.numFailedTestSuites) : 0;
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests + broken;
  counts.skipped += left;
  if (left > 0) skipped.push(`${left} tests of the ${name} suites, as they say themselves`);
  const failed = result.numFailedTests + broken;
  process.stdout.write(
    `${failed === 0 ? '✓' : '✗'} ${name}: ${result.numPassedTests} passed, ${failed} failed, ${left} skipped (${seconds} s)\n`,
  );
  if (failed > 0) process.stdout.write(`${output.trimEnd()}\n`);
  const told = failuresOf(name, result);
  if (failed > 0 && told.length === 0) told.push(`${name}: errors outside of its tests`);
  failures.push(...told);
}

/** The tests that failed and the suites that could not be set up, each with the first lines of why. */
function failuresOf(suite, { testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = `${suite}: ${relative(root, name)}`;
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}\n${indented(message)}`];
    return failed.map((one) => `${file} › ${one.fullName}\n${indented(one.failureMessages.join('\n'))}`);
  });
}

function indented(text) {
  return text.trim().split('\n').slice(0, 12).join('\n').replace(/^/gm, '    ');
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** Runs `parts` in their order, as many at once as there are processors. */
async function atOnce(parts) {
  const left = parts.values();
  const lane = async () => {
    for (const part of left) await part();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

const longestFirst = [
  () => check('types of pages', ['node_modules/vue-tsc/bin/vue-tsc.js', '-p', 'apps/web/tsconfig.json']),
  () => check('types of server and tests', ['node_modules/@typescript/native/bin/tsc', '-b']),
  () => suite('unit'),
  () =>
    check('arrows', [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'apps',
      'libs',
    ]),
  () => check('format', ['node_modules/oxfmt/bin/oxfmt', '--check']),
  () => check('lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings']),
];
await atOnce(longestFirst);

if (everything) {
  if (!env.TEST_MYSQL_URL) skipped.push('MySQL / MariaDB: TEST_MYSQL_URL is not set');
  if (!env.TEST_REDIS_URL) skipped.push('fan-out between two servers: TEST_REDIS_URL is not set');
  if (!env.CHROMIUM) skipped.push('browser suites: no Chromium found (set CHROMIUM to its path)');
  if ((await buildWhereChanged()) === 0) {
    await suite('integration');
    if (env.CHROMIUM) await suite('browser');
  } else {
    counts.failed += 1;
    failures.push('build');
    process.stdout.write('✗ build\n');
  }
}

for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
for (const reason of skipped) process.stdout.write(`skipped: ${reason}\n`);
counts.skipped += everything ? [!env.TEST_MYSQL_URL, !env.TEST_REDIS_URL, !env.CHROMIUM].filter(Boolean).length : 0;
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(counts.failed > 0 || (process.env.HAISHI_NOTHING_SKIPPED === '1' && counts.skipped > 0) ? 1 : 0);
