import { randomUUID } from 'node:crypto';
import { PersonalData } from '@haishi/identity';
import { EditionStage, Project, ProjectSubmission } from '@haishi/contest';
import { LateCode } from '@haishi/contest/late-code/late-code.entity';
import { Database, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, setStageDates, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { pdfOf } from '../support/uploads.js';

const API = '/api/v1';
const MINUTE = 60_000;
let editions = 0;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
const ORDINARY = { reason: '系统故障，同意补交', uses: 2 };

interface Made {
  id: string;
  number: number;
  code: string;
}

eachEngine('late codes', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(Database).manager;
  const inWork = (act: Parameters<UnitOfWork['run']>[1]) => app.get(UnitOfWork).run(systemActor('test'), act);

  /** An edition whose registration is over, and an entrant with a complete draft. */
  async function setUp() {
    const edition = await openEdition(app, `LATE-${(editions += 1)}`);
    const entrant = await signedIn(app, '张三');
    const id = await draftProject(entrant.browser, edition.code);
    await close(edition.id);
    return { edition, entrant, id };
  }
  const close = (editionId: string, minutes = -60) =>
    setStageDates(app, editionId, 'REG', { opensAt: inMinutes(-600), closesAt: inMinutes(minutes) });
  const making = (organiser: Browser, edition: string, change: object = {}) =>
    organiser
      .post(`${API}/editions/${edition}/late-codes`)
      .send({ ...ORDINARY, expiresAt: inMinutes(120).toISOString(), ...change });
  const make = async ({ organiser, code }: { organiser: Browser; code: string }, change: object = {}) =>
    (await making(organiser, code, change).expect(201)).body as Made;
  const redeem = (browser: Browser, id: string, lateCode: string) =>
    browser.post(`${API}/projects/${id}/late-code`).send({ lateCode });
  const revoke = (browser: Browser, id: string) => browser.post(`${API}/late-codes/${id}/revoke`).send({});
  const view = async (browser: Browser, id: string) => (await browser.get(`${API}/projects/${id}`).expect(200)).body;
  const grace = async (editionId: string, graceMinutes: number) => {
    const stage = await manager().findOneByOrFail(EditionStage, { editionId: Equal(editionId), code: 'REG' });
    await inWork((work) => work.manager.update(EditionStage, stage.id, { settings: { graceMinutes } }));
  };

  describe('are made', () => {
    it('by an organiser of the edition, told once, and stored as a hash', async () => {
      const { edition } = await setUp();
      const made = await make(edition);
      expect(made.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect((await make(edition)).number).toBe(made.number + 1);
      const { body } = await edition.organiser.get(`${API}/editions/${edition.code}/late-codes`).expect(200);
      expect(body).toMatchObject({ open: true, timeZone: 'Asia/Shanghai', codes: [{ number: 2 }, { number: 1 }] });
      expect(body.codes[1]).toMatchObject({ ...ORDINARY, used: 0, state: 'good', projects: [], madeBy: '周组织' });
      const plain = made.code.replaceAll('-', '');
      const events = await manager().findBy(StoredEvent, { type: 'late_code.made', subjectId: Equal(edition.id) });
      expect(events[0]!.payload).toMatchObject({ number: 1, reason: ORDINARY.reason, uses: 2 });
      const stored = await manager().findOneByOrFail(LateCode, { id: made.id });
      for (const kept of [stored, events, body])
        for (const secret of [plain, made.code]) expect(JSON.stringify(kept)).not.toContain(secret);
    });

    it('by nobody else', async () => {
      const { edition, entrant } = await setUp();
      const made = await make(edition);
      const other = await signedIn(app, '别的组织者', [organiserOf((await setUp()).edition.id)]);
      const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
      const checker = await signedIn(app, '审查员', [checks]);
      for (const { browser } of [other, checker, entrant]) {
        expectRefused(await making(browser, edition.code), 403, 'common.forbidden');
        expectRefused(await browser.get(`${API}/editions/${edition.code}/late-codes`), 403, 'common.forbidden');
        expectRefused(await revoke(browser, made.id), 403, 'common.forbidden');
      }
    });

    it('with a reason, a number of uses and an expiry ahead, while the edition is open', async () => {
      const { edition } = await setUp();
      const faulty: [object, string, string][] = [
        [{ reason: '' }, 'common.required', 'reason'],
        [{ uses: 0 }, 'common.number_out_of_range', 'uses'],
        [{ uses: 501 }, 'common.number_out_of_range', 'uses'],
        [{ uses: 1.5 }, 'common.not_an_integer', 'uses'],
        [{ expiresAt: '2026-03-01T10:00:00' }, 'common.not_a_date', 'expiresAt'],
        [{ expiresAt: inMinutes(-1).toISOString() }, 'late_code.expiry_past', 'expiresAt'],
        [{ expiresAt: inMinutes(61 * 24 * 60).toISOString() }, 'late_code.expiry_too_far', 'expiresAt'],
      ];
      for (const [change, code, field] of faulty)
        expectRefused(await making(edition.organiser, edition.code, change), 422, code, field);
      await edition.organiser.post(`${API}/editions/${edition.id}/close`).set('If-Match', '"2"').expect(204);
      expectRefused(await making(edition.organiser, edition.code), 409, 'edition.action_not_allowed');
    });
  });

  describe('let a project in', () => {
    it('after the deadline until their expiry, marked late for staff', async () => {
      const { edition, entrant, id } = await setUp();
      const { browser } = entrant;
      expectRefused(await submitProject(browser, id, 2), 409, 'project.deadline_passed');
      expect((await view(browser, id)).window).toMatchObject({ open: false, takesCode: true });
      const made = await make(edition);
      const { body } = await redeem(browser, id, made.code.toLowerCase().replaceAll('-', ' ')).expect(200);
      const stored = await manager().findOneByOrFail(LateCode, { id: made.id });
      expect(body.lateUntil).toBe(stored.expiresAt.toISOString());
      const given = await view(browser, id);
      expect(given.window).toEqual({ open: true, deadline: body.lateUntil, late: 'code' });
      expect(given.actions).toContain('submit');
      const exported = await app.get(PersonalData).export(entrant.person.id);
      expect(JSON.stringify(exported)).toContain('lateUntil');
      const { body: receipt } = await submitProject(browser, id, 2).expect(200);
      expect(await manager().findOneByOrFail(ProjectSubmission, { projectId: id })).toMatchObject({ late: 'code' });
      const { body: list } = await edition.organiser.get(`${API}/editions/${edition.code}/projects`).expect(200);
      expect(list.items).toMatchObject([{ id, late: true }]);
      const seen = await view(edition.organiser, id);
      expect(seen.history.at(-1)).toMatchObject({ kind: 'submitted', late: 'code' });
      const { body: codes } = await edition.organiser.get(`${API}/editions/${edition.code}/late-codes`).expect(200);
      expect(codes.codes[0]).toMatchObject({
        used: 1,
        projects: [{ by: '张三', number: receipt.number, projectId: id }],
      });
    });

    it('also one that is begun only now', async () => {
      const { edition, entrant } = await setUp();
      const { code } = await make(edition);
      const begin = (id: string, lateCode?: string) =>
        entrant.browser.post(`${API}/projects`).send({ id, edition: edition.code, language: 'zh', lateCode });
      const id = randomUUID();
      expectRefused(await begin(id), 409, 'project.deadline_passed');
      expectRefused(await begin(id, '0000-0000-0000-0000'), 422, 'late_code.unknown', 'lateCode');
      expect(await manager().countBy(Project, { id })).toBe(0);
      const { body } = await begin(id, code).expect(201);
      expect(body.window).toMatchObject({ open: true, late: 'code' });
      await begin(id, code).expect(201);
      expect(await manager().countBy(Project, { id })).toBe(1);
      expect((await manager().findBy(LateCode, { editionId: edition.id }))[0]!.used).toBe(1);
      await edition.organiser.post(`${API}/editions/${edition.id}/close`).set('If-Match', '"2"').expect(204);
      expectRefused(await begin(randomUUID(), code), 409, 'project.registration_not_open');
    });

    it('whose correction came too late', async () => {
      const { edition, entrant, id } = await setUp();
      await close(edition.id, 60);
      await submitProject(entrant.browser, id, 2).expect(200);
      await edition.organiser
        .post(`${API}/projects/${id}/return`)
        .send({ submission: 1, reasonCode: 'other', text: '请补充。', dueAt: inMinutes(120).toISOString() })
        .expect(200);
      await inWork((work) => work.manager.update(Project, id, { correctionDueAt: inMinutes(-1) }));
      await close(edition.id);
      expectRefused(await submitProject(entrant.browser, id, 4), 409, 'project.correction_deadline_passed');
      await redeem(entrant.browser, id, (await make(edition)).code).expect(200);
      await submitProject(entrant.browser, id, 4).expect(200);
      const late = await manager().find(ProjectSubmission, { where: { projectId: id }, order: { number: 'ASC' } });
      expect(late.map((one) => one.late)).toEqual([null, 'code']);
      expect((await manager().findOneByOrFail(Project, { id })).lateUntil).toBeNull();
    });

    it('until they expire, and say until when it was', async () => {
      const { edition, entrant, id } = await setUp();
      await redeem(entrant.browser, id, (await make(edition)).code).expect(200);
      await inWork((work) => work.manager.update(Project, id, { lateUntil: new Date('2026-01-31T09:30:00Z') }));
      const answer = await submitProject(entrant.browser, id, 2);
      expectRefused(answer, 409, 'project.late_deadline_passed');
      expect(answer.body.detail).toContain('2026-01-31 17:30:00 (Asia/Shanghai)');
    });
  });

  describe('are refused', () => {
    it('with the reason, and leave nothing behind', async () => {
      const { edition, entrant, id } = await setUp();
      const { browser } = entrant;
      const elsewhere = await make((await setUp()).edition);
      const revoked = await make(edition);
      await revoke(edition.organiser, revoked.id).expect(204);
      expectRefused(await revoke(edition.organiser, revoked.id), 409, 'late_code.revoked');
      const expired = await make(edition);
      await inWork((work) => work.manager.update(LateCode, expired.id, { expiresAt: inMinutes(-1) }));
      for (const typed of ['ABCD', '0000-0000-0000-0000', elsewhere.code])
        expectRefused(await redeem(browser, id, typed), 422, 'late_code.unknown', 'lateCode');
      expectRefused(await redeem(browser, id, revoked.code), 409, 'late_code.revoked', 'lateCode');
      expectRefused(await redeem(browser, id, expired.code), 409, 'late_code.expired', 'lateCode');
      expectRefused(await redeem(browser, id, ''), 422, 'common.required', 'lateCode');
      expect((await manager().findOneByOrFail(Project, { id })).lateUntil).toBeNull();
      const good = await make(edition);
      await redeem(browser, id, good.code).expect(200);
      expectRefused(await redeem(browser, id, good.code), 409, 'late_code.already_used', 'lateCode');
      const shorter = await make(edition, { expiresAt: inMinutes(30).toISOString() });
      expectRefused(await redeem(browser, id, shorter.code), 409, 'late_code.already_used', 'lateCode');
      const longer = await make(edition, { expiresAt: inMinutes(300).toISOString() });
      await redeem(browser, id, longer.code).expect(200);
      const { browser: stranger } = await signedIn(app, '别人');
      expectRefused(await redeem(stranger, id, good.code), 404, 'common.not_found');
      expectRefused(await redeem(app.browser(), id, good.code), 401, 'common.unauthenticated');
      await submitProject(browser, id, 2).expect(200);
      expectRefused(await redeem(browser, id, good.code), 409, 'project.action_not_allowed');
    });

    it('to all but one of those who want the last use at once', async () => {
      const { edition, entrant, id } = await setUp();
      await close(edition.id, 60);
      const rivals = [{ browser: entrant.browser, id }];
      for (const name of [...'李王赵孙周吴郑冯陈']) {
        const { browser } = await signedIn(app, name);
        rivals.push({ browser, id: await draftProject(browser, edition.code, {}, false) });
      }
      await close(edition.id);
      const made = await make(edition, { uses: 1 });
      const answers = await Promise.all(rivals.map((one) => redeem(one.browser, one.id, made.code)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
      for (const { body } of answers.filter(({ status }) => status === 409))
        expect(body.code).toBe('late_code.used_up');
      expect((await manager().findOneByOrFail(LateCode, { id: made.id })).used).toBe(1);
    });

    it('and one project that asks twice at once uses it once', async () => {
      const { edition, entrant, id } = await setUp();
      const made = await make(edition);
      const both = await Promise.all([1, 2].map(() => redeem(entrant.browser, id, made.code)));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await manager().findOneByOrFail(LateCode, { id: made.id })).used).toBe(1);
    });

    it('for a while to who guesses', async () => {
      const { edition, entrant, id } = await setUp();
      const good = await make(edition);
      for (let tries = 0; tries < 10; tries += 1)
        expectRefused(await redeem(entrant.browser, id, 'AAAA-BBBB-CCCC-DDDD'), 422, 'late_code.unknown');
      expectRefused(await redeem(entrant.browser, id, good.code), 429, 'common.too_many');
      const body = { id: randomUUID(), edition: edition.code, language: 'zh', lateCode: good.code };
      expectRefused(await entrant.browser.post(`${API}/projects`).send(body), 429, 'common.too_many');
      const refused = await manager().findBy(StoredEvent, { type: 'late_code.refused', subjectId: Equal(edition.id) });
      expect(refused).toHaveLength(10);
      expect(JSON.stringify(refused)).not.toContain('AAAA');
    });
  });

  describe('the grace of an edition', () => {
    it('lets in what is handed in shortly after the deadline, marked late; nothing begins in it', async () => {
      const { edition, entrant, id } = await setUp();
      const { browser } = entrant;
      await grace(edition.id, 30);
      await close(edition.id, -10);
      const { body } = await browser.get(`${API}/editions/${edition.code}`).expect(200);
      expect(body).toMatchObject({ acceptsProjects: false, takesLateCodes: true });
      expect(body.stages[0]).toMatchObject({ code: 'REG', graceMinutes: 30 });
      expect((await view(browser, id)).window).toMatchObject({ open: true, late: 'grace', takesCode: true });
      const begin = browser.post(`${API}/projects`).send({ id: randomUUID(), edition: edition.code, language: 'zh' });
      expectRefused(await begin, 409, 'project.deadline_passed');
      await submitProject(browser, id, 2).expect(200);
      expect((await view(edition.organiser, id)).history.at(-1)).toMatchObject({ late: 'grace' });
    });

    it('ends', async () => {
      const { edition, entrant, id } = await setUp();
      await grace(edition.id, 30);
      await close(edition.id, -31);
      expectRefused(await submitProject(entrant.browser, id, 2), 409, 'project.deadline_passed');
    });
  });

  describe('an upload that still runs at the deadline', () => {
    const begun = async (browser: Browser, content: Buffer) => {
      const metadata = Object.entries({ purpose: 'project.material', filename: 'plan.pdf' })
        .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
        .join(',');
      const head = { 'tus-resumable': '1.0.0', 'upload-length': String(content.length), 'upload-metadata': metadata };
      const { headers } = await browser.post(`${API}/files/tus`).set(head).expect(201);
      const path = new URL(headers['location']!, 'http://localhost').pathname;
      const send = (from: number, to: number) =>
        browser
          .patch(path)
          .set({
            'tus-resumable': '1.0.0',
            'upload-offset': String(from),
            'content-type': 'application/offset+octet-stream',
          })
          .send(content.subarray(from, to))
          .expect(204);
      return { fileId: path.split('/').at(-1)!, send };
    };

    it('is no part of what is handed in, may end and stay in the draft, and counts with a late code', async () => {
      const edition = await openEdition(app, `LATE-${(editions += 1)}`);
      const { browser } = await signedIn(app, '张三');
      const id = await draftProject(browser, edition.code, {}, false);
      const content = pdfOf(4000);
      const { fileId, send } = await begun(browser, content);
      await send(0, 1000);
      const attach = () => browser.post(`${API}/projects/${id}/materials`).send({ kind: 'PLAN', fileId });
      expectRefused(await attach(), 409, 'files.not_ready', 'fileId');
      expectRefused(await submitProject(browser, id, 2), 422, 'project.material_missing', 'materials.PLAN');
      await close(edition.id);
      await send(1000, content.length);
      await attach().expect(201);
      expectRefused(await submitProject(browser, id, 2), 409, 'project.deadline_passed');
      await redeem(browser, id, (await make(edition)).code).expect(200);
      await submitProject(browser, id, 2).expect(200);
      const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: id });
      expect(snapshot.materials).toMatchObject([{ fileId }]);
    });
  });
});
