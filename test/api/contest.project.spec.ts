import { randomUUID } from 'node:crypto';
import { failure } from '@haishi/contracts';
import { PersonalData } from '@haishi/identity';
import { EditionStage, EligibilityDecision, Project, ProjectSubmission } from '@haishi/contest';
import {
  ACTOR_RESOLVER,
  type ActorResolver,
  Notice,
  StoredEvent,
  StoredFile,
  systemActor,
  UnitOfWork,
  writeWorkbook,
} from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { declaring } from '../support/archives.js';
import {
  addMaterial,
  draftProject,
  openEdition,
  projectContent,
  setStageDates,
  submitProject,
} from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { lastMessage } from '../support/messages.js';
import { countQueries } from '../support/queries.js';
import { pdfOf, sendFile, upload } from '../support/uploads.js';

const API = '/api/v1';
const HOUR = 3_600_000;
let count = 0;
const freshCode = () => `P-${(count += 1)}`;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

eachEngine('projects', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  let entrant: Browser;
  let person: TestPerson;
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, freshCode());
    ({ browser: entrant, person } = await signedIn(app, '张三'));
  });
  afterAll(() => app?.close());

  const manager = () => app.get(DataSource).manager;
  const view = async (id: string, browser = entrant) => (await browser.get(`${API}/projects/${id}`).expect(200)).body;
  const save = (id: string, version: number, change: Record<string, unknown> = {}, browser = entrant) =>
    browser.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(projectContent(change));
  const checkerIn = (scopeType: 'edition' | 'region' | 'division', code = '', editionId = edition.id) =>
    signedIn(app, '审查员', [{ role: 'checker', scopeType, scopeId: code ? `${editionId}/${code}` : editionId }]);
  const submitted = async (change: Record<string, unknown> = {}, browser = entrant, code = edition.code) => {
    const id = await draftProject(browser, code, change);
    await submitProject(browser, id, 2).expect(200);
    return id;
  };
  const returning = (change: object = {}) => ({
    submission: 1,
    reasonCode: 'material_missing',
    text: '请补充专利证书。',
    dueAt: inHours(48).toISOString(),
    ...change,
  });

  describe('drafts', () => {
    it('begin with their owner as lead, once for each id', async () => {
      const id = randomUUID();
      const create = () => entrant.post(`${API}/projects`).send({ id, edition: edition.code, language: 'zh' });
      const { body } = await create().expect(201);
      expect(body).toMatchObject({
        state: 'draft',
        number: null,
        version: 1,
        role: 'owner',
        actions: ['edit', 'submit', 'withdraw'],
      });
      expect(body.content.members).toEqual([
        { name: '张三', role: '负责人', share: null, mail: person.mail, isCore: true },
      ]);
      expect(body.missing.map((one: { field: string }) => one.field)).toContain('title');
      await create().expect(201);
      expect(await manager().countBy(Project, { id })).toBe(1);
      const { browser } = await signedIn(app, '李四');
      expectRefused(
        await browser.post(`${API}/projects`).send({ id, edition: edition.code, language: 'zh' }),
        409,
        'common.key_reused',
        'id',
      );
    });

    it('begin once where the same request comes several times at the same moment', async () => {
      const id = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 4 }, () =>
          entrant.post(`${API}/projects`).send({ id, edition: edition.code, language: 'zh' }),
        ),
      );
      expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array.from({ length: 4 }, () => [201, id]));
    });

    it('keep what is typed, complete or not, and say what is missing', async () => {
      const id = await draftProject(
        entrant,
        edition.code,
        { title: '', division: null, field: null, members: [{ name: '', role: '', mail: 'half@', isCore: false }] },
        false,
      );
      const { content, version } = await view(id);
      expect(content).toMatchObject({ title: '', division: null, members: [{ mail: 'half@', share: null }] });
      expect(version).toBe(2);
      const { body } = await save(id, 2).expect(200);
      expect(body).toMatchObject({
        version: 3,
        missing: [
          {
            field: 'materials.PLAN',
            code: 'project.material_missing',
            message: '请上传商业计划书（至少 1 份，现有 0 份）。',
          },
        ],
      });
    });

    it('refuse a stale version, and lose nothing', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      await save(id, 2, { title: '先到的标题' }).expect(200);
      expectRefused(await save(id, 2, { title: '后到的标题' }), 412, 'common.stale');
      expectRefused(await entrant.put(`${API}/projects/${id}`).send(projectContent()), 412, 'common.version_required');
      expect((await view(id)).content.title).toBe('先到的标题');
    });

    it('know a save that comes again after its answer was lost, until something else is saved', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const lost = {
        title: '回执丢失的标题',
        members: [{ name: '王芳', role: '', mail: 'W@Example.com', isCore: true }],
      };
      const { body: first } = await save(id, 2, lost).expect(200);
      const { body: again } = await save(id, 2, lost).expect(200);
      expect(again).toEqual(first);
      expect(again.version).toBe(3);
      const saves = { subjectId: id, type: 'project.saved' };
      expect(await manager().countBy(StoredEvent, saves)).toBe(2);
      expectRefused(await save(id, 2, { ...lost, summary: '另一份' }), 412, 'common.stale');

      await save(id, 3, { title: '另一台设备的标题' }).expect(200);
      expectRefused(await save(id, 2, lost), 412, 'common.stale');
      expect((await view(id)).content.title).toBe('另一台设备的标题');
    });

    it('take a save once that comes several times at the same moment, and one of several that differ', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const atOnce = (version: number, titles: string[]) =>
        Promise.all(titles.map((title) => save(id, version, { title })));
      const same = await atOnce(2, Array(4).fill('同时到达的标题'));
      expect(same.map(({ status, body }) => [status, body.version])).toEqual(Array.from({ length: 4 }, () => [200, 3]));
      expect(await manager().countBy(StoredEvent, { subjectId: id, type: 'project.saved' })).toBe(2);
      const different = await atOnce(3, ['甲', '乙', '丙', '丁']);
      expect(different.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
      expect((await view(id)).version).toBe(4);
    });

    it('refuse bad input by its field', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const member = { name: '王', role: '研发', mail: '', isCore: true };
      const cases: [Record<string, unknown>, string, string][] = [
        [{ title: 'x'.repeat(100_000) }, 'common.text_too_long', 'title'],
        [{ summary: 'x'.repeat(5001) }, 'common.text_too_long', 'summary'],
        [{ colour: 'red' }, 'common.unknown_field', 'colour'],
        [{ members: Array.from({ length: 10_000 }, () => member) }, 'common.list_too_long', 'members'],
        [{ members: [{ ...member, share: 10_001 }] }, 'common.number_out_of_range', 'members.0.share'],
        [{ members: [{ ...member, share: 33.3 }] }, 'common.not_an_integer', 'members.0.share'],
        [{ language: 'fr' }, 'common.not_a_choice', 'language'],
        [{ division: 'CAR', field: null }, 'project.not_in_edition', 'division'],
        [{ field: 'DRUG' }, 'project.field_of_other_division', 'field'],
        [{ landing: ['130102', '000000'] }, 'project.unknown_county', 'landing.1'],
        [{ organisation: { name: '', country: 'UK', code: '' } }, 'project.unknown_country', 'organisation.country'],
        [{ organisation: { name: '', country: 'XX', code: '' } }, 'project.unknown_country', 'organisation.country'],
      ];
      for (const [change, code, field] of cases) expectRefused(await save(id, 2, change), 422, code, field);
      const endless = JSON.stringify(projectContent({ members: [{ ...member, share: 7 }] })).replace(':7', ':1e309');
      const answer = await entrant
        .put(`${API}/projects/${id}`)
        .set({ 'If-Match': '"2"', 'Content-Type': 'application/json' })
        .send(endless);
      expectRefused(answer, 422, 'common.not_an_integer', 'members.0.share');
      expect((await view(id)).version).toBe(2);
    });

    it('are nobody else’s, staff included', async () => {
      const id = await draftProject(entrant, edition.code);
      const { browser: other } = await signedIn(app, '李四');
      for (const browser of [other, edition.organiser]) {
        expectRefused(await browser.get(`${API}/projects/${id}`), 404, 'common.not_found');
        expectRefused(await save(id, 2, {}, browser), 404, 'common.not_found');
        expectRefused(await submitProject(browser, id, 2), 404, 'common.not_found');
        expectRefused(
          await browser.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"2"'),
          404,
          'common.not_found',
        );
      }
      expectRefused(await app.browser().get(`${API}/projects/${id}`), 401, 'common.unauthenticated');
    });

    it('begin only while registration is open', async () => {
      const other = await openEdition(app, freshCode());
      const create = () =>
        entrant.post(`${API}/projects`).send({ id: randomUUID(), edition: other.code, language: 'zh' });
      await setStageDates(app, other.id, 'REG', { opensAt: inHours(1) });
      expectRefused(await create(), 409, 'project.registration_not_yet_open');
      await setStageDates(app, other.id, 'REG', { opensAt: inHours(-2), closesAt: inHours(-1) });
      expectRefused(await create(), 409, 'project.deadline_passed');
      expectRefused(
        await entrant.post(`${API}/projects`).send({ id: randomUUID(), edition: 'NONE', language: 'zh' }),
        404,
        'common.not_found',
      );
    });
  });

  describe('materials', () => {
    it('are limited by kind: type, size, count', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const add = (kind: string, fileId: string) =>
        entrant.post(`${API}/projects/${id}/materials`).send({ kind, fileId });
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      const image = await upload(entrant, 'project.material', 'plan.png', png);
      expectRefused(await add('PLAN', image), 415, 'files.type_mismatch', 'fileId');
      const big = await upload(entrant, 'project.material', 'e.pdf', pdfOf(10 * 1024 * 1024 + 1));
      const refused = await add('EQUITY', big);
      expectRefused(refused, 413, 'files.too_large', 'fileId');
      expect(refused.body.detail).toBe('文件过大，最多 10 MB。');
      const [one, two] = [
        await upload(entrant, 'project.material', 'a.pdf', pdfOf()),
        await upload(entrant, 'project.material', 'b.pdf', pdfOf()),
      ];
      await add('PLAN', one!).expect(201);
      await add('PLAN', one!).expect(201);
      expectRefused(await add('PLAN', two!), 409, 'project.material_full', 'fileId');
      await entrant
        .post(`${API}/projects/${id}/materials`)
        .send({ kind: 'PLAN', fileId: two, replaces: one })
        .expect(201);
      expectRefused(await add('NONE', two!), 422, 'project.not_in_edition', 'kind');
      expectRefused(await add('DECK', randomUUID()), 422, 'files.not_usable', 'fileId');
      expect((await view(id)).content.materials).toEqual([
        { kind: 'PLAN', fileId: two, name: 'b.pdf', size: pdfOf().length, personal: false },
      ]);
    });

    it('of another’s upload are refused, and so are files above every limit', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const { browser: other } = await signedIn(app, '李四');
      const fileId = await upload(other, 'project.material', 'a.pdf', pdfOf());
      expectRefused(
        await entrant.post(`${API}/projects/${id}/materials`).send({ kind: 'PLAN', fileId }),
        422,
        'files.not_usable',
        'fileId',
      );
      const before = await manager().count(StoredFile);
      expectRefused(
        await entrant.post(`${API}/files/tus`).set({
          'tus-resumable': '1.0.0',
          'upload-length': String(2 ** 31),
          'upload-metadata': `purpose ${Buffer.from('project.material').toString('base64')},filename YQ==`,
        }),
        413,
        'files.too_large',
      );
      expect(await manager().count(StoredFile)).toBe(before);
    });

    it('that are hostile are kept out, and leave the draft as it was', async () => {
      const id = await draftProject(entrant, edition.code);
      const before = await view(id);
      const table = await writeWorkbook([{ name: '报表', columns: [{ header: '收入' }], rows: [['1']] }]);
      const script = pdfOf()
        .toString('latin1')
        .replace('/Catalog', '/Catalog /OpenAction << /S /JavaScript /JS (x) >>');
      for (const [kind, name, content, status, code] of [
        [
          'FINANCE',
          '财务报表.xlsx',
          declaring(table, 'xl/worksheets/sheet1.xml', 100 << 20),
          422,
          'files.archive_unsafe',
        ],
        ['DECK', '路演.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 415, 'files.type_mismatch'],
        ['DECK', '路演.pdf', Buffer.from(script, 'latin1'), 422, 'files.active_content'],
      ] as const) {
        const sent = await sendFile(entrant, 'project.material', name, content);
        expectRefused(sent, status, code);
        const add = entrant.post(`${API}/projects/${id}/materials`).send({ kind, fileId: sent.id });
        expectRefused(await add, status, code, 'fileId');
        expectRefused(await entrant.get(`${API}/files/${sent.id}`), status, code);
      }
      expect(await view(id)).toEqual(before);
    });

    it('can be taken away and replaced; what was handed in stays', async () => {
      const id = await submitted();
      const fileId = (await view(id)).content.materials[0].fileId;
      expectRefused(await entrant.delete(`${API}/projects/${id}/materials/${fileId}`), 409, 'project.not_editable');
      const { browser: checker } = await checkerIn('edition');
      await checker.post(`${API}/projects/${id}/return`).send(returning()).expect(200);
      await entrant.delete(`${API}/projects/${id}/materials/${fileId}`).expect(204);
      await entrant.delete(`${API}/projects/${id}/materials/${fileId}`).expect(204);
      const second = await upload(entrant, 'project.material', 'second.pdf', pdfOf());
      await entrant.post(`${API}/projects/${id}/materials`).send({ kind: 'PLAN', fileId: second }).expect(201);
      await checker.get(`${API}/files/${fileId}`).expect(200);
      expectRefused(await checker.get(`${API}/files/${second}`), 404, 'common.not_found');
      expect((await view(id, checker)).content.materials).toMatchObject([{ fileId }]);
      expect(await manager().findOneByOrFail(StoredFile, { id: fileId })).toMatchObject({
        subjectId: id,
        expiresAt: null,
      });
    });
  });

  describe('handing in', () => {
    it('numbers, keeps, acknowledges and records', async () => {
      const id = await draftProject(entrant, edition.code);
      const { body } = await submitProject(entrant, id, 2).expect(200);
      expect(body.number).toMatch(new RegExp(`^${edition.code}-EIT-\\d{4}$`));
      expect(body).toMatchObject({ submission: 1, version: 3 });
      const project = await view(id);
      expect(project).toMatchObject({ state: 'submitted', number: body.number, actions: ['withdraw'], missing: [] });
      expect(project.history.map((item: { kind: string }) => item.kind)).toEqual(['created', 'submitted']);
      const stored = await manager().findOneByOrFail(ProjectSubmission, { projectId: id });
      expect(stored.snapshot).toMatchObject({ title: '面向北斗的高精度授时芯片', materials: [{ kind: 'PLAN' }] });
      const mail = await lastMessage(app, person.mail);
      expect(mail).toContain(body.number);
      expect(mail).toContain('(Asia/Shanghai)');
      const events = await manager().findBy(StoredEvent, {
        subjectType: 'project',
        subjectId: id,
        type: 'project.submitted',
      });
      expect(events.map(({ payload, actorId }) => ({ payload, actorId }))).toEqual([
        { payload: { number: body.number, submission: 1 }, actorId: person.id },
      ]);
    });

    it('names everything that is missing, and keeps nothing', async () => {
      const id = await draftProject(
        entrant,
        edition.code,
        {
          summary: '',
          undertaking: false,
          organisation: { name: '某公司', country: 'CN', code: '91130100MA00000013' },
        },
        false,
      );
      const answer = await submitProject(entrant, id, 2);
      expectRefused(answer, 422, 'project.incomplete');
      expect(answer.body.fields.map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`)).toEqual(
        [
          'summary: common.required',
          'organisation.code: project.bad_credit_code',
          'materials.PLAN: project.material_missing',
          'undertaking: project.undertaking_needed',
        ],
      );
      expect(await view(id)).toMatchObject({ state: 'draft', version: 2, number: null });
    });

    it('ask for the undertaking again once its wording is another than was confirmed, and keep which it was', async () => {
      const own = await openEdition(app, freshCode());
      const path = `${API}/editions/${own.code}`;
      const wording = async () => (await entrant.get(path).expect(200)).body.undertakingDigest as string;
      const [unaware, again] = [await draftProject(entrant, own.code), await draftProject(entrant, own.code)];
      const first = await wording();
      expect((await view(unaware)).content.undertakingDigest).toBe(first);
      const { body: file } = await own.organiser.get(`${path}/file`).expect(200);
      file.undertaking.zh += '并承诺不含涉密内容。';
      const { body: preview } = await own.organiser.post(`${path}/change/preview`).send({ file }).expect(200);
      await own.organiser
        .post(`${path}/change`)
        .set('If-Match', `"${preview.version}"`)
        .send({ file, reason: '补充保密要求' })
        .expect(200);
      const second = await wording();
      expect(second).not.toBe(first);
      expect((await view(unaware)).missing).toMatchObject([
        { field: 'undertaking', code: 'project.undertaking_changed' },
      ]);
      // A page that was open meanwhile goes on saving what was confirmed there.
      await save(unaware, 2, { undertakingDigest: first }).expect(200);
      await save(unaware, 3).expect(200);
      const refused = await submitProject(entrant, unaware, 4);
      expectRefused(refused, 422, 'project.undertaking_changed', 'undertaking');
      await save(again, 2, { undertakingDigest: second }).expect(200);
      await submitProject(entrant, again, 3).expect(200);
      const snapshot = async () =>
        (await manager().findOneByOrFail(ProjectSubmission, { projectId: again })).snapshot.undertakingDigest;
      expect(await snapshot()).toBe(second);
      await save(unaware, 4, { undertaking: false }).expect(200);
      await save(unaware, 5, { undertaking: true }).expect(200);
      await submitProject(entrant, unaware, 6).expect(200);
      expectRefused(await save(again, 4, { undertakingDigest: 'yes' }), 422, 'common.bad_format', 'undertakingDigest');
    });

    it('answers a repeated request with the first receipt, even after the deadline', async () => {
      const other = await openEdition(app, freshCode());
      const id = await draftProject(entrant, other.code);
      const key = randomUUID();
      const first = await submitProject(entrant, id, 2, key).expect(200);
      await setStageDates(app, other.id, 'REG', { closesAt: inHours(-1), opensAt: inHours(-2) });
      const again = await submitProject(entrant, id, 2, key).expect(200);
      expect(again.body).toEqual(first.body);
      expectRefused(await submitProject(entrant, id, 3), 409, 'project.action_not_allowed');
      expect(await manager().countBy(ProjectSubmission, { projectId: id })).toBe(1);
      expect(
        await manager().countBy(Notice, {
          template: 'project.submitted',
          noticeKey: `project.submitted:${id}:1`,
          channel: 'mail',
        }),
      ).toBe(1);
    });

    it('of ten at once happens once', async () => {
      const id = await draftProject(entrant, edition.code);
      const key = randomUUID();
      const same = await Promise.all(Array.from({ length: 5 }, () => submitProject(entrant, id, 2, key)));
      const others = await Promise.all(Array.from({ length: 5 }, () => submitProject(entrant, id, 2)));
      expect(same.map(({ status }) => status)).toEqual(Array(5).fill(200));
      expect(new Set(same.map(({ body }) => body.number)).size).toBe(1);
      expect(others.map(({ status }) => status)).toEqual(Array(5).fill(409));
      expect(await manager().countBy(ProjectSubmission, { projectId: id })).toBe(1);
    });

    it('of many at once gives each a number of its own', async () => {
      const ids = [];
      for (let index = 0; index < 6; index += 1) ids.push(await draftProject(entrant, edition.code));
      const answers = await Promise.all(ids.map((id) => submitProject(entrant, id, 2)));
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
      expect(new Set(answers.map(({ body }) => body.number)).size).toBe(6);
    });

    it('counts by when it reached the server, however long its turn then takes', async () => {
      const { id: editionId, code } = await openEdition(app, freshCode());
      const ids: string[] = [];
      for (let index = 0; index < 12; index += 1) ids.push(await draftProject(entrant, code));
      const secondOf = (moment: number) => Math.floor(moment / 1000) * 1000;
      const resolver = app.get<ActorResolver>(ACTOR_RESOLVER);
      const resolve = resolver.resolve.bind(resolver);
      let closed: Promise<void> | undefined;
      const close = async () => {
        await vi.waitUntil(() => waits.mock.calls.length === ids.length, { timeout: 20_000 });
        const arrived = secondOf(Date.now());
        await setStageDates(app, editionId, 'REG', { closesAt: new Date(arrived) });
        await vi.waitUntil(() => secondOf(Date.now()) > arrived, { timeout: 5000 });
      };
      const waits = vi.spyOn(resolver, 'resolve').mockImplementation(async (token) => {
        await (closed ??= close());
        return resolve(token);
      });
      const answers = await Promise.all(ids.map((id) => submitProject(entrant, id, 2)));
      waits.mockRestore();
      expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
      for (const { body } of answers) expect(Date.parse(body.at)).toBeLessThan(secondOf(Date.now()));
    });

    it('asks for its turn again where none comes: sent away, it would come again after the deadline', async () => {
      const id = await draftProject(entrant, edition.code);
      const work = app.get(UnitOfWork);
      const run = work.run.bind(work);
      const busy = vi.spyOn(work, 'run').mockRejectedValueOnce(failure('common.busy')).mockImplementation(run);
      await submitProject(entrant, id, 2).expect(200);
      busy.mockRestore();
    });

    it('is refused after the deadline, which is told in the edition’s zone, and the draft stays', async () => {
      const other = await openEdition(app, freshCode());
      const id = await draftProject(entrant, other.code);
      const closesAt = new Date('2026-01-31T09:30:00Z');
      await setStageDates(app, other.id, 'REG', { opensAt: new Date('2026-01-01T00:00:00Z'), closesAt });
      const answer = await submitProject(entrant, id, 2);
      expectRefused(answer, 409, 'project.deadline_passed');
      expect(answer.body.detail).toContain('2026-01-31 17:30:00 (Asia/Shanghai)');
      expect(answer.body.data).toEqual({ at: closesAt.toISOString(), timeZone: 'Asia/Shanghai' });
      await save(id, 2, { title: '截止后的修改' }).expect(200);
      expect(await view(id)).toMatchObject({ state: 'draft', actions: ['edit', 'withdraw'], window: { open: false } });
    });

    it('needs a version and a key', async () => {
      const id = await draftProject(entrant, edition.code);
      expectRefused(
        await entrant.post(`${API}/projects/${id}/submit`).set('If-Match', '"2"'),
        422,
        'common.required',
        'Idempotency-Key',
      );
      expectRefused(
        await entrant.post(`${API}/projects/${id}/submit`).set('Idempotency-Key', randomUUID()),
        412,
        'common.version_required',
      );
      expectRefused(await submitProject(entrant, id, 1), 412, 'common.stale');
    });

    it('closes the project to changes', async () => {
      const id = await submitted();
      expectRefused(await save(id, 3), 409, 'project.not_editable');
    });
  });

  describe('withdrawing', () => {
    it('ends a project, and says so by mail', async () => {
      const id = await submitted();
      await entrant.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"3"').expect(204);
      const project = await view(id);
      expect(project).toMatchObject({ state: 'withdrawn', actions: [] });
      expect(await lastMessage(app, person.mail)).toContain('撤回');
      expectRefused(
        await entrant.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"4"'),
        409,
        'project.action_not_allowed',
      );
      const again = await submitProject(entrant, id, 4);
      expectRefused(again, 409, 'project.action_not_allowed');
      expect(again.body.detail).toContain('项目目前为“已撤回”');
      const { browser: checker } = await checkerIn('edition');
      expectRefused(
        await checker.post(`${API}/projects/${id}/accept`).send({ submission: 1 }),
        409,
        'eligibility.is_withdrawn',
      );
    });
  });

  describe('the eligibility check', () => {
    it('goes from return through correction to acceptance, with every step in the history', async () => {
      const other = await openEdition(app, freshCode());
      const id = await submitted({}, entrant, other.code);
      const { browser: checker } = await checkerIn('edition', '', other.id);
      const queue = async () => (await checker.get(`${API}/editions/${other.code}/eligibility`).expect(200)).body;
      expect(await queue()).toMatchObject({ total: 1, items: [{ id, state: 'submitted', submissions: 1 }] });
      await checker.post(`${API}/projects/${id}/return`).send(returning()).expect(200);
      expect(await queue()).toMatchObject({ total: 0, items: [] });
      const mail = await lastMessage(app, person.mail);
      expect(mail).toContain('材料缺失或不完整');
      expect(mail).toContain('请补充专利证书。');

      await setStageDates(app, other.id, 'REG', { opensAt: inHours(-2), closesAt: inHours(-1) });
      const returned = await view(id);
      expect(returned).toMatchObject({
        state: 'returned',
        actions: ['edit', 'submit', 'withdraw'],
        window: { open: true },
      });
      await save(id, returned.version, { title: '补正后的标题' }).expect(200);
      expect((await view(id, checker)).content.title).toBe('面向北斗的高精度授时芯片');
      const again = await submitProject(entrant, id, returned.version + 1).expect(200);
      expect(again.body).toMatchObject({ submission: 2, number: returned.number });

      expectRefused(
        await checker.post(`${API}/projects/${id}/accept`).send({ submission: 1 }),
        409,
        'eligibility.other_submission',
      );
      await checker.post(`${API}/projects/${id}/accept`).send({ submission: 2 }).expect(200);
      const done = await view(id);
      expect(done.state).toBe('accepted');
      expect(done.history.map((item: { kind: string; submission?: number }) => [item.kind, item.submission])).toEqual([
        ['created', undefined],
        ['submitted', 1],
        ['returned', 1],
        ['submitted', 2],
        ['accepted', 2],
      ]);
      expect(done.history[2]).toMatchObject({ reason: { zh: '材料缺失或不完整' }, text: '请补充专利证书。' });
      expect(done.history[2]).not.toHaveProperty('by');
      expect((await view(id, checker)).history[2]).toMatchObject({ by: '审查员' });
      expect(await lastMessage(app, person.mail)).toContain('已通过资格审查');
    });

    it('takes a correction after its own deadline while registration takes others, and refuses it then', async () => {
      const id = await submitted();
      const { browser: checker } = await checkerIn('edition');
      await checker.post(`${API}/projects/${id}/return`).send(returning()).expect(200);
      const past = { correctionDueAt: inHours(-1) };
      const registration = (state: 'open' | 'closed') =>
        app.get(UnitOfWork).run(systemActor('test'), async (work) => {
          await work.manager.update(Project, id, past);
          await work.manager.update(EditionStage, { editionId: edition.id, kind: 'submission' }, { state });
        });
      await registration('closed');
      expectRefused(await submitProject(entrant, id, 4), 409, 'project.correction_deadline_passed');
      await registration('open');
      expect((await view(id, entrant)).window).toMatchObject({ open: true });
      await submitProject(entrant, id, 4).expect(200);
    });

    it('ends with a rejection and its reason', async () => {
      const id = await submitted();
      const { browser: checker } = await checkerIn('edition');
      await checker
        .post(`${API}/projects/${id}/reject`)
        .send({ submission: 1, reasonCode: 'duplicate', text: '与另一项目重复。' })
        .expect(200);
      const project = await view(id);
      expect(project).toMatchObject({ state: 'rejected', actions: [] });
      expect(project.history.at(-1)).toMatchObject({ kind: 'rejected', reason: { zh: '重复申报' } });
      expectRefused(await submitProject(entrant, id, 4), 409, 'project.action_not_allowed');
    });

    it('asks for reason, words and a fair deadline', async () => {
      const id = await submitted();
      const { browser: checker } = await checkerIn('edition');
      const back = (change: object) => checker.post(`${API}/projects/${id}/return`).send(returning(change));
      expectRefused(await back({ reasonCode: 'duplicate' }), 422, 'common.not_a_choice', 'reasonCode');
      expectRefused(await back({ text: ' ' }), 422, 'common.required', 'text');
      expectRefused(await back({ dueAt: inHours(0.5).toISOString() }), 422, 'eligibility.due_too_soon', 'dueAt');
      expectRefused(await back({ dueAt: inHours(24 * 61).toISOString() }), 422, 'eligibility.due_too_far', 'dueAt');
      expectRefused(await back({ dueAt: '2026-01-01' }), 422, 'common.not_a_date', 'dueAt');
      expectRefused(
        await checker.post(`${API}/projects/${id}/reject`).send({ submission: 1, text: 'x' }),
        422,
        'common.required',
        'reasonCode',
      );
      expect((await view(id)).state).toBe('submitted');
    });

    it('lets one of many checkers decide', async () => {
      const id = await submitted();
      const checkers = await Promise.all(Array.from({ length: 4 }, () => checkerIn('edition')));
      const answers = await Promise.all(
        checkers.map(({ browser }, index) =>
          index % 2
            ? browser.post(`${API}/projects/${id}/accept`).send({ submission: 1 })
            : browser.post(`${API}/projects/${id}/return`).send(returning()),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      expect(await manager().countBy(EligibilityDecision, { projectId: id })).toBe(1);
      for (const { body, status } of answers)
        if (status === 409) expect(body.code).toMatch(/^eligibility\.is_(accepted|returned)$/);
    });

    it('is kept from whoever belongs to the project', async () => {
      const { browser: checker, person: own } = await checkerIn('edition');
      const members = [{ name: '审查员', role: '顾问', mail: own.mail.toUpperCase(), isCore: true }];
      const id = await submitted({ members });
      expectRefused(await checker.get(`${API}/projects/${id}`), 403, 'project.recused');
      expectRefused(await checker.post(`${API}/projects/${id}/accept`).send({ submission: 1 }), 403, 'project.recused');
      const mine = await submitted({}, checker);
      expectRefused(
        await checker.post(`${API}/projects/${mine}/reject`).send({ submission: 1, reasonCode: 'other', text: 'x' }),
        403,
        'eligibility.conflict',
      );
    });

    it('ends at the checker’s region and division', async () => {
      const id = await submitted({ region: 'XA', division: 'BIO', field: 'TCM' });
      for (const [scopeType, inside, outside] of [
        ['region', 'XA', 'HZ'],
        ['division', 'BIO', 'FOOD'],
      ] as const) {
        const near = (await checkerIn(scopeType, inside)).browser;
        const far = (await checkerIn(scopeType, outside)).browser;
        await near.get(`${API}/projects/${id}`).expect(200);
        expectRefused(await far.get(`${API}/projects/${id}`), 404, 'common.not_found');
        expectRefused(await far.post(`${API}/projects/${id}/accept`).send({ submission: 1 }), 404, 'common.not_found');
        expect((await near.get(`${API}/editions/${edition.code}/eligibility`)).body.total).toBe(1);
        expect((await far.get(`${API}/editions/${edition.code}/eligibility`)).body.total).toBe(0);
      }
      const { browser: elsewhere } = await checkerIn('region', 'XA', '01890000-0000-7000-8000-000000000000');
      expectRefused(await elsewhere.get(`${API}/editions/${edition.code}/eligibility`), 404, 'common.not_found');
      expectRefused(await entrant.get(`${API}/editions/${edition.code}/eligibility`), 403, 'common.forbidden');
      expectRefused(
        await entrant.post(`${API}/projects/${id}/accept`).send({ submission: 1 }),
        403,
        'common.forbidden',
      );
    });
  });

  describe('lists', () => {
    it('page through what was handed in, in order, each once', async () => {
      const other = await openEdition(app, freshCode());
      const ids = [];
      for (const division of ['EIT', 'BIO', 'EIT', 'BIO', 'EIT'])
        ids.push(
          await submitted(
            {
              division,
              field: division === 'EIT' ? 'IC' : 'TCM',
              title: `项目 100%_${division}`,
            },
            entrant,
            other.code,
          ),
        );
      await draftProject(entrant, other.code);
      const list = async (query: object) =>
        (await other.organiser.get(`${API}/editions/${other.code}/projects`).query(query).expect(200)).body;
      for (const sort of ['submittedAt', '-submittedAt', 'number', '-number']) {
        const seen: { id: string; submittedAt: string; number: string }[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ sort, limit: 2, ...(cursor ? { cursor } : {}) });
          expect(page.total).toBe(5);
          seen.push(...page.items);
          cursor = page.next;
        } while (cursor);
        expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids));
        const keys = seen.map((row) => (sort.endsWith('At') ? row.submittedAt : row.number));
        expect(keys).toEqual(sort.startsWith('-') ? [...keys].sort().reverse() : [...keys].sort());
      }
      expect((await list({ division: 'BIO' })).total).toBe(2);
      expect((await list({ division: 'BIO', region: 'XA' })).total).toBe(0);
      expect((await list({ state: 'accepted' })).total).toBe(0);
      expect((await list({ group: 'ENT', state: 'submitted' })).total).toBe(5);
      expect((await list({ q: '１００%_bio' })).total).toBe(2);
      expect((await list({ q: '0%%' })).total).toBe(0);
      expect((await list({ q: `${other.code}-eit` })).total).toBe(3);
    });

    it('say to staff what was handed in last, also while their entrant corrects them', async () => {
      const other = await openEdition(app, freshCode());
      const { browser: checker } = await checkerIn('edition', '', other.id);
      const id = await submitted({ title: '提交时的名称' }, entrant, other.code);
      await checker.post(`${API}/projects/${id}/return`).send(returning()).expect(200);
      const { version } = (await entrant.get(`${API}/projects/${id}`).expect(200)).body;
      const change = projectContent({ title: '还没有提交的名称', division: 'BIO', field: 'TCM' });
      await entrant.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(change).expect(200);
      const { items } = (await checker.get(`${API}/editions/${other.code}/projects`).expect(200)).body;
      expect(items).toMatchObject([{ id, title: '提交时的名称', division: 'EIT', state: 'returned' }]);
      const mine = (await entrant.get(`${API}/projects/mine`).expect(200)).body as { id: string; title: string }[];
      expect(mine.find((one) => one.id === id)).toMatchObject({ title: '还没有提交的名称' });
    });

    it('keep a returned project with who checks it, wherever its draft puts it, until it is handed in again', async () => {
      const other = await openEdition(app, freshCode());
      const [here, there] = [await checkerIn('region', 'BJ', other.id), await checkerIn('region', 'XA', other.id)];
      const id = await submitted({ region: 'BJ' }, entrant, other.code);
      await here.browser.post(`${API}/projects/${id}/return`).send(returning()).expect(200);
      const own = async () => (await entrant.get(`${API}/projects/${id}`).expect(200)).body;
      const put = async (change: Record<string, unknown>) => {
        const { version } = await own();
        const content = projectContent(change);
        await entrant.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(content).expect(200);
      };
      const reached = async () =>
        Promise.all([here, there].map(async ({ browser }) => (await browser.get(`${API}/projects/${id}`)).status));
      for (const region of ['XA', null]) {
        await put({ region });
        expect((await own()).content.region).toBe(region);
        expect(await reached()).toEqual([200, 404]);
        expect((await here.browser.get(`${API}/projects/${id}`).expect(200)).body.content.region).toBe('BJ');
        expect((await here.browser.get(`${API}/editions/${other.code}/projects`).expect(200)).body.total).toBe(1);
      }
      await put({ region: 'XA', division: 'BIO', field: 'TCM' });
      await submitProject(entrant, id, (await own()).version).expect(200);
      expect(await reached()).toEqual([404, 200]);
      expect((await there.browser.get(`${API}/projects/${id}`).expect(200)).body.content).toMatchObject({
        region: 'XA',
        division: 'BIO',
        field: 'TCM',
      });
      expect((await own()).content).toMatchObject({ region: 'XA', division: 'BIO', field: 'TCM' });
    });

    it('cost as many statements for three projects as for one', async () => {
      const other = await openEdition(app, freshCode());
      const { browser: checker } = await checkerIn('edition', '', other.id);
      const lists = [`/editions/${other.code}/projects`, `/editions/${other.code}/eligibility`];
      const costs = async () => {
        const found: number[] = [];
        for (const path of lists)
          found.push(await countQueries(app, 'projects', () => checker.get(API + path).expect(200)));
        found.push(await countQueries(app, 'projects', () => entrant.get(`${API}/projects/mine`).expect(200)));
        return found;
      };
      await submitted({}, entrant, other.code);
      const one = await costs();
      await submitted({}, entrant, other.code);
      await submitted({}, entrant, other.code);
      expect(one).toEqual([3, 3, 1]);
      expect(await costs()).toEqual(one);
    });

    it('refuse a bad cursor, an unknown filter and sort', async () => {
      const list = (query: object) => edition.organiser.get(`${API}/editions/${edition.code}/projects`).query(query);
      expectRefused(await list({ cursor: 'x' }), 422, 'common.bad_cursor', 'cursor');
      expectRefused(
        await list({ cursor: Buffer.from('["yesterday","x"]').toString('base64url') }),
        422,
        'common.bad_cursor',
        'cursor',
      );
      expectRefused(await list({ colour: 'red' }), 422, 'common.unknown_field', 'colour');
      expectRefused(await list({ sort: 'title' }), 422, 'common.not_a_choice', 'sort');
      expectRefused(await list({ limit: '1000' }), 422, 'common.number_out_of_range', 'limit');
      expectRefused(await entrant.get(`${API}/editions/${edition.code}/projects`), 403, 'common.forbidden');
    });

    it('of one’s own hold drafts and deadlines, and nobody else’s', async () => {
      const { browser } = await signedIn(app, '王五');
      const [draft, done] = [await draftProject(browser, edition.code), await submitted({}, browser)];
      const { body } = await browser.get(`${API}/projects/mine`).expect(200);
      expect(
        body.map((row: { id: string; state: string; deadline: string | null }) => [
          row.id,
          row.state,
          row.deadline !== null,
        ]),
      ).toEqual([
        [done, 'submitted', false],
        [draft, 'draft', true],
      ]);
    });
  });

  describe('personal data', () => {
    it('is handed over on request, and erased with the person', async () => {
      const { browser, person: leaving } = await signedIn(app, '钱七');
      const draft = await draftProject(browser, edition.code);
      const withProof = async (owner: Browser, member: object) => {
        const id = await draftProject(owner, edition.code, { members: [member] });
        const proof = await addMaterial(owner, id, 'PROOF', '护照.pdf');
        await submitProject(owner, id, 2).expect(200);
        return { id, proof };
      };
      const lead = { name: '钱七', role: '负责人', mail: leaving.mail, isCore: true };
      const { id: done, proof } = await withProof(browser, lead);
      const { id: team, proof: other } = await withProof(entrant, { ...lead, role: '顾问' });
      const data = app.get(PersonalData);
      const held = (await data.export(leaving.id)) as { projects: { own: object[]; memberships: object[] } };
      expect(held.projects.own).toHaveLength(2);
      expect(JSON.stringify(held.projects.own)).toContain('护照.pdf');
      expect(held.projects.memberships).toHaveLength(2);
      await app.get(UnitOfWork).run(systemActor('test'), (work) => data.erase(work, leaving.id));
      expect(await manager().findOneBy(Project, { id: draft })).toBeNull();
      expect(await manager().findOneByOrFail(Project, { id: done })).toMatchObject({ state: 'withdrawn' });
      for (const projectId of [done, team]) {
        const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId });
        expect(snapshot.members).toMatchObject([{ name: '—', mail: '' }]);
        expect(JSON.stringify(snapshot)).not.toContain(leaving.mail);
        expect(snapshot.materials.map(({ kind }) => kind)).toEqual(['PLAN']);
      }
      expect((await view(team)).content.materials).toMatchObject([{ kind: 'PLAN' }]);
      for (const id of [proof, other])
        expect(await manager().findOneByOrFail(StoredFile, { id })).toMatchObject({
          subjectId: null,
          expiresAt: expect.any(Date),
        });
    });

    it('is not looked at unrecorded', async () => {
      const id = await submitted();
      const { browser: checker, person: reader } = await checkerIn('edition');
      await view(id, checker);
      await view(id);
      const looks = await manager().findBy(StoredEvent, { type: 'project.viewed', subjectId: id });
      expect(looks.map(({ actorId }) => actorId)).toEqual([reader.id]);
    });
  });

  describe('tasks', () => {
    const tasksOf = async (browser: Browser) =>
      (await browser.get(`${API}/tasks`).expect(200)).body.items as { kind: string; count?: number; href: string }[];

    it('are drafts to finish, corrections to make, projects to check, editions to open', async () => {
      const other = await openEdition(app, freshCode());
      const { browser } = await signedIn(app, '赵六');
      const id = await draftProject(browser, other.code);
      expect(await tasksOf(browser)).toMatchObject([{ kind: 'project.submit', href: `/projects/${id}/edit` }]);
      await submitProject(browser, id, 2).expect(200);
      expect(await tasksOf(browser)).toEqual([]);
      const { browser: checker } = await checkerIn('edition', '', other.id);
      expect(await tasksOf(checker)).toMatchObject([
        {
          kind: 'project.check',
          count: 1,
          href: `/staff/editions/${other.code}/eligibility`,
          since: expect.any(String),
        },
      ]);
      const { browser: organiser } = await signedIn(app, '组织者', [
        { role: 'contest_organiser', scopeType: 'edition', scopeId: other.id },
      ]);
      expect(await tasksOf(organiser)).toContainEqual(
        expect.objectContaining({
          kind: 'stage.close',
          href: `/staff/editions/${other.code}`,
          dueAt: expect.any(String),
        }),
      );
      await checker.post(`${API}/projects/${id}/return`).send(returning()).expect(200);
      expect(await tasksOf(browser)).toMatchObject([{ kind: 'project.correct' }]);
      expect(await tasksOf(checker)).toEqual([]);
    });
  });
});
