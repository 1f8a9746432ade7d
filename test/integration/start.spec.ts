import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCOUNTS } from '@haishi/server/demonstration/demo-accounts';
import { createContext } from '@haishi/server/create-server';
import { Database, readEnvironment } from '@haishi/platform';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOBODY = 65_534;

/** What `npm start` runs. */
describe('the start', () => {
  let folder: string;
  let running: AbortController;

  beforeAll(() => {
    const { status } = spawnSync(process.execPath, ['apps/server/bin/build.mjs'], { cwd: ROOT });
    expect(status).toBe(0);
  }, 120_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'haishi-start-'));
    running = new AbortController();
  });
  afterEach(() => {
    running.abort();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs until the program ends, or until it says `until`; then it is asked to end. */
  const start = (settings: Record<string, string>, options: { until?: string; uid?: number } = {}) =>
    new Promise<{ code: number | null; said: string; complaints: string }>((resolve) => {
      let said = '';
      let complaints = '';
      const child = spawn(process.execPath, ['apps/server/bin/start.mjs'], {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], HAISHI_DATA: folder, HAISHI_SQLITE_SYNCHRONOUS: 'OFF', ...settings },
        signal: running.signal,
        ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
      });
      child.on('error', () => {});
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString();
        if (options.until && said.includes(options.until)) child.kill('SIGTERM');
      });
      child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
      child.on('close', (code) => resolve({ code, said, complaints }));
    });

  it('loads the demonstration into an empty folder, and tells its addresses and a sign-in of each role', async () => {
    const port = await freePort();
    const first = await start({ PORT: String(port) }, { until: 'auditor@demo.example.org' });
    expect(first.code).toBe(0);
    expect(first.complaints).toContain('100%');
    expect(first.said).toContain(`http://localhost:${port}/`);
    for (const { login } of ACCOUNTS)
      expect(first.said).toMatch(new RegExp(`${login}@demo\\.example\\.org +Haishi-\\w{4}-\\w{4}`));
    const second = await start({ PORT: String(port) }, { until: 'auditor@demo.example.org' });
    expect(second).toEqual({ code: 0, said: first.said, complaints: '' });
    const elsewhere = await start({ PORT: String(port), HAISHI_DEMO: '0' });
    expect(elsewhere.code).toBe(1);
    expect(oneLine(elsewhere.complaints)).toContain('demo clear');
  }, 120_000);

  it('loads nothing where the demonstration may not exist', async () => {
    const port = await freePort();
    const ended = await start({ PORT: String(port), HAISHI_DEMO: '0' }, { until: 'is ready' });
    expect(ended).toMatchObject({ code: 0, said: `Haishi is ready on http://localhost:${port}\n` });
  });

  it('says that its port is in use', async () => {
    const server = createServer();
    const port = await listen(server);
    const ended = await start({ PORT: String(port) });
    server.close();
    expect(ended).toMatchObject({ code: 1, said: '' });
    expect(oneLine(ended.complaints)).toContain(`Port ${port} is in use`);
  });

  it('says that it cannot write to its folder', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    const root = process.getuid?.() === 0;
    if (root) {
      chownSync(folder, NOBODY, NOBODY);
      chownSync(closed, NOBODY, NOBODY);
    }
    const port = String(await freePort());
    const ended = await start({ PORT: port, HAISHI_DATA: closed }, root ? { uid: NOBODY } : {});
    expect(ended).toMatchObject({ code: 1, said: '' });
    expect(oneLine(ended.complaints)).toContain(`Cannot write to ${closed}`);
  });

  it('says that its folder is none', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const ended = await start({ PORT: String(await freePort()), HAISHI_DATA: file });
    expect(ended).toMatchObject({ code: 1, said: '' });
    expect(oneLine(ended.complaints)).toContain(`Cannot write to ${file}`);
  });

  it('refuses a database that a newer version made, and leaves it as it was', async () => {
    const environment = readEnvironment({ HAISHI_DATA: folder });
    const context = await createContext(environment, false);
    await context
      .get(Database)
      .dataSource.query(
        `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
      );
    await context.close();
    const ended = await start({ PORT: String(await freePort()) });
    expect(ended).toMatchObject({ code: 1, said: '' });
    expect(oneLine(ended.complaints)).toContain('FromTheFuture9999999999999');
  });

  it('says that a database does not answer', async () => {
    const port = await freePort();
    const ended = await start({
      PORT: String(await freePort()),
      DATABASE_URL: `mysql://root:secret-word@127.0.0.1:${port}/haishi`,
      HAISHI_KEY: 'ab'.repeat(32),
    });
    expect(ended).toMatchObject({ code: 1, said: '' });
    expect(oneLine(ended.complaints)).toContain(`cannot reach the database 127.0.0.1:${port}/haishi`);
    expect(ended.complaints).not.toContain('secret-word');
  });

  it.each(['main.js', 'cli/main.js'])('says that Node is too old for %s, where no launcher chose it', (entry) => {
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const args = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, `apps/server/dist/${entry}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(oneLine(stderr)).toContain('Node 24 is needed, and this is 20.20.2');
  });

  it('names the setting that is wrong', async () => {
    const ended = await start({ PORT: 'many' });
    expect(ended).toMatchObject({ code: 1, said: '' });
    expect(oneLine(ended.complaints)).toContain('PORT');
  });
});

function oneLine(text: string): string {
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
