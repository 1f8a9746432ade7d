import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';

eachEngine('the server', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  it('says that it is well', async () => {
    const answer = await app.browser().get('/api/v1/health').expect(200);
    expect(answer.body).toEqual({ status: 'ok' });
  });

  it('answers an unknown route with a problem in the language asked for', async () => {
    const answer = await app.browser().get('/api/v1/nothing-here').set('Accept-Language', 'en').expect(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'common.not_found', status: 404 });
    expect(answer.body.detail).toMatch(/^Not found/);
  });

  it('compresses what is long, for who takes it', async () => {
    const ask = (path: string, encoding: string) =>
      app.browser().get(`/api/v1/${path}`).set('Accept-Encoding', encoding).expect(200);
    const packed = await ask('reference', 'br, gzip');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    const plain = await ask('reference', 'identity');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.headers['vary']).toBe('Accept-Encoding');
    expect(packed.body).toEqual(plain.body);
    expect((await ask('reference', 'gzip;q=0')).headers).not.toHaveProperty('content-encoding');
    expect((await ask('health', 'gzip')).headers).not.toHaveProperty('content-encoding');
  });

  it('refuses a body that is not JSON', async () => {
    const answer = await app.browser().post('/api/v1/sessions').set('content-type', 'application/json').send('{"a":');
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('common.bad_json');
  });

  it('refuses a body that is nested too deeply, by its field and in the caller’s language', async () => {
    const body = `{"login":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    const send = (language: string) => {
      const headers = { 'content-type': 'application/json', 'accept-language': language };
      return app.browser().post('/api/v1/sessions').set(headers).send(body);
    };
    expect((await send('en')).body).toMatchObject({
      ...{ status: 422, code: 'common.too_deep', field: 'login' },
      detail: 'What you sent is nested too deeply; at most 100 levels are read.',
    });
    expect((await send('zh')).body.detail).toBe('内容嵌套过深，最多 100 层。');
  });

  it('says of a body that is too large how large it may be', async () => {
    const login = 'x'.repeat(1_100_000);
    const answer = await app.browser().post('/api/v1/sessions').send({ login });
    expect(answer.status).toBe(413);
    expect(answer.body).toMatchObject({ code: 'common.body_too_large', detail: expect.stringContaining('1 MB') });
  });

  it('names every faulty field, and refuses what no field is for', async () => {
    const answer = await app.browser().post('/api/v1/sessions').send({ login: 'a@example.com', extra: 1 }).expect(422);
    const fields = answer.body.fields.map((one: { field: string; code: string }) => [one.field, one.code]);
    expect(fields).toContainEqual(['password', 'common.required']);
    expect(fields).toContainEqual(['extra', 'common.unknown_field']);
  });
});
