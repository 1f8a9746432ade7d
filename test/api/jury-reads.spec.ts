import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { signedIn } from '../support/people.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';

/** As it was made before anything could be opened to the jury. */
function closedToJury(file: Record<string, any>): void {
  for (const one of [...file['materials'], ...(file['questions'] ?? [])]) delete one.forJudges;
}

eachEngine('an edition made before materials could be opened to the jury', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  let edition: string;
  let path: string;
  let entry: string;
  let judge: Browser;

  beforeAll(async () => {
    app = await startApp(engine);
    const opened = await openEdition(app, 'OLD-1', closedToJury);
    organiser = opened.organiser;
    edition = `${API}/editions/${opened.id}`;
    const { browser: owner } = await signedIn(app, '申报人');
    const organisation = { name: '石家庄海石芯片有限公司', country: 'CN', code: '91130100MA00000012' };
    const answers = { BORN: '1985-02-03', MATURITY: 'SMALL', PATENTS: 7 };
    const id = await draftProject(owner, opened.code, { organisation, answers }, false);
    for (const [kind, name] of [
      ['PLAN', '商业计划书.pdf'],
      ['PLEDGE', '承诺书.pdf'],
    ] as const) {
      const fileId = await upload(owner, 'project.material', name, pdfOf(3000));
      await owner.post(`${API}/projects/${id}/materials`).send({ kind, fileId }).expect(201);
    }
    const { body: draft } = await owner.get(`${API}/projects/${id}`).expect(200);
    await submitProject(owner, id, draft.version).expect(200);
    await organiser.post(`${API}/projects/${id}/accept`).send({ submission: 1 }).expect(200);

    const input = { stageCode: 'FINAL', name: '决赛', room: '大剧院' };
    const { body: session } = await organiser.post(`${edition}/sessions`).send(input).expect(201);
    path = `${API}/sessions/${session.id as string}`;
    await organiser
      .post(`${path}/entries`)
      .send({ projectIds: [id] })
      .expect(204);
    const seated = await signedIn(app, '评委', [{ role: 'judge', scopeType: 'edition', scopeId: opened.id }]);
    judge = seated.browser;
    const seat = { seatNo: 1, personId: seated.person.id, kind: 'technical', organisationName: '单位甲' };
    await organiser.post(`${path}/seats`).send(seat).expect(204);
    await organiser.post(`${path}/draw`).expect(204);
    const { body } = await organiser.get(path).expect(200);
    entry = body.entries[0].id as string;
  });
  afterAll(() => app?.close());

  const read = async (what: 'materials' | 'answers') =>
    (await judge.get(`${path}/entries/${entry}/${what}`).expect(200)).body as unknown[];

  it('says to who sets a session up that its jury reads nothing', async () => {
    const { body } = await organiser.get(path).expect(200);
    expect(body.juryReads).toEqual([]);
    expect(await read('materials')).toEqual([]);
    expect(await read('answers')).toEqual([]);
  });

  it('opens what its organiser marks, also after the draw, and tells before whose it is', async () => {
    const { body: file } = await organiser.get(`${edition}/file`).expect(200);
    file.materials.find(({ code }: { code: string }) => code === 'PLAN').forJudges = true;
    file.questions.find(({ code }: { code: string }) => code === 'PATENTS').forJudges = true;
    const { body: preview } = await organiser.post(`${edition}/change/preview`).send({ file }).expect(200);
    expect(preview.refusals).toEqual([]);
    expect(JSON.stringify(preview)).toContain('评委此后可查阅 1 个已提交项目的这部分内容');
    await organiser
      .post(`${edition}/change`)
      .set('If-Match', `"${preview.version as number}"`)
      .send({ file, reason: '向评委开放计划书' })
      .expect(200);

    expect(await read('materials')).toMatchObject([{ kind: 'PLAN' }]);
    expect(await read('answers')).toMatchObject([{ code: 'PATENTS' }]);
    const { body } = await organiser.get(path).expect(200);
    expect(body.juryReads).toEqual([
      { zh: '商业计划书', en: 'Business plan' },
      { zh: '已授权发明专利', en: 'Invention patents granted' },
    ]);
  });
});
