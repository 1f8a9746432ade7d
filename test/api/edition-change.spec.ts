import { Edition, EditionStage } from '@haishi/contest';
import { StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Panel } from '@haishi/review';
import { randomUUID } from 'node:crypto';
import { DataSource, Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { addMaterial, draftProject, editionThatGathers, organiserOf, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';

const API = '/api/v1';
let count = 0;

type File = Record<string, any>;

eachEngine('changing a running edition', (engine) => {
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
      .send({ file: editionThatGathers(false), code: `CH-${count}` })
      .expect(201);
    await organiser.post(`${API}/editions/${body.id}/open`).set('If-Match', '"1"').expect(204);
    return { id: body.id, path: `${API}/editions/${body.id}` };
  }
  const fileOf = async (path: string): Promise<File> => (await organiser.get(`${path}/file`).expect(200)).body as File;
  const preview = (path: string, file: File, base?: number) =>
    organiser.post(`${path}/change/preview`).send({ file, ...(base === undefined ? {} : { base }) });
  const change = (path: string, version: number, file: File, reason = '按通知调整') =>
    organiser.post(`${path}/change`).set('If-Match', `"${version}"`).send({ file, reason });
  const versions = async (path: string) =>
    (await organiser.get(`${path}/versions`).expect(200)).body as Record<string, unknown>[];

  it('shows what a file would change, in both languages, without changing it', async () => {
    const { path } = await opened();
    const file = await fileOf(path);
    file['divisions'][1].name.zh = '生物医药与健康';
    file['stages'][0].closesAt = new Date(Date.parse(file['stages'][0].closesAt) + 3_600_000).toISOString();
    file['awards'].push({ code: 'GOOD', name: { zh: '优胜奖', en: 'Merit' }, perDivision: 5 });
    const { body } = await preview(path, file).expect(200);
    expect(body).toMatchObject({ version: 2, problems: [], effects: [], refusals: [] });
    expect(body.differences[0]).toEqual({
      path: 'divisions.BIO.name.zh',
      kind: 'changed',
      place: {
        zh: '参赛领域 › 生物医药与健康 › 名称 › 中文',
        en: 'Divisions › Biomedicine › Name › Chinese',
      },
      old: { zh: '生物医药', en: '生物医药' },
      new: { zh: '生物医药与健康', en: '生物医药与健康' },
    });
    expect(body.differences[1].new.en).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \(Asia\/Shanghai\)$/);
    expect(body.differences[2]).toMatchObject({
      path: 'awards.GOOD',
      kind: 'added',
      old: null,
      new: { zh: '优胜奖（GOOD）', en: 'Merit (GOOD)' },
    });
    expect((await versions(path)).map(({ number }) => number)).toEqual([1]);
  });

  it('extends a registration that was ended after its deadline, which opens it again', async () => {
    const { id, path } = await opened();
    const manager = () => app.get(DataSource).manager;
    const registration = () => manager().findOneByOrFail(EditionStage, { editionId: Equal(id), code: Equal('REG') });
    const { browser: entrant } = await signedIn(app, '张三');
    const draft = await draftProject(entrant, id);
    const past = new Date(Date.now() - 3_600_000);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(EditionStage, { editionId: id, code: 'REG' }, { closesAt: past }),
      );
    const act = (name: string, version: number) =>
      organiser.post(`${path}/stages/REG/${name}`).set('If-Match', `"${version}"`);
    await act('close', 2).expect(204);
    expectRefused(await act('open', 3), 422, 'edition.date_past', 'closesAt');
    expectRefused(await submitProject(entrant, draft, 2), 409, 'project.deadline_passed');
    const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const file = await fileOf(path);
    file['stages'][0].closesAt = until(-0.5);
    expectRefused(await change(path, 3, file), 409, 'edition.date_past', 'stages.REG.closesAt');
    file['stages'][0].closesAt = until(24);
    const { body } = await preview(path, file).expect(200);
    expect(body.refusals).toEqual([]);
    expect(body.effects.map(({ code }: File) => code)).toEqual(['deadline_moves', 'registration_reopens']);
    await change(path, 3, file, '系统故障，报名延期一天').expect(200);
    expect(await registration()).toMatchObject({ state: 'open', closesAt: new Date(file['stages'][0].closesAt) });
    expect((await versions(path))[0]).toMatchObject({ kind: 'changed', reason: '系统故障，报名延期一天' });
    expect(await manager().countBy(StoredEvent, { type: 'edition.stage_opened', subjectId: Equal(id) })).toBe(1);
    await submitProject(entrant, draft, 2).expect(200);
  });

  it('tells what another undertaking, an open gallery and another order of degrees mean', async () => {
    const { id, path } = await opened();
    const { browser: entrant } = await signedIn(app, '李四');
    await draftProject(entrant, id);
    await submitProject(
      entrant,
      await draftProject(entrant, id, { organisation: { name: '另一公司', country: 'DE', code: 'HRB 1' } }),
      2,
    ).expect(200);
    const file = await fileOf(path);
    file['undertaking'].zh += '（2026 年修订）';
    file['gallery'] = file['gallery'] !== true;
    const { body } = await preview(path, file).expect(200);
    const told = (body.effects as File[]).map(({ code, text }) => [code, text.en.match(/\d+$/)?.[0]]);
    expect(told).toContainEqual(['undertaking_again', '1']);
    expect(told).toContainEqual([file['gallery'] ? 'gallery_opens' : 'gallery_closes', '1']);
  });

  it('makes it as a numbered version with who, when and why, and tells the audit', async () => {
    const { id, path } = await opened();
    const file = await fileOf(path);
    file['name'].zh = '第三届海石杯';
    file['stages'].splice(2, 1);
    file['stages'].push({
      code: 'AFTER',
      kind: 'notice',
      name: { zh: '回访', en: 'After' },
      settings: { workingDays: 3 },
    });
    const { body } = await change(path, 2, file, '取消网评').expect(200);
    expect(body).toEqual({ number: 2 });
    const after = await fileOf(path);
    expect(after['name'].zh).toBe('第三届海石杯');
    expect(after['stages'].map(({ code }: File) => code)).toEqual([
      'REG',
      'ELIG',
      'HEAT',
      'FINAL',
      'NOTICE',
      'LAND',
      'AFTER',
    ]);
    const listed = await versions(path);
    expect(listed).toMatchObject([
      { number: 2, kind: 'changed', reason: '取消网评', by: '周组织' },
      { number: 1, kind: 'imported', reason: null, by: '周组织' },
    ]);
    const stages = await app.get(DataSource).manager.findBy(EditionStage, { editionId: Equal(id) });
    expect(stages.find(({ code }) => code === 'REG')!.state).toBe('open');
    expect(stages.find(({ code }) => code === 'AFTER')!.state).toBe('planned');
    const { body: first, headers } = await organiser.get(`${path}/versions/1/file`).expect(200);
    expect(headers['content-disposition']).toContain(`${first.code}-v1.json`);
    expect(first.stages.map(({ code }: File) => code)).toContain('ONLINE');
    const { body: between } = await organiser.get(`${path}/versions/differences?from=1&to=2`).expect(200);
    expect(between.map((one: File) => [one['path'], one['kind']])).toEqual([
      ['name.zh', 'changed'],
      ['stages.AFTER', 'added'],
      ['stages.ONLINE', 'removed'],
    ]);
    const event = await app
      .get(DataSource)
      .manager.findOneByOrFail(StoredEvent, { type: 'edition.changed', subjectId: id });
    expect(event.payload).toMatchObject({
      number: 2,
      reason: '取消网评',
      count: 3,
      paths: ['name.zh', 'stages.AFTER', 'stages.ONLINE'],
    });
  });

  it('keeps dates that were moved, and what it finds in an edition older than its versions', async () => {
    const { id, path } = await opened();
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Edition, { id }, { nameEn: 'Older' }));
    const file = await fileOf(path);
    const dates = { opensAt: file['stages'][4].opensAt, closesAt: null };
    await organiser.put(`${path}/stages/FINAL/dates`).set('If-Match', '"2"').send(dates).expect(204);
    expect(await versions(path)).toMatchObject([
      { number: 3, kind: 'dates', by: '周组织' },
      { number: 2, kind: 'found', by: '' },
      { number: 1, kind: 'imported' },
    ]);
    const { body } = await organiser.get(`${path}/versions/differences?from=2&to=3`).expect(200);
    expect(body).toMatchObject([{ path: 'stages.FINAL.closesAt', kind: 'removed', new: null }]);
  });

  it('refuses another version, an unchanged file, a faulty one and an archived edition, and keeps nothing of them', async () => {
    const { id, path } = await opened();
    const file = await fileOf(path);
    expectRefused(await change(path, 2, file), 409, 'edition.change_nothing');
    file['name'].en = 'Third';
    expectRefused(await change(path, 1, file), 412, 'common.stale');
    expectRefused(await preview(path, file, 1), 412, 'common.stale');
    await preview(path, file, 2).expect(200);
    expectRefused(await change(path, 2, file, ' '), 422, 'common.required', 'reason');
    const faulty = structuredClone(file);
    faulty['divisions'][0].fields[1].name.en = '';
    faulty['rubric'].criteria[0].max = 2900;
    faulty['rubric'].criteria[0].weight = 2900;
    const { body } = await preview(path, faulty).expect(200);
    expect(body.problems.map(({ field, code }: File) => [field, code])).toEqual([
      ['divisions.0.fields.1.name.en', 'common.required'],
      ['rubric.criteria', 'review.rubric_sum'],
    ]);
    expect(body.differences).toEqual([]);
    const refused = await change(path, 2, faulty);
    expectRefused(refused, 422, 'common.required', 'divisions.0.fields.1.name.en');
    expect((await fileOf(path))['name'].en).not.toBe('Third');
    expect(await versions(path)).toHaveLength(1);
    await organiser.post(`${path}/close`).set('If-Match', '"2"').send({}).expect(204);
    await organiser.post(`${path}/archive`).set('If-Match', '"3"').send({}).expect(204);
    expectRefused(await change(path, 4, file), 409, 'edition.action_not_allowed');
    expectRefused(await preview(path, file), 409, 'edition.action_not_allowed');
    expect((await app.get(DataSource).manager.findOneByOrFail(Edition, { id })).version).toBe(4);
  });

  it('is for organisers of the edition', async () => {
    const { path } = await opened();
    const file = await fileOf(path);
    const { browser: other } = await signedIn(app, '别届', [organiserOf(randomUUID())]);
    const scopeId = path.split('/').at(-1)!;
    const { browser: checker } = await signedIn(app, '审查', [{ role: 'checker', scopeType: 'edition', scopeId }]);
    for (const browser of [other, checker]) {
      expectRefused(await browser.post(`${path}/change/preview`).send({ file }), 403, 'common.forbidden');
      expectRefused(
        await browser.post(`${path}/change`).set('If-Match', '"2"').send({ file, reason: '试' }),
        403,
        'common.forbidden',
      );
      for (const one of ['versions', 'versions/differences?from=1&to=1', 'versions/1/file'])
        expectRefused(await browser.get(`${path}/${one}`), 403, 'common.forbidden');
    }
    expectRefused(await organiser.get(`${path}/versions/9/file`), 404, 'common.not_found');
  });

  it('counts drafts and refuses what a project was handed in with', async () => {
    const { id, path } = await opened();
    const { browser: entrant } = await signedIn(app, '参赛者');
    await draftProject(entrant, id, { division: 'BIO', field: 'DRUG' }, false);
    const submitted = await draftProject(entrant, id);
    await submitProject(entrant, submitted, 2).expect(200);
    const file = await fileOf(path);
    file['divisions'] = file['divisions'].filter(({ code }: File) => code !== 'BIO');
    file['undertaking'].zh += '（2026 年修订）';
    const { body } = await preview(path, file).expect(200);
    expect(body.refusals).toEqual([]);
    expect(body.effects).toEqual([
      {
        path: 'divisions.BIO',
        code: 'drafts_choose_again',
        text: { zh: '1 份草稿选了它，须重新选择', en: 'Drafts that chose it and must choose again: 1' },
      },
      expect.objectContaining({ path: 'undertaking.zh', code: 'undertaking_again' }),
      expect.objectContaining({ path: 'undertaking.zh', code: 'undertaking_stands' }),
    ]);
    const { browser: late } = await signedIn(app, '草稿人');
    const stranded = await draftProject(late, id, { division: 'BIO', field: 'DRUG' });
    await change(path, 2, file).expect(200);
    expectRefused(await submitProject(late, stranded, 2), 422, 'project.not_in_edition', 'division');
    file['divisions'] = file['divisions'].filter(({ code }: File) => code !== 'EIT');
    file['code'] = 'OTHER';
    const refused = (await preview(path, file).expect(200)).body.refusals;
    expect(refused.map((one: File) => [one['path'], one['code']])).toEqual([
      ['code', 'edition.change_code'],
      ['divisions.EIT', 'edition.change_in_use'],
    ]);
    expect(refused[1].text).toEqual({
      zh: '“新一代电子信息”已有 1 个已提交的项目使用，不能删除。',
      en: '“Next-generation electronic information” cannot be removed: projects handed in with it: 1.',
    });
    const answer = await change(path, 3, file);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'edition.change_refused' });
    expect(answer.body.errors ?? answer.body.fields).toHaveLength(2);
    expect((await fileOf(path))['divisions']).toHaveLength(3);
  });

  it('carries rubric and counting over to a session being set up, and no further than its sign-in', async () => {
    const { id, path } = await opened();
    const { body: session } = await organiser
      .post(`${path}/sessions`)
      .send({ stageCode: 'FINAL', name: '决赛', room: '大剧院' })
      .expect(201);
    const file = await fileOf(path);
    file['rubric'].criteria[0].max -= 500;
    file['rubric'].criteria[0].weight -= 500;
    file['rubric'].criteria[1].max += 500;
    file['rubric'].criteria[1].weight += 500;
    const final = file['stages'].find(({ code }: File) => code === 'FINAL');
    final.settings.decimals = 3;
    const { body } = await preview(path, file).expect(200);
    expect(body.refusals).toEqual([]);
    expect(body.effects.every(({ code }: File) => code === 'sessions_follow')).toBe(true);
    await change(path, 2, file).expect(200);
    const panel = () => app.get(DataSource).manager.findOneByOrFail(Panel, { id: session.id });
    expect((await panel()).rubric.criteria.map(({ max }) => max)).toEqual([2500, 3000, 2000, 1000, 1500]);
    expect((await panel()).aggregation).toMatchObject({ decimals: 3, dropHighest: 1, ties: [{ code: 'TECH' }, {}] });
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.execute("UPDATE roadshow_sessions SET state = 'ready' WHERE id = ?", [session.id]),
      );
    final.settings.decimals = 2;
    const refused = await change(path, 3, file);
    expect(refused.body).toMatchObject({ code: 'edition.change_refused' });
    expect(JSON.stringify(refused.body)).toContain('决赛');
    expect((await panel()).aggregation.decimals).toBe(3);
    expect((await app.get(DataSource).manager.findOneByOrFail(Edition, { id })).version).toBe(3);
  });

  it('takes another order of tie-breaks over to what follows its stage, and leaves who has one of their own', async () => {
    const { id, path } = await opened();
    const session = async (name: string, change: object = {}) =>
      (
        await organiser
          .post(`${path}/sessions`)
          .send({ stageCode: 'FINAL', name, room: '大剧院', ...change })
          .expect(201)
      ).body.id as string;
    const bad = { stageCode: 'FINAL', name: '错', room: '厅', ties: ['TECH', 'LOOKS'] };
    expectRefused(await organiser.post(`${path}/sessions`).send(bad), 422, 'edition.tie_unknown', 'ties.1');
    const itself = { ...bad, ties: ['stage:FINAL'] };
    expectRefused(await organiser.post(`${path}/sessions`).send(itself), 422, 'edition.tie_stage', 'ties.0');
    const [following, own] = [await session('随阶段'), await session('自定', { ties: ['LANDING'] })];
    const { body: round } = await organiser.post(`${path}/stages/ONLINE/review`).send({}).expect(200);
    const seen = async (place: string) => {
      const { body } = await organiser.get(`${API}/${place}`).expect(200);
      return { ties: body.ties, own: body.ownTies };
    };
    expect(await seen(`sessions/${following}`)).toEqual({ ties: ['TECH', 'untrimmed'], own: false });
    expect(await seen(`sessions/${own}`)).toEqual({ ties: ['LANDING'], own: true });
    expect(await seen(`review-rounds/${round.id}`)).toEqual({ ties: ['TECH', 'MARKET', 'untrimmed'], own: false });

    const file = await fileOf(path);
    const final = file['stages'].find(({ code }: File) => code === 'FINAL');
    final.settings.ties = ['MARKET', 'untrimmed', 'MARKET'];
    expect((await preview(path, file).expect(200)).body.problems).toMatchObject([
      { field: 'stages.4.settings.ties.2', code: 'edition.tie_repeated' },
    ]);
    final.settings.ties = ['MARKET', 'untrimmed', 'TEAM'];
    const { body } = await preview(path, file).expect(200);
    expect(body.refusals).toEqual([]);
    expect(body.differences).toMatchObject([
      {
        path: 'stages.FINAL.settings.ties',
        place: { zh: '阶段 › 决赛 › 设置 › 同分次序' },
        old: { zh: '技术创新、去分前均值' },
        new: { zh: '商业模式与市场、去分前均值、团队能力' },
      },
    ]);
    expect(body.effects.map(({ code, text }: File) => [code, text.zh])).toEqual([
      ['sessions_follow', '1 个筹备中的场次改用新的规则：随阶段'],
      ['sessions_keep', '1 个已安排的场次保持原来的设置：自定'],
    ]);
    await change(path, 2, file).expect(200);
    expect(await seen(`sessions/${following}`)).toEqual({ ties: ['MARKET', 'untrimmed', 'TEAM'], own: false });
    expect(await seen(`sessions/${own}`)).toEqual({ ties: ['LANDING'], own: true });
    expect((await fileOf(path))['stages'][4].settings.ties).toEqual(['MARKET', 'untrimmed', 'TEAM']);

    // As the stage says again, the session follows it from then on.
    const ties = (place: string, chain: unknown) =>
      organiser.put(`${API}/${place}/ties`).set('if-match', '*').send({ ties: chain });
    for (const [place, since] of [
      [`sessions/${own}`, 'roadshow.ties_set'],
      [`review-rounds/${round.id}`, 'review_round.ties_set'],
    ] as const) {
      const before = await seen(place);
      const stale = organiser.put(`${API}/${place}/ties`).set('if-match', '"7"').send({ ties: null });
      expectRefused(await stale, 412, 'common.stale');
      expect(await seen(place)).toEqual(before);
      expect(await app.get(DataSource).manager.countBy(StoredEvent, { type: since })).toBe(0);
    }
    await ties(`sessions/${own}`, null).expect(204);
    expect(await seen(`sessions/${own}`)).toEqual({ ties: ['MARKET', 'untrimmed', 'TEAM'], own: false });
    const { body: set } = await organiser.get(`${API}/sessions/${own}`).expect(200);
    expect(set.earlierStages.map(({ code }: File) => code)).toEqual(['ONLINE', 'HEAT']);
    await ties(`sessions/${own}`, ['stage:HEAT', 'TECH']).expect(204);
    expect(await seen(`sessions/${own}`)).toEqual({ ties: ['stage:HEAT', 'TECH'], own: true });
    expectRefused(await ties(`sessions/${own}`, ['stage:FINAL']), 422, 'edition.tie_stage', 'ties.0');
    const without = await fileOf(path);
    without['stages'] = without['stages'].filter(({ code }: File) => code !== 'HEAT');
    expect((await preview(path, without).expect(200)).body.refusals).toMatchObject([
      { path: 'stages.HEAT', code: 'edition.change_stage_breaks_ties', text: { zh: expect.stringContaining('自定') } },
    ]);
    await ties(`sessions/${own}`, null).expect(204);
    await ties(`review-rounds/${round.id}`, ['untrimmed', 'TEAM']).expect(204);
    expectRefused(await ties(`review-rounds/${round.id}`, ['stage:HEAT']), 422, 'edition.tie_stage', 'ties.0');
    expect(await seen(`review-rounds/${round.id}`)).toEqual({ ties: ['untrimmed', 'TEAM'], own: true });
    for (const place of [`sessions/${own}`, `review-rounds/${round.id}`]) {
      expectRefused(await ties(place, ['TEAM', 'TEAM']), 422, 'edition.tie_repeated', 'ties.1');
      expectRefused(await ties(place, ['LOOKS']), 422, 'edition.tie_unknown', 'ties.0');
      expectRefused(await ties(place, Array(11).fill('TEAM')), 422, 'common.list_too_long', 'ties');
    }
    const { browser: other } = await signedIn(app, '别届', [organiserOf(randomUUID())]);
    const elsewhere = (place: string) => other.put(`${API}/${place}/ties`).set('if-match', '*').send({ ties: [] });
    expectRefused(await elsewhere(`sessions/${own}`), 404, 'common.not_found');
    expectRefused(await elsewhere(`review-rounds/${round.id}`), 404, 'common.not_found');
    const { manager } = app.get(DataSource);
    for (const [type, subjectId, count] of [
      ['roadshow.ties_set', own, 3],
      ['review_round.ties_set', round.id, 1],
    ] as const)
      expect(await manager.countBy(StoredEvent, { type, subjectId: Equal(subjectId) })).toBe(count);

    // Once one that follows has begun, neither the stage's order nor its own changes; one of another order is not concerned.
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.execute("UPDATE roadshow_sessions SET state = 'ready' WHERE id = ?", [following]),
      );
    expectRefused(await ties(`sessions/${following}`, null), 409, 'roadshow.action_not_allowed');
    final.settings.ties = ['TECH'];
    const refused = await change(path, 3, file);
    expect(refused.body).toMatchObject({ code: 'edition.change_refused' });
    expect(JSON.stringify(refused.body)).toContain('随阶段');
    const online = file['stages'].find(({ code }: File) => code === 'ONLINE');
    final.settings.ties = ['MARKET', 'untrimmed', 'TEAM'];
    online.settings.ties = [];
    await change(path, 3, file).expect(200);
    expect(await seen(`review-rounds/${round.id}`)).toEqual({ ties: ['untrimmed', 'TEAM'], own: true });
    expect((await manager.findOneByOrFail(Edition, { id })).version).toBe(4);
  });

  it('begins the plan of an online review with what its stage says, and leaves one that is set up as it is', async () => {
    const { path } = await opened();
    const file = await fileOf(path);
    const online = file['stages'].find(({ code }: File) => code === 'ONLINE');
    online.settings.plan = { load: { min: 9, max: 3 }, divergence: '二十' };
    const problems = (await preview(path, file).expect(200)).body.problems;
    expect(problems.map(({ field, code }: File) => [field, code])).toEqual([
      ['stages.2.settings.plan.divergence', 'common.not_an_integer'],
    ]);
    online.settings.plan = {
      composition: [{ type: 'investor', atLeast: 1 }],
      sharedByPanels: 2,
      divergence: 1500,
      lateSheets: 'refused',
    };
    await change(path, 2, file).expect(200);
    expect((await fileOf(path))['stages'][2].settings.plan).toEqual(online.settings.plan);
    const { body: round } = await organiser.post(`${path}/stages/ONLINE/review`).send({}).expect(200);
    const plan = async () => (await organiser.get(`${API}/review-rounds/${round.id}`).expect(200)).body.plan;
    const begun = await plan();
    expect(begun).toMatchObject({
      judgesPerEntry: 3,
      load: null,
      composition: [{ type: 'investor', atLeast: 1 }],
      onePerInstitution: true,
      sharedByPanels: 2,
      divergence: 1500,
      lateSheets: 'refused',
    });
    delete online.settings.plan.sharedByPanels;
    const { body } = await preview(path, file).expect(200);
    expect(body.differences).toMatchObject([
      {
        place: { zh: '阶段 › 网评 › 设置 › 网评默认方案 › 任意两位评委至少共评' },
        kind: 'removed',
        old: { zh: '2' },
      },
    ]);
    expect(body.effects.map(({ code }: File) => code)).toEqual(['sessions_keep']);
    await change(path, 3, file).expect(200);
    expect(await plan()).toEqual(begun);
  });

  const kindOf = (file: File, code: string) => file['materials'].find((one: File) => one['code'] === code);

  it('keeps what was handed in personal, once its kind is made so', async () => {
    const { id, path } = await opened();
    const file = await fileOf(path);
    const { browser: entrant } = await signedIn(app, '张三');
    const project = await draftProject(entrant, `CH-${count}`);
    const paper = await addMaterial(entrant, project, 'IP', '专利证书.pdf');
    await submitProject(entrant, project, 2).expect(200);
    Object.assign(kindOf(file, 'IP'), { forJudges: false, personal: true });
    const { body } = await preview(path, file).expect(200);
    expect(body.effects).toContainEqual({
      code: 'files_personal',
      path: 'materials.IP.personal',
      text: expect.objectContaining({ zh: expect.stringMatching(/^1 个项目.*不能再放开/) }),
    });
    await change(path, 2, file).expect(200);

    const checks = { role: 'checker', scopeType: 'edition', scopeId: id } as const;
    const { browser: checker } = await signedIn(app, '审查员', [checks]);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const returned = { submission: 1, reasonCode: 'other', text: '请更新。', dueAt };
    await checker.post(`${API}/projects/${project}/return`).send(returned).expect(200);
    await entrant.delete(`${API}/projects/${project}/materials/${paper}`).expect(204);
    const refused = async (changed: File) =>
      (await preview(path, changed).expect(200)).body.refusals.map(({ path: at, code }: File) => [at, code]);
    const open = await fileOf(path);
    delete kindOf(open, 'IP').personal;
    expect(await refused(open)).toEqual([['materials.IP.personal', 'edition.change_personal_held']]);
    const gone = await fileOf(path);
    gone['materials'] = gone['materials'].filter((one: File) => one['code'] !== 'IP');
    expect(await refused(gone)).toEqual([['materials.IP', 'edition.change_in_use']]);
  });

  it('keeps what a draft holds personal, once its kind is made so, also where the kind goes and comes back', async () => {
    const { path } = await opened();
    const { browser: entrant } = await signedIn(app, '张三');
    const project = await draftProject(entrant, `CH-${count}`);
    await addMaterial(entrant, project, 'IP', '专利证书.pdf');
    const held = async () => {
      const { body } = await entrant.get(`${API}/projects/${project}`).expect(200);
      return body.content.materials.map(({ kind, personal }: File) => [kind, personal]);
    };
    const plain = await fileOf(path);
    expect(await held()).toEqual([
      ['PLAN', false],
      ['IP', false],
    ]);
    const personal = structuredClone(plain);
    Object.assign(kindOf(personal, 'IP'), { forJudges: false, personal: true });
    const without = { ...plain, materials: plain['materials'].filter((one: File) => one['code'] !== 'IP') };
    for (const [index, file] of [personal, without, plain].entries()) await change(path, 2 + index, file).expect(200);
    expect(await held()).toEqual([
      ['PLAN', false],
      ['IP', true],
    ]);
  });
});
