import { StoredEvent } from '@haishi/platform';
import { ProjectSubmission } from '@haishi/contest';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, organiserOf, projectContent, submitProject, suppliedEdition } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';
const DAY = 86_400_000;
let editions = 0;
const ZHANG = { name: '张三', role: '负责人', share: 6000, mail: 'zhangsan@example.com', isCore: true };

eachEngine('differences between submissions', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const ask = (browser: Browser, id: string, query = '') => browser.get(`${API}/projects/${id}/differences${query}`);

  /** A project that came back and was handed in again with much of it changed. */
  async function setUp() {
    const { browser: organiser } = await signedIn(app, '周组织', [organiserOf()]);
    const question = { code: 'TRL', kind: 'number', name: { zh: '技术成熟度', en: 'Readiness' }, decimals: 0 };
    const file = { ...suppliedEdition(), questions: [{ ...question, required: false }], rules: [] };
    const code = `DIFF-${(editions += 1)}`;
    const { body: edition } = await organiser.post(`${API}/editions`).send({ file, code }).expect(201);
    await organiser.post(`${API}/editions/${edition.id}/open`).set('If-Match', '"1"').expect(204);
    const entrant = await signedIn(app, '张三');
    const { browser } = entrant;
    const id = await draftProject(browser, code, { answers: { TRL: 5 } });
    await submitProject(browser, id, 2).expect(200);
    const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id as string } as const;
    const checker = await signedIn(app, '审查员', [checks]);
    const dueAt = new Date(Date.now() + DAY).toISOString();
    const again = { submission: 1, reasonCode: 'other', text: '请更新。', dueAt };
    await checker.browser.post(`${API}/projects/${id}/return`).send(again).expect(200);
    const changed = projectContent({
      title: '新的名称',
      division: 'BIO',
      field: 'DRUG',
      landing: ['130104', '130102'],
      answers: { TRL: 7 },
      members: [
        { ...ZHANG, share: 5000 },
        { name: '李四', role: '研发', share: null, mail: 'li@example.com', isCore: false },
      ],
    });
    await browser.put(`${API}/projects/${id}`).set('If-Match', '"4"').send(changed).expect(200);
    const { body: held } = await browser.get(`${API}/projects/${id}`).expect(200);
    const fileId = await upload(browser, 'project.material', '商业计划书（修订）.pdf', pdfOf());
    await browser
      .post(`${API}/projects/${id}/materials`)
      .send({ kind: 'PLAN', fileId, replaces: held.content.materials[0].fileId })
      .expect(201);
    await submitProject(browser, id, 5).expect(200);
    return { id, editionId: edition.id as string, entrant, checker };
  }

  it('are told in words, to the entrant and to who checks it', async () => {
    const { id, entrant, checker } = await setUp();
    const { body } = await ask(checker.browser, id).expect(200);
    const words = (zh: string, en = zh) => ({ zh, en });
    expect(body).toEqual({
      from: 1,
      to: 2,
      fields: [
        { field: 'title', old: words('面向北斗的高精度授时芯片'), new: words('新的名称') },
        {
          field: 'division',
          old: words('新一代电子信息', 'Next-generation electronic information'),
          new: words('生物医药', 'Biomedicine'),
        },
        { field: 'field', old: words('集成电路', 'Integrated circuits'), new: expect.anything() },
        {
          field: 'landing',
          old: words('长安区', "Chang'an District"),
          new: expect.objectContaining({ zh: '桥西区、长安区' }),
        },
      ],
      answers: [{ field: 'TRL', question: words('技术成熟度', 'Readiness'), old: words('5'), new: words('7') }],
      members: [
        {
          kind: 'changed',
          name: '张三',
          values: [{ field: 'share', old: words('60.00 %'), new: words('50.00 %') }],
        },
        { kind: 'added', name: '李四', values: [] },
      ],
      materials: [
        {
          kind: 'replaced',
          material: words('商业计划书', 'Business plan'),
          old: '商业计划书.pdf',
          new: '商业计划书（修订）.pdf',
        },
      ],
    });
    expect((await ask(entrant.browser, id, '?from=1&to=2').expect(200)).body).toEqual(body);
    const looks = await app
      .get(Database)
      .manager.findBy(StoredEvent, { type: 'project.viewed', subjectId: Equal(id), actorId: checker.person.id });
    expect(looks.map(({ payload }) => payload)).toContainEqual({ from: 1, to: 2 });
  });

  it('are asked for by two submissions in order', async () => {
    const { id, entrant } = await setUp();
    const faulty: [string, string][] = [
      ['?to=3', 'to'],
      ['?from=2', 'from'],
      ['?from=3&to=2', 'from'],
      ['?to=1', 'from'],
    ];
    for (const [query, field] of faulty)
      expectRefused(await ask(entrant.browser, id, query), 422, 'project.no_such_submission', field);
    expectRefused(await ask(entrant.browser, id, '?from=0'), 422, 'common.number_out_of_range', 'from');
    const once = await draftProject(entrant.browser, `DIFF-${editions}`);
    expectRefused(await ask(entrant.browser, once), 422, 'project.no_such_submission', 'to');
  });

  it('are nobody else’s', async () => {
    const { id, editionId } = await setUp();
    const elsewhere = { role: 'checker', scopeType: 'region', scopeId: `${editionId}/XA` } as const;
    for (const grants of [[], [elsewhere]])
      expectRefused(await ask((await signedIn(app, '别人', grants)).browser, id), 404, 'common.not_found');
    expectRefused(await ask(app.browser(), id), 401, 'common.unauthenticated');
  });

  it('are told of submissions from before questions were asked', async () => {
    const { id, entrant } = await setUp();
    const { manager } = app.get(Database);
    const { id: rowId, snapshot } = await manager.findOneByOrFail(ProjectSubmission, { projectId: id, number: 1 });
    const { answers: _answers, ...old } = snapshot;
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(ProjectSubmission, rowId, { snapshot: old as never }));
    expect((await ask(entrant.browser, id).expect(200)).body.answers).toMatchObject([{ old: null, new: { zh: '7' } }]);
  });

  it('leave each submission to be read in full, with the files that were replaced since', async () => {
    const { id, editionId, entrant, checker } = await setUp();
    const read = (browser: Browser, number: number | string) =>
      browser.get(`${API}/projects/${id}/submissions/${number}`);
    const { body: first } = await read(checker.browser, 1).expect(200);
    const { body: second } = await read(checker.browser, 2).expect(200);
    expect([first.submission, first.submissions, first.late]).toEqual([1, 2, null]);
    expect([first.content.title, second.content.title]).toEqual(['面向北斗的高精度授时芯片', '新的名称']);
    expect([first.content.answers, second.content.answers]).toEqual([{ TRL: 5 }, { TRL: 7 }]);
    expect(Date.parse(first.at)).toBeLessThan(Date.parse(second.at));
    expect((await read(entrant.browser, 1).expect(200)).body.content).toEqual(first.content);
    const { body: now } = await entrant.browser.get(`${API}/projects/${id}`).expect(200);
    expect(second.content).toEqual(now.content);
    const [replaced] = first.content.materials;
    expect(replaced.fileId).not.toBe(second.content.materials[0].fileId);
    await checker.browser.get(`${API}/files/${replaced.fileId}`).expect(200);
    for (const number of [0, 3, -1, 99999999999])
      expectRefused(await read(checker.browser, number), 404, 'common.not_found');
    expect((await read(checker.browser, 'x')).status).toBe(422);
    const elsewhere = { role: 'checker', scopeType: 'region', scopeId: `${editionId}/XA` } as const;
    const other = await signedIn(app, '别人', [elsewhere]);
    expectRefused(await read(other.browser, 1), 404, 'common.not_found');
    expectRefused(await other.browser.get(`${API}/files/${replaced.fileId}`), 404, 'common.not_found');
    expectRefused(await read(app.browser(), 1), 401, 'common.unauthenticated');
    const looks = await app
      .get(Database)
      .manager.findBy(StoredEvent, { type: 'project.viewed', subjectId: Equal(id), actorId: checker.person.id });
    expect(looks.map(({ payload }) => payload)).toContainEqual({ submission: 1 });
  });
});
