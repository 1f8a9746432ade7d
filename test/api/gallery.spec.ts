import { Project } from '@haishi/contest';
import { StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource, Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, makePerson, signedIn, signIn, type TestPerson } from '../support/people.js';
import { countQueries } from '../support/queries.js';
import { type DecidedStage, decidedStage, nameCore, publishDecision, publishNotice } from './published-stage.js';
import { acceptedProject } from './roadshow-session.js';

const API = '/api/v1';
const PLAN = { mode: 'total', size: 3, wildcards: 0, waiting: 1, cutTies: 'order' };
const FIELD = {
  授时芯片: [30, { organisationName: '海石芯片公司', region: 'BJ' }],
  早筛试剂盒: [28, { division: 'BIO', organisationName: '基因研究所', region: 'XA' }],
  手术机器人: [26, { division: 'EQP', organisationName: '河北机器人', region: 'BJ' }],
  谷物烘干塔: [24, { division: 'FOOD' }],
} as const;

eachEngine('the gallery', (engine) => {
  let app: TestApp;
  let stage: DecidedStage;
  let path: string;
  let owner: TestPerson;
  let entrant: Browser;
  const visitor = () => app.browser();
  const titles = async (query = '') =>
    (await visitor().get(`${path}/gallery${query}`).expect(200)).body.items.map(
      ({ title }: { title: string }) => title,
    );
  const galleries = async () => (await visitor().get(`${API}/galleries`).expect(200)).body as unknown;
  const idOf = (title: string) => stage.projects[title]!.id;

  beforeAll(async () => {
    app = await startApp(engine);
    stage = await decidedStage(app, FIELD as never, PLAN);
    path = `${API}/editions/${stage.editionId}`;
    owner = await makePerson(app, '李申报');
    entrant = await signIn(app, owner);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(
          Project,
          { id: Equal(idOf('早筛试剂盒')) },
          { ownerId: owner.id, summary: '早'.repeat(300) },
        ),
      );
    await nameCore(app, stage.projects['授时芯片']!, '张三丰');
  });
  afterAll(() => app?.close());

  const open = async (gallery: boolean) => {
    const { body: file } = await stage.organiser.get(`${path}/file`).expect(200);
    file.gallery = gallery;
    const { body } = await stage.organiser.post(`${path}/change/preview`).send({ file }).expect(200);
    const change = stage.organiser.post(`${path}/change`).set('If-Match', `"${body.version}"`);
    await change.send({ file, reason: '开放展示' }).expect(200);
  };

  it('is there for nobody until the edition opens it, and is empty until something is published', async () => {
    expectRefused(await visitor().get(`${path}/gallery`), 404, 'common.not_found');
    expect((await visitor().get(path).expect(200)).body.gallery).toBe(false);
    expect(await galleries()).toEqual([]);
    await open(true);
    expect(await galleries()).toEqual([]);
    expect((await visitor().get(path).expect(200)).body.gallery).toBe(true);
    expect((await visitor().get(`${path}/gallery`).expect(200)).body).toMatchObject({
      items: [],
      total: 0,
      awards: [],
    });
  });

  it('shows who advances once that is published, and nothing of people', async () => {
    await publishDecision(stage);
    const { body } = await visitor().get(`${path}/gallery`).expect(200);
    expect(body.total).toBe(3);
    expect(await galleries()).toEqual([{ edition: body.edition, projects: 3 }]);
    expect(body.items.find(({ title }: Project) => title === '早筛试剂盒')).toEqual({
      id: idOf('早筛试剂盒'),
      title: '早筛试剂盒',
      summary: `${'早'.repeat(160)}…`,
      organisation: '基因研究所',
      division: { zh: '生物医药', en: 'Biomedicine' },
      region: { zh: '西安赛区', en: 'Xi’an' },
      stage: { zh: '决赛', en: 'Final' },
      award: null,
    });
    const { body: one } = await visitor()
      .get(`${path}/gallery/${idOf('早筛试剂盒')}`)
      .expect(200);
    expect(one.summary).toBe('早'.repeat(300));
    const { body: all } = await visitor()
      .get(`${path}/gallery/${idOf('授时芯片')}`)
      .expect(200);
    for (const said of [JSON.stringify(body), JSON.stringify(all)])
      for (const secret of ['张三丰', '李申报', '@', 'ownerId', 'number']) expect(said).not.toContain(secret);
    expectRefused(await visitor().get(`${path}/gallery/${idOf('谷物烘干塔')}`), 404, 'common.not_found');
  });

  it('puts winners first once awards are on notice, and is narrowed and paged', async () => {
    await publishNotice(stage, { kind: 'awards' });
    const { body } = await visitor().get(`${path}/gallery`).expect(200);
    expect(body.total).toBe(4);
    expect(body.items[0].award).toEqual({ zh: '一等奖', en: 'First prize' });
    expect(body.awards).toEqual([{ code: 'FIRST', name: { zh: '一等奖', en: 'First prize' }, count: 4 }]);
    expect(await titles('?region=BJ&division=EQP')).toEqual(['手术机器人']);
    expect(await titles(`?q=${encodeURIComponent('基因 研究')}`)).toEqual(['早筛试剂盒']);
    expect(await titles(`?q=${encodeURIComponent('试剂盒  研究')}`)).toEqual(['早筛试剂盒']);
    expect(await titles(`?q=${encodeURIComponent('试剂盒 机器人')}`)).toEqual([]);
    expect(await titles('?q=100%25_')).toEqual([]);
    expect(await titles('?award=SECOND')).toEqual([]);
    const counted = async (query: string) => {
      const { divisions, fields, regions, awards } = (await visitor().get(`${path}/gallery${query}`).expect(200)).body;
      return Object.fromEntries(
        [divisions, fields, regions, awards].flat().flatMap(({ code, count }) => (count > 0 ? [[code, count]] : [])),
      );
    };
    expect(await counted('')).toEqual({ EIT: 1, BIO: 1, EQP: 1, FOOD: 1, BJ: 3, XA: 1, FIRST: 4 });
    expect(await counted('?region=BJ&limit=1')).toMatchObject({ EIT: 1, EQP: 1, FOOD: 1, BJ: 3, XA: 1 });
    expect(await counted('?division=BIO')).toMatchObject({ EIT: 1, BIO: 1, XA: 1 });
    expect(await counted(`?q=${encodeURIComponent('机器人')}`)).toEqual({ EQP: 1, BJ: 1, FIRST: 1 });
    const first = (await visitor().get(`${path}/gallery?limit=3`).expect(200)).body;
    const second = (await visitor().get(`${path}/gallery?limit=3&cursor=${first.next}`).expect(200)).body;
    expect(first.items).toHaveLength(3);
    expect(second).toMatchObject({ items: [expect.anything()], total: 4 });
    expect(second.next).toBeUndefined();
    expect(new Set([...first.items, ...second.items].map(({ id }: Project) => id)).size).toBe(4);
    expectRefused(await visitor().get(`${path}/gallery?cursor=nowhere`), 422, 'common.bad_cursor', 'cursor');
    expectRefused(await visitor().get(`${path}/gallery?limit=0`), 422, 'common.number_out_of_range', 'limit');
  });

  it('is not read again for a draft that is saved meanwhile, and is for a project that changed', async () => {
    const all = await titles();
    await acceptedProject(app, stage.editionId, { state: 'draft', number: null, submittedAt: null });
    expect(await countQueries(app, 'titleKey', titles)).toBe(0);
    const renamed = { title: '谷物烘干塔二代', version: 2 };
    await app.get(DataSource).manager.update(Project, { id: Equal(idOf('谷物烘干塔')) }, renamed);
    expect(await titles()).toEqual(all.map((title: string) => (title === '谷物烘干塔' ? renamed.title : title)));
    await app
      .get(DataSource)
      .manager.update(Project, { id: Equal(idOf('谷物烘干塔')) }, { title: '谷物烘干塔', version: 3 });
  });

  it('leaves a project out whose entrant wants that, at once and on record', async () => {
    const choice = `${API}/projects/${idOf('早筛试剂盒')}/gallery`;
    expect((await entrant.get(choice).expect(200)).body).toEqual({
      open: true,
      listed: true,
      shown: true,
      mayChange: true,
    });
    await entrant.put(choice).send({ listed: false }).expect(204);
    await entrant.put(choice).send({ listed: false }).expect(204);
    expect((await entrant.get(choice).expect(200)).body).toEqual({
      open: true,
      listed: false,
      shown: false,
      mayChange: true,
    });
    expect(await titles()).not.toContain('早筛试剂盒');
    expect(await galleries()).toMatchObject([{ projects: 3 }]);
    expectRefused(await visitor().get(`${path}/gallery/${idOf('早筛试剂盒')}`), 404, 'common.not_found');
    const events = () =>
      app.get(DataSource).manager.countBy(StoredEvent, { type: 'project.gallery_left', subjectId: idOf('早筛试剂盒') });
    expect(await events()).toBe(1);
    const { browser: other } = await signedIn(app, '路人');
    expectRefused(await other.put(choice).send({ listed: true }), 404, 'common.not_found');
    expectRefused(await stage.organiser.put(choice).send({ listed: true }), 404, 'common.not_found');
    expectRefused(await entrant.put(choice).send({ listed: 'yes' }), 422, 'common.not_a_boolean', 'listed');
    await entrant.put(choice).send({ listed: true }).expect(204);
    expect(await titles()).toContain('早筛试剂盒');
  });

  it('follows a withdrawal, a revoked notice and an edition that closes it', async () => {
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(idOf('手术机器人')) }, { state: 'withdrawn' }),
      );
    expect(await titles()).not.toContain('手术机器人');
    const { body: notices } = await visitor().get(`${path}/public-notices`).expect(200);
    const revoke = stage.organiser.post(`${API}/public-notices/${notices[0].id}/revoke`).set('If-Match', '"1"');
    await revoke.send({ reason: '更正' }).expect(204);
    const { body } = await visitor().get(`${path}/gallery`).expect(200);
    expect(body.awards).toEqual([]);
    expect(await titles()).not.toContain('谷物烘干塔');
    expect(await galleries()).not.toEqual([]);
    await open(false);
    expectRefused(await visitor().get(`${path}/gallery`), 404, 'common.not_found');
    expect(await galleries()).toEqual([]);
  });
});
