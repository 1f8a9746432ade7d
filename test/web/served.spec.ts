import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { WEB } from './routes.js';

describe('how the built pages are served', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp('sqlite');
  });
  afterAll(() => app?.close());

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(app.url + path, { method, headers: { 'accept-encoding': 'identity', ...headers } });
  const packed = readdirSync(join(WEB, 'dist/assets')).find((name) => name.endsWith('.js.br'))!;
  const script = `/assets/${packed.slice(0, -'.br'.length)}`;

  it('lets browsers keep for a year what bears a hash in its name, compressed for who takes it', async () => {
    const plain = await ask(script);
    expect(plain.status).toBe(200);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.has('content-encoding')).toBe(false);
    const compressed = await ask(script, { 'accept-encoding': 'br' });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(await compressed.text()).toBe(await plain.text());
    expect((await ask(script, {}, 'HEAD')).status).toBe(200);
  });

  it.each(['/mark.svg', '/desk-worker.js', '/index.html', '/ticket.html'])('has %s asked for again', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('answers an address of the application with its page, a ticket with its own', async () => {
    const [page, other, ticket] = await Promise.all(
      ['/', '/tasks', '/ticket/x'].map(async (path) => (await ask(path)).text()),
    );
    expect(page).toContain('<div id="app">');
    expect(other).toBe(page);
    expect(ticket).not.toBe(page);
  });

  it.each([
    '/assets/none-of-ours.js',
    '/none.js',
    '/.vite/manifest.json',
    '/assets/..%2f..%2fpackage.json',
    '/api/none',
  ])('has nothing at %s', async (path) => {
    const answer = await ask(path);
    expect([403, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('json');
  });
});
