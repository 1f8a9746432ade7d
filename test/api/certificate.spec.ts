import { execFileSync } from 'node:child_process';
import { CertificatePersonalData } from '@haishi/contest/certificate/certificate.personal-data';
import { Certificate } from '@haishi/contest/certificate/certificate.entity';
import { Project } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import {
  Database,
  ENVIRONMENT,
  type Environment,
  Job,
  Jobs,
  Notice,
  readTable,
  StoredEvent,
  systemActor,
  UnitOfWork,
} from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { exhaust } from '../support/limits.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { countQueries } from '../support/queries.js';
import { expectRefused, signedIn } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { decidedStage, endNoticeDays, nameCore, publishDecision, publishNotice } from './published-stage.js';
import { importEdition } from './roadshow-session.js';

const FIELD = { 甲: [30], 乙: [28], 丙: [26, { division: 'BIO' }] } as const;
const PLAN = { mode: 'total', size: 3, wildcards: 0, waiting: 0, cutTies: 'order' };

eachEngine('certificates', (engine) => {
  let app: TestApp;
  let anybody: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    anybody = app.browser();
  });
  afterAll(() => app.close());

  async function setUp(concluded = true) {
    const stage = await decidedStage(app, FIELD, PLAN);
    const owner = await signedIn(app, '参赛者');
    const { 甲: first } = stage.projects;
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(first!.id) }, { ownerId: owner.person.id }),
      );
    await nameCore(app, first!, '张三丰');
    await publishDecision(stage);
    const notice = await publishNotice(stage, { kind: 'awards' });
    const { browser: citizen } = await signedIn(app, '市民');
    const objection = { statement: '丙项目的知识产权归属有争议。', projectId: stage.projects['丙']!.id };
    await citizen.post(`/api/v1/public-notices/${notice}/objections`).send(objection).expect(201);
    const { body: desk } = await stage.organiser.get(`${stage.path}/public-notices`).expect(200);
    await stage.organiser
      .post(`/api/v1/notice-objections/${desk.notices[0].objections[0].id}/answer`)
      .send({ outcome: 'upheld', answer: '经查属实。', strike: true })
      .expect(204);
    if (concluded) await conclude(stage.organiser, notice);
    return { ...stage, owner, notice, first: first! };
  }
  type Setting = Awaited<ReturnType<typeof setUp>>;

  async function conclude(organiser: Browser, notice: string): Promise<void> {
    await endNoticeDays(app, notice);
    await organiser.post(`/api/v1/public-notices/${notice}/conclude`).set('If-Match', '"1"').send({}).expect(204);
  }
  const issue = ({ organiser, notice }: Setting) =>
    organiser.post(`/api/v1/public-notices/${notice}/certificates`).send({});
  const stored = ({ first }: Setting) =>
    app.get(Database).manager.findOneByOrFail(Certificate, { projectId: Equal(first.id) });
  const verify = (code: string, browser = anybody) => browser.post('/api/v1/certificates/verify').send({ code });
  const pdf = (browser: Browser, id: string, language = 'zh') =>
    browser.get(`/api/v1/certificates/${id}/pdf?language=${language}`);

  it('are issued once the notice of awards is concluded, one to each project that was not struck off', async () => {
    const setting = await setUp(false);
    expectRefused(await issue(setting), 409, 'certificate.not_concluded');
    await conclude(setting.organiser, setting.notice);
    expect((await issue(setting).expect(201)).body).toEqual({ issued: 2 });
    expectRefused(await issue(setting), 409, 'certificate.nothing_to_issue');
    const { body } = await setting.organiser.get(`/api/v1/public-notices/${setting.notice}/certificates`).expect(200);
    expect(body.missing).toBe(0);
    expect(body.certificates.map((one: { title: string; award: { zh: string } }) => [one.title, one.award.zh])).toEqual(
      [
        ['甲', '一等奖'],
        ['乙', '二等奖'],
      ],
    );
    const numbers = body.certificates.map(({ number }: { number: string }) => number.split('-').at(-1));
    expect(numbers).toEqual(['A0001', 'A0002']);
    // Their list is turned, and looked through by what they say.
    const part = async (query: object) =>
      (await setting.organiser.get(`/api/v1/public-notices/${setting.notice}/certificates`).query(query).expect(200))
        .body;
    const first = await part({ limit: 1 });
    expect(first).toMatchObject({ issued: 2, total: 2, certificates: [{ title: '甲' }], toRevoke: [] });
    const second = await part({ limit: 1, cursor: first.next });
    expect([second.certificates.map(({ title }: { title: string }) => title), second.next]).toEqual([
      ['乙'],
      undefined,
    ]);
    for (const q of ['乙', 'a0002', body.certificates[1].number])
      expect(await part({ q })).toMatchObject({ issued: 2, total: 1, certificates: [{ title: '乙' }] });
    expect(await part({ q: '%' })).toMatchObject({ total: 0, certificates: [] });
    const told = { personId: Equal(setting.owner.person.id), template: 'certificate.issued' };
    await until(() => app.get(Database).manager.existsBy(Notice, told));
    // However many are told at once, they are looked up together.
    expect(await countQueries(app, 'persons', () => tellAgain(setting))).toBe(1);
    expect(await app.get(Database).manager.countBy(Notice, told)).toBe(2);
  });

  /** A server may die over the telling: another begins again. */
  async function tellAgain({ notice: noticeId }: Setting): Promise<void> {
    const id = await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => app.get(Jobs).enqueue(work, 'certificate.tell', { noticeId, after: 0 }));
    await until(() => app.get(Database).manager.existsBy(Job, { id, state: 'done' }));
  }

  it('are not issued for who advances', async () => {
    const setting = await setUp();
    const notice = await publishNotice(setting);
    await conclude(setting.organiser, notice);
    expectRefused(await issue({ ...setting, notice }), 409, 'certificate.not_concluded');
  });

  it('give two organisers who issue at once no number twice', async () => {
    const setting = await setUp();
    const both = await Promise.all([issue(setting), issue(setting)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are found and downloaded by who belongs to the project and by its organisers, and by nobody else', async () => {
    const setting = await setUp();
    await issue(setting).expect(201);
    const { id } = await stored(setting);
    const path = `/api/v1/projects/${setting.first.id}/certificates`;
    const { body } = await setting.owner.browser.get(path).expect(200);
    expect(body).toMatchObject([{ id, award: { zh: '一等奖' }, revokedAt: null }]);
    expect(body[0]).not.toHaveProperty('code');
    for (const browser of [setting.owner.browser, setting.organiser]) {
      const answer = await pdf(browser, id).expect(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.headers['content-disposition']).toContain('A0001-zh.pdf');
    }
    const twice = [await pdf(setting.organiser, id).buffer(true), await pdf(setting.owner.browser, id).buffer(true)];
    // What was drawn once is handed out again: a new one would bear another time.
    expect(twice[0]!.body).toEqual(twice[1]!.body);
    const often = await signedIn(app, '下载太多的组织者', [organiserOf(setting.editionId)]);
    await exhaust(app, 'paper', often.person.id);
    expectRefused(await pdf(often.browser, id), 429, 'common.too_many_files');
    const { browser: stranger } = await signedIn(app, '别人');
    expectRefused(await stranger.get(path), 404, 'common.not_found');
    expectRefused(await pdf(stranger, id), 404, 'common.not_found');
    expectRefused(await pdf(anybody, id), 401, 'common.unauthenticated');
    const checks = { role: 'checker', scopeType: 'edition', scopeId: setting.editionId } as const;
    const { browser: checker } = await signedIn(app, '审查员', [checks]);
    expectRefused(await pdf(checker, id), 404, 'common.not_found');
    expectRefused(await pdf(setting.owner.browser, newId()), 404, 'common.not_found');
    expectRefused(await pdf(setting.owner.browser, id, 'fr'), 422, 'common.invalid');
    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await pdf(other.browser, id), 404, 'common.not_found');
    expectRefused(await issue({ ...setting, organiser: other.browser }), 403, 'common.forbidden');
    const revoke = other.browser.post(`/api/v1/certificates/${id}/revoke`).send({ reason: '没有' });
    expectRefused(await revoke, 403, 'common.forbidden');
  });

  it('are among what the entrant may take along', async () => {
    const setting = await setUp();
    await issue(setting).expect(201);
    const holder = (personId: string) => app.get(CertificatePersonalData).export(personId);
    expect(await holder(setting.owner.person.id)).toMatchObject([{ title: '甲', award: { zh: '一等奖' } }]);
    expect(await holder(setting.person.id)).toEqual([]);
  });

  it.skipIf(!hasPoppler)('say in each language what was won by whom (needs pdftotext)', async () => {
    const setting = await setUp();
    await issue(setting).expect(201);
    const { id, code, number } = await stored(setting);
    const read = async (language: string) => {
      const { body } = await pdf(setting.owner.browser, id, language).buffer(true).expect(200);
      return execFileSync('pdftotext', ['-layout', '-', '-'], { input: body as Buffer, encoding: 'utf8' });
    };
    const printed = code.match(/.{4}/g)!.join('-');
    const chinese = await read('zh');
    const place = `${app.get<Environment>(ENVIRONMENT).publicUrl}/certificates/verify`;
    for (const words of ['荣誉证书', '一等奖', '张三丰', '项目《甲》', number, printed, place])
      expect(chinese).toContain(words);
    const english = await read('en');
    for (const words of ['Certificate of Honour', 'First prize', '张三丰', number, printed, place])
      expect(english).toContain(words);
  });

  it('are taken home as a list of awards with their state, by organisers alone, on record', async () => {
    const early = await setUp(false);
    const fileOf = ({ notice }: Setting) => `/api/v1/public-notices/${notice}/certificates/export`;
    expectRefused(await early.organiser.get(`${fileOf(early)}?format=csv`), 409, 'certificate.no_list');
    const setting = await setUp();
    const { organiser, first, projects, person } = setting;
    const file = fileOf(setting);
    const rows = async (browser = organiser, format = 'csv') =>
      readTable(await download(browser, `${file}?format=${format}`));
    const [header, ...before] = await rows();
    expect(header!.slice(0, 5)).toEqual(['奖项', '项目编号', '项目名称', '单位', '证书署名']);
    expect(before.map((row) => [row[0], row[2], row[8]])).toEqual([
      ['一等奖', '甲', '未颁发'],
      ['二等奖', '乙', '未颁发'],
    ]);
    await issue(setting).expect(201);
    const { id, number } = await stored(setting);
    await organiser.post(`/api/v1/certificates/${id}/revoke`).send({ reason: '经查材料不实' }).expect(204);
    const [, mine, next] = await rows(organiser, 'xlsx');
    expect(mine!.slice(0, 3)).toEqual(['一等奖', first.number, '甲']);
    expect([mine![4], mine![7], mine![8], mine![10]]).toEqual(['张三丰', number, '已撤销', '经查材料不实']);
    expect(mine![9]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?$/);
    expect([next![1], next![8]]).toEqual([projects['乙']!.number, '有效']);
    if (hasPoppler) {
      const text = packedText(await download(organiser, `${file}?format=pdf`));
      for (const said of ['获奖与证书名单', '依据第1号公示', '张三丰', number, '已撤销', '共2行'])
        expect(text).toContain(said);
    }
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(first.id) }, { ownerId: person.id }),
      );
    expect((await rows()).flat()).not.toContain('张三丰');
    expectRefused(await anybody.get(`${file}?format=csv`), 401, 'common.unauthenticated');
    expectRefused(await setting.owner.browser.get(`${file}?format=csv`), 403, 'common.forbidden');
    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await other.browser.get(`${file}?format=csv`), 403, 'common.forbidden');
    expectRefused(await organiser.get(`${file}?format=PDF`), 422, 'common.not_a_choice', 'format');
    const recorded = { type: 'certificate.exported', subjectId: Equal(setting.editionId) };
    expect(await app.get(Database).manager.countBy(StoredEvent, recorded)).toBe(hasPoppler ? 4 : 3);
  });

  it('are checked by whoever holds the code, who learns no full name', async () => {
    const setting = await setUp();
    await issue(setting).expect(201);
    const { code, number } = await stored(setting);
    const typed = code.match(/.{4}/g)!.join(' ').toLowerCase();
    const { body } = await verify(typed).expect(200);
    expect(body).toMatchObject({ number, title: '甲', award: { zh: '一等奖' }, members: ['张*丰'], revokedAt: null });
    expect(Object.keys(body)).not.toContain('id');
    for (const wrong of ['0000-0000-0000-0000', number, '甲'])
      expectRefused(await verify(wrong), 404, 'certificate.unknown_code');
    expectRefused(await verify(''), 422, 'common.invalid');
  });

  it('are revoked with a reason, and say so to whoever checks them', async () => {
    const setting = await setUp();
    await issue(setting).expect(201);
    const { id, code } = await stored(setting);
    const revoke = () => setting.organiser.post(`/api/v1/certificates/${id}/revoke`).send({ reason: '经查材料不实' });
    await revoke().expect(204);
    expectRefused(await revoke(), 409, 'certificate.revoked');
    expect((await verify(code).expect(200)).body).toMatchObject({ revokeReason: '经查材料不实' });
    expectRefused(await pdf(setting.owner.browser, id), 409, 'certificate.revoked');
    const { body } = await setting.owner.browser.get(`/api/v1/projects/${setting.first.id}/certificates`).expect(200);
    expect(body).toMatchObject([{ revokeReason: '经查材料不实' }]);
    expectRefused(await issue(setting), 409, 'certificate.nothing_to_issue');
  });

  it('are issued anew with what was wrong put right, each naming the other, once they are revoked', async () => {
    const setting = await setUp();
    const { organiser, owner, first } = setting;
    await issue(setting).expect(201);
    const issued = { personId: Equal(owner.person.id), template: 'certificate.issued' };
    await until(() => app.get(Database).manager.existsBy(Notice, issued));
    const old = await stored(setting);
    const text = { title: '甲', organisation: first.organisationName, members: ['张三豐', '李四'] };
    const reissue = (id: string, body: object = text, browser = organiser) =>
      browser.post(`/api/v1/certificates/${id}/reissue`).send(body);
    const said = await organiser.get(`/api/v1/certificates/${old.id}/text`).expect(200);
    expect(said.body).toEqual({ ...text, members: ['张三丰'] });
    expectRefused(await reissue(old.id), 409, 'certificate.not_revoked');
    await organiser.post(`/api/v1/certificates/${old.id}/revoke`).send({ reason: '姓名有误' }).expect(204);
    expectRefused(await reissue(old.id, { ...text, title: '' }), 422, 'common.required', 'title');
    expectRefused(
      await reissue(old.id, { ...text, members: ['长'.repeat(101)] }),
      422,
      'common.text_too_long',
      'members',
    );
    expectRefused(await reissue(newId()), 404, 'common.not_found');
    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await reissue(old.id, text, other.browser), 403, 'common.forbidden');
    expectRefused(await other.browser.get(`/api/v1/certificates/${old.id}/text`), 403, 'common.forbidden');
    const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(setting.editionId)]);
    await recuse(app, tied.person.id, first.id);
    expectRefused(await reissue(old.id, text, tied.browser), 403, 'certificate.conflict');

    const both = await Promise.all([reissue(old.id), reissue(old.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expectRefused(
      both.find(({ status }) => status === 409)!,
      409,
      'certificate.replaced',
    );
    const { id } = both.find(({ status }) => status === 201)!.body as { id: string };
    const made = await app.get(Database).manager.findOneByOrFail(Certificate, { id: Equal(id) });
    expect(made.number).not.toBe(old.number);
    expect((await verify(old.code).expect(200)).body).toMatchObject({
      revokeReason: '姓名有误',
      replacedBy: made.number,
      replaces: null,
      members: ['张*丰'],
    });
    expect((await verify(made.code).expect(200)).body).toMatchObject({
      revokedAt: null,
      replaces: old.number,
      replacedBy: null,
      award: { zh: '一等奖' },
      members: ['张*豐', '李*'],
    });
    await pdf(owner.browser, id).expect(200);
    const { body } = await owner.browser.get(`/api/v1/projects/${first.id}/certificates`).expect(200);
    expect(body).toMatchObject([{ number: old.number, replacedBy: made.number }, { number: made.number }]);
    const told = await app.get(Database).manager.findBy(Notice, { personId: Equal(owner.person.id) });
    expect(told.map(({ template }) => template)).toContain('certificate.reissued');
    expectRefused(await issue(setting), 409, 'certificate.nothing_to_issue');
    // Had it not been told by then that the first was issued, nobody would be told so of either now.
    await app.get(UnitOfWork).run(systemActor('test'), (work) => work.manager.delete(Notice, issued));
    await tellAgain(setting);
    expect(await app.get(Database).manager.countBy(Notice, issued)).toBe(0);
    // A new one with another fault is put right the same way.
    await organiser.post(`/api/v1/certificates/${id}/revoke`).send({ reason: '仍有误' }).expect(204);
    await reissue(id).expect(201);
  });

  describe('of a project that an organiser has a tie to', () => {
    const tied = async ({ editionId, first }: Setting) => {
      const one = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
      await recuse(app, one.person.id, first.id);
      return one;
    };

    it('are neither read nor revoked by them, but where they belong to it', async () => {
      const setting = await setUp();
      await issue(setting).expect(201);
      const { id } = await stored(setting);
      const { browser } = await tied(setting);
      expectRefused(await pdf(browser, id), 403, 'project.recused');
      const revoke = (who: Browser) => who.post(`/api/v1/certificates/${id}/revoke`).send({ reason: '有误' });
      expectRefused(await revoke(browser), 403, 'certificate.conflict');
      const employed = await signedIn(app, '单位里的组织者', [organiserOf(setting.editionId)]);
      await actFor(app, employed.person.id, { name: setting.first.organisationName });
      expectRefused(await pdf(employed.browser, id), 403, 'project.recused');
      expectRefused(await revoke(employed.browser), 403, 'certificate.conflict');
      const { body } = await browser.get(`/api/v1/public-notices/${setting.notice}/certificates`).expect(200);
      expect(body).toMatchObject({
        tied: { numbers: [setting.first.number], othersAct: true },
        certificates: [{ closed: true }, { closed: false }],
      });
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) =>
          work.manager.update(Project, { id: Equal(setting.first.id) }, { ownerId: employed.person.id }),
        );
      await pdf(employed.browser, id).expect(200);
      expectRefused(await revoke(employed.browser), 403, 'certificate.conflict');
      await revoke(setting.organiser).expect(204);
    });

    it('are issued by others while there are any, and else with the tie on record', async () => {
      const setting = await setUp();
      const { browser } = await tied(setting);
      expectRefused(await issue({ ...setting, organiser: browser }), 403, 'public_notice.others_act');
      await recuse(app, setting.person.id, setting.first.id);
      await issue({ ...setting, organiser: browser }).expect(201);
      const events = await app.get(Database).manager.findBy(StoredEvent, {
        type: 'certificate.issued',
        subjectId: Equal(setting.first.id),
      });
      expect(events).toMatchObject([{ payload: { tied: [setting.first.number] } }]);
    });
  });
});
