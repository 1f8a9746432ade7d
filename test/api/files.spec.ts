import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { Actor } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import {
  Database,
  FileAccess,
  FilePolicies,
  FilesService,
  FileStorage,
  StoredEvent,
  StoredFile,
  systemActor,
  UnitOfWork,
  Uploads,
  writeWorkbook,
} from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';

const TUS = '/api/v1/files/tus';
const MEGABYTE = 1 << 20;

/** A PDF of about `size` bytes, different each time. */
function pdfOf(size: number, extra = ''): Buffer {
  const noise = randomBytes(Math.ceil(size / 2)).toString('hex');
  return Buffer.from(
    `%PDF-1.7\n1 0 obj << /Type /Catalog ${extra} >> endobj\n%${noise}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
  );
}

const metadata = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

eachEngine('files', (engine) => {
  let app: TestApp;
  let browser: Browser;
  let owner: Actor;
  let other: Browser;

  beforeAll(async () => {
    app = await startApp(engine);
    app.get(FilePolicies).register(
      { purpose: 'test.plan', maxBytes: 20 * MEGABYTE, types: ['application/pdf'] },
      { purpose: 'test.identity', maxBytes: MEGABYTE, types: ['application/pdf'], personal: true },
      {
        purpose: 'test.table',
        maxBytes: MEGABYTE,
        types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      },
    );
    const first = await signedIn(app, '张三');
    browser = first.browser;
    owner = { ...systemActor('test'), kind: 'person', id: first.person.id };
    other = (await signedIn(app, '李四')).browser;
  });
  afterAll(() => app.close());

  const announce = (by: Browser, size: number, purpose = 'test.plan', filename = '商业计划书.pdf') =>
    by.post(TUS).set({
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(size),
      'Upload-Metadata': metadata({ purpose, filename }),
    });
  const append = (by: Browser, place: string, offset: number, bytes: Buffer) =>
    by
      .patch(place)
      .set({
        'Tus-Resumable': '1.0.0',
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      })
      .send(bytes);
  const position = (by: Browser, place: string) => by.head(place).set('Tus-Resumable', '1.0.0');
  const idOf = (place: string) => place.split('/').pop()!;

  async function upload(by: Browser, content: Buffer, purpose = 'test.plan', filename = '商业计划书.pdf') {
    const { headers } = await announce(by, content.length, purpose, filename).expect(201);
    const place = headers['location'] as string;
    return { id: idOf(place), place, answer: await append(by, place, 0, content) };
  }

  it('takes a plan of 12 MB over a connection that breaks half-way and resumes', async () => {
    const content = pdfOf(12 * MEGABYTE);
    const created = await announce(browser, content.length).expect(201);
    const place = created.headers['location'] as string;
    expect(place).toMatch(/^\/api\/v1\/files\/tus\/[0-9a-f-]{36}$/);

    const half = 6 * MEGABYTE;
    const cookie = (browser as unknown as { jar: { getCookies(info: unknown): { toValueString(): string } } }).jar;
    await new Promise<void>((resolve) => {
      const request = httpRequest(app.url + place, {
        method: 'PATCH',
        headers: {
          cookie: (
            cookie.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }) as never as {
              toValueString(): string;
            }[]
          )
            .map((one) => one.toValueString())
            .join('; '),
          'tus-resumable': '1.0.0',
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(content.length),
        },
      });
      request.once('error', () => resolve());
      request.write(content.subarray(0, half), () =>
        setTimeout(() => request.destroy(new Error('the line breaks')), 50),
      );
    });

    let offset = 0;
    await until(async () => {
      const answer = await position(browser, place);
      offset = Number(answer.headers['upload-offset']);
      return answer.status === 200 && offset > 0;
    });
    expect(offset).toBeLessThanOrEqual(half);
    expect(statSync(join(app.place.folder, 'uploads', idOf(place))).size).toBe(offset);
    const next = Math.min(offset + 5 * MEGABYTE, content.length);
    const piece = await append(browser, place, offset, content.subarray(offset, next)).expect(204);
    expect(piece.headers['upload-offset']).toBe(String(next));
    expect(statSync(join(app.place.folder, 'uploads', idOf(place))).size).toBe(next);
    await append(browser, place, next, content.subarray(next)).expect(204);

    const info = await browser.get(`/api/v1/files/${idOf(place)}/info`).expect(200);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(info.body).toMatchObject({
      name: '商业计划书.pdf',
      state: 'ready',
      size: content.length,
      type: 'application/pdf',
      sha256,
      problem: null,
    });
    expect((await position(browser, place)).headers['upload-offset']).toBe(String(content.length));
    expect(readdirSync(join(app.place.folder, 'uploads'))).toEqual([]);

    const saved = await browser
      .get(`/api/v1/files/${idOf(place)}`)
      .buffer(true)
      .expect(200);
    expect(
      createHash('sha256')
        .update(saved.body as Buffer)
        .digest('hex'),
    ).toBe(sha256);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="_____.pdf"; filename*=UTF-8''${encodeURIComponent('商业计划书')}.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('takes a table, and gives it the extension of what it is', async () => {
    const table = await writeWorkbook([{ name: '岗位', columns: [{ header: '岗位名称' }], rows: [['工程师']] }]);
    const { id, answer } = await upload(browser, table, 'test.table', '../../evil\u202e.exe');
    expect(answer.status).toBe(204);
    const info = await browser.get(`/api/v1/files/${id}/info`).expect(200);
    expect((info.body as { name: string }).name).toBe('evil.exe.xlsx');
    expect(await app.get(FilesService).read(id)).toEqual(table);
  });

  describe('an announcement', () => {
    it.each([
      ['files.unknown_purpose', 422, 1000, 'test.nothing', 'a.pdf'],
      ['files.name_required', 422, 1000, 'test.plan', ' / '],
      ['files.too_large', 413, 20 * MEGABYTE + 1, 'test.plan', 'a.pdf'],
      ['files.empty', 422, 0, 'test.plan', 'a.pdf'],
    ] as const)('is refused with %s', async (code, status, size, purpose, name) => {
      expectRefused(await announce(browser, size, purpose, name), status, code);
    });

    it('is refused without a size, without a session, and of another protocol', async () => {
      const without = browser.post(TUS).set({
        'Tus-Resumable': '1.0.0',
        'Upload-Defer-Length': '1',
        'Upload-Metadata': metadata({ purpose: 'test.plan', filename: 'a' }),
      });
      expectRefused(await without, 422, 'files.size_required');
      expectRefused(await announce(app.browser(), 1000), 401, 'common.unauthenticated');
      await browser
        .post(TUS)
        .set({ 'Upload-Length': '10', 'Upload-Metadata': metadata({ purpose: 'test.plan', filename: 'a' }) })
        .expect(412);
    });

    it('is refused where a person holds too many that are in no use', async () => {
      const { browser: third } = await signedIn(app, '王五');
      for (let index = 0; index < 40; index += 1) await announce(third, 1000).expect(201);
      const refused = await announce(third, 1000);
      expectRefused(refused, 429, 'files.too_many_open');
      expect(refused.body.detail).toMatch(/您有 40 个上传后还没有使用的文件，最早的是：.+、.+。.*等 24 小时后/);
    });
  });

  it("keeps another person's hands off", async () => {
    const content = pdfOf(2000);
    const created = await announce(browser, content.length).expect(201);
    const place = created.headers['location'] as string;
    expect((await position(other, place)).status).toBe(404);
    expectRefused(await append(other, place, 0, content), 404, 'common.not_found');
    expectRefused(await other.delete(place).set('Tus-Resumable', '1.0.0'), 404, 'common.not_found');
    await append(browser, place, 0, content).expect(204);
    expectRefused(await other.get(`/api/v1/files/${idOf(place)}`), 404, 'common.not_found');
    expectRefused(await other.get(`/api/v1/files/${idOf(place)}/info`), 404, 'common.not_found');
    expectRefused(await app.browser().get(`/api/v1/files/${idOf(place)}`), 401, 'common.unauthenticated');
    expectRefused(await browser.get(`/api/v1/files/${newId()}`), 404, 'common.not_found');
    expectRefused(await browser.get('/api/v1/files/..%2f..%2fetc'), 404, 'common.not_found');
  });

  it('refuses a piece that does not begin where the upload stands, or goes beyond it', async () => {
    const content = pdfOf(4000);
    const created = await announce(browser, content.length).expect(201);
    const place = created.headers['location'] as string;
    await append(browser, place, 0, content.subarray(0, 1000)).expect(204);
    await append(browser, place, 500, content.subarray(500)).expect(409);
    const beyond = await append(browser, place, 1000, Buffer.concat([content.subarray(1000), Buffer.from('more')]));
    expect(beyond.status).toBeGreaterThanOrEqual(400);
    const offset = Number((await position(browser, place)).headers['upload-offset']);
    expect(offset).toBeLessThanOrEqual(content.length);
  });

  it('answers an empty piece with where the upload stands, in the middle and once the file is kept', async () => {
    const content = pdfOf(4000);
    const created = await announce(browser, content.length).expect(201);
    const place = created.headers['location'] as string;
    const empty = async (offset: number) => {
      const { status, headers } = await append(browser, place, offset, Buffer.alloc(0));
      return { status, offset: Number(headers['upload-offset']) };
    };
    await append(browser, place, 0, content.subarray(0, 1000)).expect(204);
    expect(await empty(1000)).toEqual({ status: 204, offset: 1000 });
    await append(browser, place, 1000, content.subarray(1000)).expect(204);
    expect(await empty(content.length)).toEqual({ status: 204, offset: content.length });
    expect((await browser.get(`/api/v1/files/${idOf(place)}`).expect(200)).body).toEqual(content);
  });

  it.each([
    ['files.active_content', 422, () => pdfOf(3000, '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['files.type_mismatch', 415, () => Buffer.from('MZ this is a program, whatever its name says')],
    ['files.broken', 422, () => pdfOf(3000).subarray(0, 2900)],
  ] as const)('rejects a hostile file with %s, and keeps nothing of it', async (code, status, make) => {
    const { id, place, answer } = await upload(browser, make());
    expectRefused(answer, status, code);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const info = await browser.get(`/api/v1/files/${id}/info`).expect(200);
    expect(info.body).toMatchObject({ state: 'rejected', problem: { code } });
    expectRefused(await browser.get(`/api/v1/files/${id}`), status, code);
    expect((await position(browser, place)).status).toBe(status);
    expect(readdirSync(join(app.place.folder, 'uploads')).filter((name) => name.startsWith(id))).toEqual([]);
    const use = { purpose: 'test.plan', subjectType: 'project', subjectId: newId(), field: 'planId' };
    const attached = app.get(UnitOfWork).run(owner, (work) => app.get(FilesService).attach(work, id, use));
    await expect(attached).rejects.toMatchObject({ code, details: { field: 'planId' } });
  });

  it('puts a file to use once, by its owner, for its purpose', async () => {
    const files = app.get(FilesService);
    const uow = app.get(UnitOfWork);
    const { id, place } = await upload(browser, pdfOf(2000));
    const use = { purpose: 'test.plan', subjectType: 'project', subjectId: newId() };
    const attach = (by: Actor, fileId: string, what = use) => uow.run(by, (work) => files.attach(work, fileId, what));
    await expect(attach({ ...owner, id: newId() }, id)).rejects.toMatchObject({ code: 'files.not_usable' });
    await expect(attach(owner, id, { ...use, purpose: 'test.table' })).rejects.toMatchObject({
      code: 'files.not_usable',
    });
    await expect(attach(owner, 'nonsense')).rejects.toMatchObject({ code: 'files.not_usable' });
    const unfinished = (await announce(browser, 1000).expect(201)).headers['location'] as string;
    await expect(attach(owner, idOf(unfinished))).rejects.toMatchObject({ code: 'files.not_ready' });
    const elsewhere = { ...use, subjectId: newId() };
    const outcomes = await Promise.allSettled([attach(owner, id), attach(owner, id, elsewhere)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toMatchObject({
      code: 'files.already_used',
    });
    const won = outcomes[0]!.status === 'fulfilled' ? use : elsewhere;
    expect(await attach(owner, id, won)).toMatchObject({ subjectId: won.subjectId, expiresAt: null });
    expect(await files.usedFor('project', won.subjectId)).toMatchObject([{ id }]);
    expectRefused(await browser.delete(place).set('Tus-Resumable', '1.0.0'), 409, 'files.already_used');
    await browser.get(`/api/v1/files/${id}`).expect(200);
  });

  it('lets others read as the voter of its purpose says, and records a look at personal data', async () => {
    let allowed = false;
    app.get(FileAccess).register('test.identity', () => allowed);
    const { id } = await upload(browser, pdfOf(2000), 'test.identity');
    allowed = true;
    expectRefused(await other.get(`/api/v1/files/${id}`), 404, 'common.not_found');
    const use = { purpose: 'test.identity', subjectType: 'person', subjectId: owner.id };
    await app.get(UnitOfWork).run(owner, (work) => app.get(FilesService).attach(work, id, use));
    await other.get(`/api/v1/files/${id}`).expect(200);
    allowed = false;
    expectRefused(await other.get(`/api/v1/files/${id}`), 404, 'common.not_found');
    await browser.get(`/api/v1/files/${id}`).expect(200);
    const looks = await app.get(Database).manager.findBy(StoredEvent, { type: 'file.downloaded', subjectId: id });
    expect(looks).toHaveLength(1);
    expect(looks[0]!.actorId).not.toBe(owner.id);
  });

  it('removes an upload at its owner’s wish, and what nobody used in time', async () => {
    const { id, place } = await upload(browser, pdfOf(2000));
    await browser.delete(place).set('Tus-Resumable', '1.0.0').expect(204);
    expectRefused(await browser.get(`/api/v1/files/${id}/info`), 404, 'common.not_found');

    const partial = (await announce(browser, 1000).expect(201)).headers['location'] as string;
    await append(browser, partial, 0, Buffer.from('%PDF-')).expect(204);
    const { id: unused } = await upload(browser, pdfOf(2000));
    const { storageKey } = (await app.get(Database).manager.findOneBy(StoredFile, { id: unused }))!;
    const later = new Date(Date.now() + 49 * 3600 * 1000);
    await app.get(Uploads).sweep(later);
    await app.get(FilesService).removeExpired(systemActor('test'), later);
    expectRefused(await append(browser, partial, 5, Buffer.from('1.7')), 404, 'common.not_found');
    expectRefused(await browser.get(`/api/v1/files/${unused}`), 404, 'common.not_found');
    expect(() => statSync(join(app.place.folder, 'files', storageKey!))).toThrow();
    expect(readdirSync(join(app.place.folder, 'uploads'))).toEqual([]);
  });

  it('checks what arrived whole before its server died, at the next sweep or the next question', async () => {
    const content = pdfOf(3000);
    const orphan = async () => {
      const place = (await announce(browser, content.length).expect(201)).headers['location'] as string;
      await writeFile(join(app.place.folder, 'uploads', idOf(place)), content);
      return place;
    };
    const swept = await orphan();
    await app.get(Uploads).sweep(new Date());
    const asked = await orphan();
    expect((await position(browser, asked)).headers['upload-offset']).toBe(String(content.length));
    for (const place of [swept, asked])
      expect((await browser.get(`/api/v1/files/${idOf(place)}/info`)).body).toMatchObject({ state: 'ready' });
  });

  it('lets no file wait for another that is being put away, and checks one once however many ask', async () => {
    const storage = app.get(FileStorage);
    const take = storage.take.bind(storage);
    const entrants = await Promise.all(Array.from({ length: 12 }, () => signedIn(app, '截止前')));
    let free!: () => void;
    const freed = new Promise<void>((resolve) => (free = resolve));
    const slow = vi.spyOn(storage, 'take').mockImplementationOnce(async (...put) => {
      await freed;
      return take(...put);
    });
    const content = pdfOf(3000);
    const placeOf = async (who: Browser) =>
      (await announce(who, content.length).expect(201)).headers['location'] as string;
    const place = await placeOf(browser);
    const first = append(browser, place, 0, content).then((answer) => answer.status);
    await until(() => slow.mock.calls.length === 1);
    const others = entrants.map(async (one) => append(one.browser, await placeOf(one.browser), 0, content).expect(204));
    await Promise.all(others);
    const asked = position(browser, place).then((answer) => answer.status);
    free();
    expect([await first, await asked]).toEqual([204, 200]);
    expect(slow).toHaveBeenCalledTimes(1 + entrants.length);
    slow.mockRestore();
  });

  it('keeps a file that the program made', async () => {
    const made = { purpose: 'test.export', name: '导出', type: 'text/csv' as const, content: Buffer.from('a,b') };
    const file = await app.get(FilesService).keep(owner, made);
    const saved = await browser.get(`/api/v1/files/${file.id}`).expect(200);
    expect(saved.text).toBe('a,b');
    expectRefused(await other.get(`/api/v1/files/${file.id}`), 404, 'common.not_found');
  });
});
