import { Project, ProjectSubmission } from '@haishi/contest';
import { PersonalData } from '@haishi/identity';
import { readTable, systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';

const API = '/api/v1';
let count = 0;

const named = (zh: string, en: string) => ({ zh, en });
const QUESTIONS = [
  {
    code: 'FOUNDED',
    name: named('企业登记注册日期', 'Day of registration'),
    kind: 'date',
    required: true,
    min: '1990-01-01',
    groups: ['ENT'],
  },
  { code: 'BORN', name: named('负责人出生日期', 'Day of birth'), kind: 'date', required: false, personal: true },
  {
    code: 'PATENTS',
    name: named('发明专利', 'Patents'),
    kind: 'number',
    required: true,
    unit: named('件', 'pieces'),
    min: 0,
    max: 99,
    decimals: 0,
    forJudges: true,
  },
  { code: 'EDGE', name: named('优势', 'Edge'), kind: 'longText', required: false, maxLength: 30, groups: ['TEAM'] },
  {
    code: 'NEEDS',
    name: named('需求', 'Needs'),
    kind: 'choices',
    required: false,
    options: [
      { code: 'SITE', name: named('场地', 'Premises') },
      { code: 'FUNDS', name: named('资金', 'Funds') },
    ],
  },
  { code: 'WON', name: named('曾获奖', 'Won before'), kind: 'yesNo', required: false },
];
const ANSWERS = { FOUNDED: '2019-05-06', BORN: '1985-02-03', PATENTS: 7, NEEDS: ['FUNDS', 'SITE'], WON: false };

eachEngine('the questions of an edition', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  let entrant: Browser;
  let person: TestPerson;
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, `FORM-${(count += 1)}`, (file) =>
      Object.assign(file, { questions: QUESTIONS, rules: [] }),
    );
    ({ browser: entrant, person } = await signedIn(app, '张三'));
  });
  afterAll(() => app?.close());

  const manager = () => app.get(DataSource).manager;
  const view = async (id: string, browser = entrant) => (await browser.get(`${API}/projects/${id}`).expect(200)).body;
  const save = (id: string, version: number, change: Record<string, unknown>, language = 'zh-CN') =>
    entrant
      .put(`${API}/projects/${id}`)
      .set({ 'If-Match': `"${version}"`, 'Accept-Language': language })
      .send(projectContent(change));
  const submitted = async (change: Record<string, unknown> = {}, browser = entrant) => {
    const id = await draftProject(browser, edition.code, { answers: ANSWERS, ...change });
    await submitProject(browser, id, 2).expect(200);
    return id;
  };

  it('are told to whoever may enter, and come back with the edition’s file', async () => {
    const { body } = await app.browser().get(`${API}/editions/${edition.code}`).expect(200);
    expect(body.questions).toEqual(QUESTIONS);
    const { body: file } = await edition.organiser.get(`${API}/editions/${edition.code}/file`).expect(200);
    expect(file.questions).toEqual(QUESTIONS);
    const refused = await edition.organiser
      .post(`${API}/editions`)
      .send({ file: { ...file, questions: [{ ...QUESTIONS[2], max: -1 }] }, code: 'FORM-BAD' });
    expectRefused(refused, 422, 'edition.range_limits', 'questions.0.max');
  });

  describe('answers', () => {
    it('are saved with the draft, tidied and in order; what is required is missed until then', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const fields = (body: { missing: { field: string; message: string }[] }) =>
        body.missing.filter(({ field }) => field.startsWith('answers.')).map(({ field }) => field);
      expect(fields(await view(id))).toEqual(['answers.FOUNDED', 'answers.PATENTS']);
      const { body } = await save(id, 2, { answers: { ...ANSWERS, EDGE: ' ', BORN: null } }).expect(200);
      expect(fields(body)).toEqual([]);
      expect((await view(id)).content.answers).toEqual({
        FOUNDED: '2019-05-06',
        PATENTS: 7,
        NEEDS: ['SITE', 'FUNDS'],
        WON: false,
      });
    });

    it('of a wrong shape, out of bounds or to no question are refused by name, in the person’s language', async () => {
      const id = await draftProject(entrant, edition.code, {}, false);
      const cases: [Record<string, unknown>, string, string][] = [
        [{ FOUNDED: '1989-12-31' }, 'project.answer_too_early', 'answers.FOUNDED'],
        [{ FOUNDED: '2019-02-29' }, 'project.answer_not_a_day', 'answers.FOUNDED'],
        [{ PATENTS: 100 }, 'project.answer_too_large', 'answers.PATENTS'],
        [{ PATENTS: 1.5 }, 'project.answer_decimals', 'answers.PATENTS'],
        [{ PATENTS: '7' }, 'common.not_a_number', 'answers.PATENTS'],
        [{ EDGE: 'x'.repeat(31) }, 'common.text_too_long', 'answers.EDGE'],
        [{ NEEDS: ['SITE', 'MONEY'] }, 'project.not_in_edition', 'answers.NEEDS'],
        [{ WON: 'no' }, 'common.not_a_boolean', 'answers.WON'],
        [{ COLOUR: 'red' }, 'project.unknown_question', 'answers.COLOUR'],
      ];
      for (const [answers, code, field] of cases) expectRefused(await save(id, 2, { answers }), 422, code, field);
      expectRefused(await save(id, 2, { answers: ['SITE'] }), 422, 'common.invalid', 'answers');
      const both = await save(id, 2, { answers: { PATENTS: 100, COLOUR: 'red' } }, 'en');
      expect(both.body.fields).toMatchObject([
        { field: 'answers.PATENTS', message: 'This must be at most 99.' },
        { field: 'answers.COLOUR', message: 'This edition asks no question with the code “COLOUR”.' },
      ]);
      expect((await view(id)).version).toBe(2);
    });

    it('that are required keep a project from being handed in, each by its field', async () => {
      const id = await draftProject(entrant, edition.code, { answers: { NEEDS: ['SITE'] } });
      const refused = await submitProject(entrant, id, 2);
      expectRefused(refused, 422, 'project.incomplete');
      expect(refused.body.fields).toMatchObject([
        { field: 'answers.FOUNDED', code: 'project.answer_missing', message: '请填写“企业登记注册日期”。' },
        { field: 'answers.PATENTS', code: 'project.answer_missing' },
      ]);
    });

    it('to another group’s questions are kept while it is chosen anew, and asked of neither', async () => {
      const answers = { ...ANSWERS, EDGE: '只问团队组' };
      const core = ['甲', '乙', '丙'].map((name) => ({
        name,
        role: '研发',
        mail: `${name.codePointAt(0)}@example.com`,
        isCore: true,
      }));
      const id = await draftProject(entrant, edition.code, { answers, group: 'TEAM', members: core });
      await submitProject(entrant, id, 2).expect(200);
      expect((await view(id)).content.answers).toEqual({ ...answers, NEEDS: ['SITE', 'FUNDS'] });
      const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: id });
      expect(Object.keys(snapshot.answers!).sort()).toEqual(['BORN', 'EDGE', 'NEEDS', 'PATENTS', 'WON']);
      const { answers: seen } = (await view(id, edition.organiser)).content;
      expect(seen).not.toHaveProperty('FOUNDED');
    });

    it('are read by checkers as they were handed in, and exported in columns of their own', async () => {
      const id = await submitted({ title: '答卷' });
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) => work.manager.update(Project, { id }, { answers: { PATENTS: 8 } as never }));
      expect((await view(id, edition.organiser)).content.answers).toMatchObject({ PATENTS: 7, BORN: '1985-02-03' });
      const { body } = await edition.organiser
        .get(`${API}/editions/${edition.code}/projects/export`)
        .query({ format: 'csv', q: '答卷' })
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => done(null, Buffer.concat(parts)));
        })
        .expect(200);
      const [header, row] = await readTable(body as Buffer);
      expect(header!.slice(-6)).toEqual([
        '企业登记注册日期',
        '负责人出生日期',
        '发明专利（件）',
        '优势',
        '需求',
        '曾获奖',
      ]);
      expect(row!.slice(-6)).toEqual(['2019-05-06', '1985-02-03', '7', '', '场地、资金', '否']);
    });

    it('of what was handed in before questions were asked are none', async () => {
      const id = await submitted();
      await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
        await work.manager.update(Project, { id }, { answers: null });
        const { id: row, snapshot } = await work.manager.findOneByOrFail(ProjectSubmission, { projectId: id });
        const { answers: _, ...before } = snapshot;
        await work.manager.update(ProjectSubmission, row, { snapshot: before as never });
      });
      expect((await view(id, edition.organiser)).content.answers).toEqual({});
      expect((await view(id)).content.answers).toEqual({});
    });
  });

  describe('of a form that is changed while it is answered', () => {
    const change = async (of: typeof edition, edit: (file: Record<string, any>) => void) => {
      const at = `${API}/editions/${of.code}`;
      const file = (await of.organiser.get(`${at}/file`).expect(200)).body as Record<string, any>;
      edit(file);
      const { body } = await of.organiser.post(`${at}/change/preview`).send({ file }).expect(200);
      const made = await of.organiser
        .post(`${at}/change`)
        .set('If-Match', `"${body.version}"`)
        .send({ file, reason: '调整表单' });
      return { preview: body, made };
    };

    it('questions that a project was handed in with stay, and drafts lose nothing else', async () => {
      const other = await openEdition(app, `FORM-${(count += 1)}`, (file) =>
        Object.assign(file, { questions: QUESTIONS, rules: [] }),
      );
      const draft = await draftProject(entrant, other.code, { answers: { ...ANSWERS, EDGE: 'x'.repeat(20) } }, false);
      const { preview, made } = await change(other, (file) => {
        file['questions'].splice(4, 1);
        file['questions'][3].maxLength = 10;
        file['questions'][2].max = 5;
      });
      expect(preview.effects).toMatchObject([
        { path: 'questions.PATENTS.max', code: 'drafts_checked_anew' },
        { path: 'questions.EDGE.maxLength', code: 'drafts_checked_anew' },
        { path: 'questions.NEEDS', code: 'answers_go' },
      ]);
      expect(made.status).toBe(200);
      const held = (await view(draft)).content.answers;
      expectRefused(await save(draft, 2, { answers: held }), 422, 'project.answer_too_large', 'answers.PATENTS');
      await save(draft, 2, { answers: { ...held, PATENTS: 5 } }).expect(200);
      expect(Object.keys((await view(draft)).content.answers).sort()).toEqual(['BORN', 'FOUNDED', 'PATENTS', 'WON']);

      const done = await draftProject(entrant, other.code, { answers: { FOUNDED: '2019-05-06', PATENTS: 3 } });
      await submitProject(entrant, done, 2).expect(200);
      const refused = await change(other, (file) => file['questions'].splice(2, 1));
      expectRefused(refused.made, 409, 'edition.change_in_use', 'questions.PATENTS');
    });
  });

  describe('personal data', () => {
    const erase = (personId: string) =>
      app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, personId));
    const held = async (personId: string) =>
      ((await app.get(PersonalData).export(personId)) as { projects: { own: object[]; memberships: object[] } })
        .projects;
    const kept = async (id: string) => ({
      draft: (await manager().findOneByOrFail(Project, { id })).answers,
      handedIn: (await manager().findOneByOrFail(ProjectSubmission, { projectId: id })).snapshot.answers,
    });

    it('are the answers of who wrote them: handed over, and erased with them', async () => {
      const { browser, person: leaving } = await signedIn(app, '钱七');
      const id = await submitted({}, browser);
      expect((await held(leaving.id)).own).toMatchObject([{ answers: { BORN: '1985-02-03' } }]);
      await erase(leaving.id);
      expect(await kept(id)).toEqual({ draft: {}, handedIn: {} });
    });

    it('stay with who gave them where another takes the project over', async () => {
      const from = await signedIn(app, '旧负责人');
      const to = await signedIn(app, '新负责人');
      const id = await submitted({}, from.browser);
      const path = `${API}/projects/${id}`;
      await from.browser.post(`${path}/transfer`).send({ mail: to.person.mail }).expect(204);
      const [offer] = (await to.browser.get(`${API}/project-transfers/mine`).expect(200)).body;
      await to.browser.post(`${API}/project-transfers/${offer.id}/accept`).send({}).expect(200);

      const others = { FOUNDED: '2019-05-06', PATENTS: 7, NEEDS: ['SITE', 'FUNDS'], WON: false };
      expect((await view(id, to.browser)).content.answers).toEqual(others);
      expect(await kept(id)).toEqual({ draft: others, handedIn: { ...others, BORN: '1985-02-03' } });
      expect((await view(id, edition.organiser)).content.answers).toHaveProperty('BORN', '1985-02-03');
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const correction = { submission: 1, reasonCode: 'material_missing', text: '请补充新负责人的信息', dueAt };
      await edition.organiser.post(`${path}/return`).send(correction).expect(200);
      const { version } = await view(id, to.browser);
      const own = { ...others, BORN: '1991-07-08' };
      const saving = to.browser.put(path).set('If-Match', `"${version}"`);
      await saving.send(projectContent({ answers: own })).expect(200);
      await submitProject(to.browser, id, version + 1).expect(200);

      const changes = async (browser: Browser) => (await browser.get(`${path}/differences`).expect(200)).body.answers;
      expect(JSON.stringify(await changes(to.browser))).toContain('1991');
      expect(JSON.stringify(await changes(edition.organiser))).toMatch(/1985.*1991/);
      expect(JSON.stringify(await changes(from.browser))).toBe('[]');
      for (const part of ['', '/differences', '/timeline', '/team', '/conditions'])
        expect((await to.browser.get(`${path}${part}`).expect(200)).text).not.toContain('1985');
      expect(JSON.stringify(await held(to.person.id))).not.toContain('1985-02-03');
      expect(await held(from.person.id)).toMatchObject({
        passedOn: [{ projectId: id, submission: 1, answers: { BORN: '1985-02-03' } }],
      });
    });

    it('are those about a leader of somebody else’s project, and of those alone', async () => {
      const { person: leader } = await signedIn(app, '孙八');
      const lead = (isCore: boolean) => ({ name: '孙八', role: '负责人', mail: leader.mail, isCore });
      const owner = { name: '张三', role: '联系人', mail: person.mail, isCore: false };
      const led = await submitted({ members: [owner, lead(true)] });
      const joined = await submitted({ members: [{ ...owner, isCore: true }, lead(true)] });
      const about = (await held(leader.id)).memberships as { projectId: string; answers?: object }[];
      expect(about.find(({ projectId }) => projectId === led)?.answers).toEqual({ BORN: '1985-02-03' });
      expect(about.find(({ projectId }) => projectId === joined)).not.toHaveProperty('answers');
      await erase(leader.id);
      const others = { FOUNDED: '2019-05-06', PATENTS: 7, NEEDS: ['SITE', 'FUNDS'], WON: false };
      expect(await kept(led)).toEqual({ draft: others, handedIn: others });
      expect((await kept(joined)).handedIn).toHaveProperty('BORN');
    });
  });
});
