import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, editionThatGathers, organiserOf, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { signedIn } from '../support/people.js';
import { decidedStage, publishDecision, publishNotice } from './published-stage.js';

const API = '/api/v1';
let count = 0;

type File = Record<string, any>;

eachEngine('changing an edition while others work in it', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    organiser = (await signedIn(app, '周组织', [organiserOf()])).browser;
  });
  afterAll(() => app?.close());

  async function opened(): Promise<{ id: string; path: string }> {
    count += 1;
    const { body } = await organiser
      .post(`${API}/editions`)
      .send({ file: editionThatGathers(false), code: `CC-${count}` })
      .expect(201);
    await organiser.post(`${API}/editions/${body.id}/open`).set('If-Match', '"1"').expect(204);
    return { id: body.id, path: `${API}/editions/${body.id}` };
  }
  const fileOf = async (path: string): Promise<File> => (await organiser.get(`${path}/file`).expect(200)).body as File;
  const change = (path: string, version: number, file: File, reason = '按通知调整') =>
    organiser.post(`${path}/change`).set('If-Match', `"${version}"`).send({ file, reason });
  const versions = async (path: string) =>
    (await organiser.get(`${path}/versions`).expect(200)).body as Record<string, unknown>[];

  it('alters nothing of what is published', async () => {
    const stage = await decidedStage(
      app,
      { 甲: [30], 乙: [28] },
      { mode: 'total', size: 1, wildcards: 0, waiting: 0, cutTies: 'order' },
    );
    const path = `${API}/editions/${stage.editionId}`;
    await publishDecision(stage);
    await publishNotice(stage, { kind: 'awards' });
    const file = (await stage.organiser.get(`${path}/file`).expect(200)).body as File;
    const final = file['stages'].find(({ code }: File) => code === 'FINAL');
    file['rubric'].commentRequired = true;
    final.settings.minValid -= 1;
    final.settings.advance = { total: 9, by: [] };
    file['awards'][0].perDivision += 1;
    file['regions'][0].name.en += ' (West)';
    const { body } = await stage.organiser.post(`${path}/change/preview`).send({ file }).expect(200);
    expect(body.refusals.map((one: File) => [one['path'], one['code']])).toEqual([
      ['rubric.commentRequired', 'edition.change_scored'],
      ['stages.FINAL.settings.minValid', 'edition.change_scored'],
      ['stages.FINAL.settings.advance', 'edition.change_decided'],
      ['awards.FIRST.perDivision', 'edition.change_awards_published'],
    ]);
    const answer = await stage.organiser
      .post(`${path}/change`)
      .set('If-Match', `"${body.version}"`)
      .send({ file, reason: '试' });
    expect(answer.body).toMatchObject({ code: 'edition.change_refused' });
  });

  it('and a submission at the same moment leave no project in what was removed', async () => {
    const { browser: entrant } = await signedIn(app, '同时提交');
    for (let round = 0; round < 4; round += 1) {
      const { id, path } = await opened();
      const project = await draftProject(entrant, id);
      const file = await fileOf(path);
      file['divisions'] = file['divisions'].filter(({ code }: File) => code !== 'EIT');
      const [made, handedIn] = await Promise.all([change(path, 2, file), submitProject(entrant, project, 2)]);
      const codes = (await fileOf(path))['divisions'].map(({ code }: File) => code);
      expect([made, handedIn].filter(({ status }) => status === 200)).toHaveLength(1);
      expect(codes.includes('EIT')).toBe(handedIn.status === 200);
    }
  });

  it('of two changes from one version makes the first alone', async () => {
    const { path } = await opened();
    const [one, other] = [await fileOf(path), await fileOf(path)];
    one['name'].en = 'One';
    other['name'].en = 'Other';
    const answers = await Promise.all([change(path, 2, one), change(path, 2, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await versions(path)).toHaveLength(2);
  });
});
