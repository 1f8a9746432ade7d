import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SecondFactors } from '@haishi/identity';
import { runCommandLine } from '@haishi/server/cli/command-line';
import type { Terminal } from '@haishi/server/cli/terminal';
import { createServer } from '@haishi/server/create-server';
import { readEnvironment } from '@haishi/platform';
import { ConsoleLogger } from '@nestjs/common';
import { agent } from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { eachEngine, type Engine, makePlace, type Place } from '../support/engines.js';
import { terminal } from '../support/terminal.js';

const API = '/api/v1';
const PASSWORD = 'Hutuo-river9';

eachEngine('the command line', (engine: Engine) => {
  let place: Place | undefined;
  afterEach(async () => {
    await place?.remove();
    place = undefined;
  });

  const run = async (argv: string[], at: Terminal, change: Record<string, string> = {}) => {
    place ??= await makePlace(engine);
    return runCommandLine(argv, at, { ...place.settings, ...change });
  };

  it('brings the schema up to date, as often as asked', async () => {
    for (let time = 0; time < 2; time += 1) {
      const at = terminal();
      expect({ code: await run(['migrate'], at), complaints: at.complaints }).toEqual({ code: 0, complaints: [] });
      expect(at.said[0]).toMatch(/The schema is up to date: \d+ steps/);
    }
  });

  it('makes an administrator who can sign in with the second factor told', async () => {
    const at = terminal(['系统管理员', PASSWORD]);
    expect({ code: await run(['create-admin', '--mail', 'Root@Example.com'], at), complaints: at.complaints }).toEqual({
      code: 0,
      complaints: [],
    });
    expect(at.said.at(-1)).toMatch(/^otpauth:\/\/totp\/Haishi:root%40example\.com\?secret=[A-Z2-7]{32}&/);
    expect(at.said.join('\n')).not.toContain(PASSWORD);
    const environment = readEnvironment({ ...place!.settings, PORT: '0', PUBLIC_URL: 'http://localhost' });
    const app = await createServer(environment, new ConsoleLogger({ logLevels: ['fatal', 'error'] }));
    try {
      await app.listen({ port: 0, host: '127.0.0.1' });
      const { port } = app.getHttpServer().address() as { port: number };
      const browser = agent(`http://127.0.0.1:${port}`);
      await browser.post(`${API}/sessions`).send({ login: 'root@example.com', password: PASSWORD }).expect(201);
      const { person } = (await browser.get(`${API}/session`)).body;
      const totp = await app.get(SecondFactors, { strict: false }).currentCode(person.id);
      await browser.post(`${API}/sessions/second-factor`).send({ code: totp!.code }).expect(204);
      await browser.get(`${API}/people`).expect(200);
    } finally {
      await app.close();
    }
  });

  it('makes no administrator of what is not right, in one line and a code', async () => {
    const attempt = async (args: string[], at: ReturnType<typeof terminal>) => ({
      code: await run(['create-admin', ...args], at),
      complaint: at.complaints.join(''),
    });
    const ok = ['--mail', 'root@example.com', '--name', '管理员'];
    expect(await attempt([], terminal())).toMatchObject({ code: 2, complaint: expect.stringContaining('--mail') });
    expect(await attempt(['--mail', 'root'], terminal())).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('neither a mail address'),
    });
    expect(await attempt(['--mail', 'root@example.com'], terminal([' ']))).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('--name'),
    });
    expect(await attempt(ok, terminal())).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('HAISHI_ADMIN_PASSWORD'),
    });
    expect(await attempt(ok, terminal([], 'weak'))).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('At least 8 characters'),
    });
    expect(await attempt([...ok, '--colour', 'red'], terminal())).toMatchObject({ code: 2 });
    expect(await attempt(ok, terminal([], PASSWORD))).toMatchObject({ code: 0, complaint: '' });
    expect(await attempt(ok, terminal([], PASSWORD))).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('already in use'),
    });
  });

  it('exports and imports by file name', async () => {
    const at = terminal([], PASSWORD);
    expect(await run(['create-admin', '--mail', 'root@example.com', '--name', '管理员'], at)).toBe(0);
    const file = join(place!.folder, 'all.ndjson.gz');
    expect({ code: await run(['export', file], at), complaints: at.complaints }).toEqual({ code: 0, complaints: [] });
    expect(existsSync(file)).toBe(true);
    expect(await run(['export', file], at)).toBe(1);
    expect(await run(['import', file], at)).toBe(1);
    expect(at.complaints.at(-1)).toMatch(/^数据库不是空的.*\(the database is not empty/);
    const other = await makePlace(engine);
    try {
      const settings = { ...other.settings, HAISHI_KEY: place!.settings['HAISHI_KEY']! };
      const there = terminal();
      expect({ code: await runCommandLine(['import', file], there, settings), complaints: there.complaints }).toEqual({
        code: 0,
        complaints: [],
      });
    } finally {
      await other.remove();
    }
    expect(await run(['import'], at)).toBe(2);
    expect(await run(['export', 'a', 'b'], at)).toBe(2);
  });

  it('refuses the demonstration where it may not exist', async () => {
    const changes: Record<string, string>[] = [{ HAISHI_DEMO: '0' }, { NODE_ENV: 'production' }];
    for (const change of changes) {
      const at = terminal();
      expect(await run(['demo', 'load'], at, change)).toBe(1);
      expect(at.complaints[0]).toMatch(/the demonstration exists on the embedded database alone/);
    }
    expect(await run(['demo', 'destroy'], terminal())).toBe(2);
  });

  describe('otherwise', () => {
    it('tells its commands, and what it does not know', async () => {
      const at = terminal();
      expect(await run(['help'], at)).toBe(0);
      for (const command of ['migrate', 'create-admin', 'demo', 'export', 'import'])
        expect(at.said[0]).toContain(`haishi ${command}`);
      expect(await run(['constructor'], at)).toBe(2);
      expect(at.complaints[0]).toContain('unknown command constructor');
      expect(await run(['migrate'], at, { PORT: 'many' })).toBe(1);
      expect(at.complaints.at(-1)).toMatch(/^PORT 应为 .*PORT must be a whole number/);
    });
  });
});
