import { Database, StoredEvent } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, makePerson, signedIn, type TestPerson } from '../support/people.js';
import { actFor } from '../support/ties.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';

interface Listed {
  kind: string;
  files: { fileId: string; name: string; size: number }[];
}

/** A project as it is handed in, with a plan, which the jury reads, and a certificate and a pledge, which it does not. */
interface HandedIn {
  id: string;
  owner: Browser;
  plan: string;
  certificate: string;
  pledge: string;
  proof: string;
}

eachEngine('materials for the jury', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  let editionId: string;
  let project: HandedIn;
  /** Of an organisation that a judge works for. */
  let tied: HandedIn;
  let sessionId: string;
  let path: string;
  let entry: string;
  let tiedEntry: string;
  let judge: { person: TestPerson; browser: Browser };
  let other: { person: TestPerson; browser: Browser };
  let chair: Browser;

  const materialsOf = (browser: Browser, entryId: string, at = path) =>
    browser.get(`${at}/entries/${entryId}/materials`);
  const file = (browser: Browser, id: string) => browser.get(`${API}/files/${id}`);

  async function handIn(edition: string, name: string, code: string): Promise<HandedIn> {
    const { browser: owner } = await signedIn(app, '申报人');
    const answers = { BORN: '1985-02-03', MATURITY: 'SMALL', PATENTS: 7 };
    const id = await draftProject(owner, edition, { organisation: { name, country: 'CN', code }, answers }, false);
    const add = async (kind: string, name: string) => {
      const fileId = await upload(owner, 'project.material', name, pdfOf(3000));
      await owner.post(`${API}/projects/${id}/materials`).send({ kind, fileId }).expect(201);
      return fileId;
    };
    const plan = await add('PLAN', '商业计划书（终稿）.pdf');
    const certificate = await add('IP', '专利证书.pdf');
    const pledge = await add('PLEDGE', '承诺书-张三签字.pdf');
    const proof = await add('PROOF', '张三护照.pdf');
    const { body } = await owner.get(`${API}/projects/${id}`).expect(200);
    await submitProject(owner, id, body.version).expect(200);
    await organiser.post(`${API}/projects/${id}/accept`).send({ submission: 1 }).expect(200);
    return { id, owner, plan, certificate, pledge, proof };
  }

  async function sessionOf(stageCode: string, projectIds: string[]): Promise<{ id: string; entries: string[] }> {
    const created = await organiser
      .post(`${API}/editions/${editionId}/sessions`)
      .send({ stageCode, name: `场次 ${stageCode}`, room: '大剧院' })
      .expect(201);
    await organiser.post(`${API}/sessions/${created.body.id}/entries`).send({ projectIds }).expect(204);
    const { body } = await organiser.get(`${API}/sessions/${created.body.id}`).expect(200);
    const numbers = await Promise.all(
      projectIds.map(async (id) => (await organiser.get(`${API}/projects/${id}`).expect(200)).body.number as string),
    );
    const listed = body.entries as { id: string; number: string }[];
    return {
      id: created.body.id,
      entries: numbers.map((number) => listed.find((one) => one.number === number)!.id),
    };
  }

  async function seat(inSession: string, seatNo: number, person: TestPerson, organisationName: string) {
    await organiser
      .post(`${API}/sessions/${inSession}/seats`)
      .send({ seatNo, personId: person.id, kind: 'technical', organisationName })
      .expect(204);
  }

  beforeAll(async () => {
    app = await startApp(engine);
    const edition = await openEdition(app, 'MAT-1');
    ({ id: editionId, organiser } = edition);
    project = await handIn(edition.code, '石家庄海石芯片有限公司', '91130100MA00000012');
    tied = await handIn(edition.code, '滹沱河科技有限公司', '91130100MA00000025');
    const made = await sessionOf('HEAT', [project.id, tied.id]);
    sessionId = made.id;
    path = `${API}/sessions/${sessionId}`;
    [entry, tiedEntry] = made.entries as [string, string];
    const grant = { role: 'judge', scopeType: 'edition', scopeId: editionId } as const;
    judge = await signedIn(app, '评委甲', [grant]);
    other = await signedIn(app, '评委乙', [grant]);
    ({ browser: chair } = await signedIn(app, '组长', [{ role: 'chair', scopeType: 'session', scopeId: sessionId }]));
    await seat(sessionId, 1, judge.person, '单位甲');
    await seat(sessionId, 2, other.person, '滹沱河科技有限公司');
    for (let seatNo = 3; seatNo <= 6; seatNo += 1)
      await seat(sessionId, seatNo, await makePerson(app, `评委${seatNo}`, [grant], false), `单位${seatNo}`);
  });
  afterAll(() => app?.close());

  it('stay closed until the draw, and again where it is taken back', async () => {
    expectRefused(await materialsOf(judge.browser, entry), 409, 'roadshow.materials_closed');
    expectRefused(await file(judge.browser, project.plan), 404, 'common.not_found');
    await organiser.post(`${path}/draw`).expect(204);
    await file(judge.browser, project.plan).expect(200);
    await organiser.post(`${path}/undraw`).send({ reason: '漏编一个项目' }).expect(204);
    expectRefused(await materialsOf(judge.browser, entry), 409, 'roadshow.materials_closed');
    expectRefused(await file(judge.browser, project.plan), 404, 'common.not_found');
    await organiser.post(`${path}/draw`).expect(204);
  });

  it('are the kinds that the edition opens to judges, and no other', async () => {
    const { body } = await materialsOf(judge.browser, entry).expect(200);
    expect(body).toEqual([
      {
        kind: 'PLAN',
        kindName: { zh: '商业计划书', en: 'Business plan' },
        files: [{ fileId: project.plan, name: '商业计划书（终稿）.pdf', size: 3000 }],
      },
    ]);
    for (const id of [project.certificate, project.pledge, project.proof]) {
      expectRefused(await file(judge.browser, id), 404, 'common.not_found');
      expectRefused(await judge.browser.get(`${API}/files/${id}/info`), 404, 'common.not_found');
      await file(project.owner, id).expect(200);
    }
  });

  it('are, of what was answered, what the edition opens to judges, under the same conditions', async () => {
    const answers = (browser: Browser, entryId: string) => browser.get(`${path}/entries/${entryId}/answers`);
    const { body } = await answers(judge.browser, entry).expect(200);
    expect(body).toEqual([
      {
        code: 'MATURITY',
        name: { zh: '项目阶段', en: 'How far the project is' },
        answer: { zh: '小批量生产', en: 'Small series' },
      },
      {
        code: 'PATENTS',
        name: { zh: '已授权发明专利', en: 'Invention patents granted' },
        answer: { zh: '7 件', en: '7 patents' },
      },
    ]);
    expectRefused(await answers(other.browser, tiedEntry), 403, 'roadshow.materials_recused');
    const { browser: anyone } = await signedIn(app, '路人');
    expectRefused(await answers(anyone, entry), 403, 'common.forbidden');
    expectRefused(await answers(app.browser(), entry), 401, 'common.unauthenticated');
  });

  it('are shown in the browser or saved, and each look is recorded', async () => {
    const looks = async () =>
      (
        await app.get(Database).manager.findBy(StoredEvent, { type: 'file.downloaded', subjectId: project.plan })
      ).filter(({ actorId }) => actorId === judge.person.id).length;
    const before = await looks();
    const shown = await file(judge.browser, `${project.plan}?disposition=inline`).expect(200);
    expect(shown.headers['content-disposition']).toMatch(/^inline; /);
    expect(shown.headers['content-type']).toBe('application/pdf');
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    const saved = await file(judge.browser, project.plan).expect(200);
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
    expect(await looks()).toBe(before + 2);
    expectRefused(await file(judge.browser, `${project.plan}?disposition=embed`), 422, 'common.not_a_choice');
  });

  it('are open to who leads the session', async () => {
    for (const browser of [chair, organiser]) {
      const { body } = await materialsOf(browser, tiedEntry).expect(200);
      expect((body as Listed[]).flatMap(({ files }) => files.map(({ fileId }) => fileId))).toEqual([tied.plan]);
      await file(browser, tied.plan).expect(200);
    }
    expectRefused(await file(chair, tied.pledge), 404, 'common.not_found');
  });

  it('are closed to whoever has no seat, no role, or no session', async () => {
    const grant = { role: 'judge', scopeType: 'edition', scopeId: editionId } as const;
    const { browser: unseated } = await signedIn(app, '未就座', [grant]);
    const { browser: elsewhere } = await signedIn(app, '外场组长', [
      { role: 'chair', scopeType: 'session', scopeId: 'another' },
    ]);
    const { browser: anyone } = await signedIn(app, '路人');
    expectRefused(await materialsOf(unseated, entry), 404, 'common.not_found');
    expectRefused(await materialsOf(elsewhere, entry), 404, 'common.not_found');
    expectRefused(await materialsOf(anyone, entry), 403, 'common.forbidden');
    expectRefused(await materialsOf(app.browser(), entry), 401, 'common.unauthenticated');
    for (const browser of [unseated, elsewhere, anyone])
      expectRefused(await file(browser, project.plan), 404, 'common.not_found');
    expectRefused(await file(app.browser(), project.plan), 401, 'common.unauthenticated');
    expectRefused(await materialsOf(judge.browser, sessionId), 404, 'common.not_found');
  });

  describe('a recusal', () => {
    const closedTo = async (browser: Browser, handedIn: HandedIn, entryId: string) => {
      expectRefused(await materialsOf(browser, entryId), 403, 'roadshow.materials_recused');
      for (const id of [handedIn.plan, handedIn.pledge, handedIn.certificate]) {
        expectRefused(await file(browser, id), 404, 'common.not_found');
        expectRefused(await browser.get(`${API}/files/${id}/info`), 404, 'common.not_found');
      }
    };

    it('that followed from the record closes them, and those of other projects stay open', async () => {
      await closedTo(other.browser, tied, tiedEntry);
      await materialsOf(other.browser, entry).expect(200);
      await file(other.browser, project.plan).expect(200);
    });

    it('that was declared closes them at once, here and in every other session of the project', async () => {
      await file(judge.browser, tied.plan).expect(200);
      await judge.browser.post(`${path}/recusals/own`).send({ entryId: tiedEntry, reason: '亲属' }).expect(204);
      await closedTo(judge.browser, tied, tiedEntry);

      const final = await sessionOf('FINAL', [tied.id]);
      await seat(final.id, 1, judge.person, '单位甲');
      await organiser.post(`${API}/sessions/${final.id}/draw`).expect(204);
      const { body } = await organiser.get(`${API}/sessions/${final.id}`).expect(200);
      expect(body.recusals).toMatchObject([{ seatNo: 1, kind: 'automatic', reason: 'elsewhere' }]);
      expectRefused(
        await materialsOf(judge.browser, final.entries[0]!, `${API}/sessions/${final.id}`),
        403,
        'roadshow.materials_recused',
      );
      await closedTo(judge.browser, tied, tiedEntry);
    });

    it('that staff set closes them, and lifting it opens them again', async () => {
      const body = { entryId: entry, seatNo: 2, reason: '合作关系' };
      await organiser.post(`${path}/recusals`).send(body).expect(204);
      await closedTo(other.browser, project, entry);
      await organiser.post(`${path}/recusals/lift`).send(body).expect(204);
      await file(other.browser, project.plan).expect(200);
    });

    it('closes the project to who would see it by another role as well', async () => {
      const both = await signedIn(app, '兼任', [
        { role: 'judge', scopeType: 'edition', scopeId: editionId },
        { role: 'contest_organiser', scopeType: 'edition', scopeId: editionId },
      ]);
      await organiser.post(`${path}/undraw`).send({ reason: '加席' }).expect(204);
      await seat(sessionId, 7, both.person, '单位七');
      await organiser.post(`${path}/draw`).expect(204);
      await both.browser.get(`${API}/projects/${project.id}`).expect(200);
      await file(both.browser, project.pledge).expect(200);
      await organiser.post(`${path}/recusals`).send({ entryId: entry, seatNo: 7, reason: '导师' }).expect(204);
      await closedTo(both.browser, project, entry);
      expectRefused(await both.browser.get(`${API}/projects/${project.id}`), 403, 'project.recused');
      expectRefused(await other.browser.get(`${API}/projects/${project.id}`), 404, 'common.not_found');
      await both.browser.get(`${API}/projects/${tied.id}`).expect(200);
      await file(both.browser, tied.plan).expect(200);
      // Nobody looks for ties again before the record closes it.
      await actFor(app, both.person.id, { name: '集团', aliases: ['滹沱河科技有限公司'] });
      await closedTo(both.browser, tied, tiedEntry);
      expectRefused(await both.browser.get(`${API}/projects/${tied.id}`), 403, 'project.recused');
    });
  });

  it('are closed once the entry or its project has withdrawn, and once the session is closed', async () => {
    const { browser } = other;
    await organiser.post(`${path}/start`).expect(204);
    await organiser.post(`${path}/withdraw`).send({ entryId: entry, reason: '负责人放弃' }).expect(204);
    expectRefused(await materialsOf(browser, entry), 409, 'roadshow.entry_withdrawn');
    expectRefused(await file(browser, project.plan), 404, 'common.not_found');
    await organiser.post(`${path}/reinstate`).send({ entryId: entry, reason: '核实后仍参赛' }).expect(204);
    await file(browser, project.plan).expect(200);
    const { version } = (await project.owner.get(`${API}/projects/${project.id}`).expect(200)).body;
    await project.owner.post(`${API}/projects/${project.id}/withdraw`).set('If-Match', `"${version}"`).expect(204);
    expectRefused(await materialsOf(browser, entry), 409, 'roadshow.entry_withdrawn');
    expectRefused(await file(browser, project.plan), 404, 'common.not_found');

    await file(chair, tied.plan).expect(200);
    await organiser.post(`${path}/close`).send({ reason: '其余项目退赛' }).expect(204);
    expectRefused(await materialsOf(browser, entry), 409, 'roadshow.materials_closed');
    expectRefused(await materialsOf(chair, tiedEntry), 409, 'roadshow.materials_closed');
    expectRefused(await file(chair, tied.plan), 404, 'common.not_found');
  });
});
