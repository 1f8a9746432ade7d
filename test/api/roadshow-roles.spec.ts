import { ROADSHOW_CHAIR, ROADSHOW_DESK, ROADSHOW_SCREEN } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { describeApi } from '@haishi/server/openapi';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { expectRefused, signedIn } from '../support/people.js';
import { begin, listen, setStage, type Stage, submit } from './roadshow-session.js';

/** Organiser, chair, stage manager, judge, recorder, supervisor. */
const ROLES = { O: '组织者', C: '组长', S: '舞台监督', J: '评委', R: '场记员', W: '监督员' } as const;
type Letter = keyof typeof ROLES;

/**
 * Every route by which something of a session is read, and the letters of those whom its permission lets in. What changes
 * something is in the table of `machine-session`.
 */
const TABLE: [route: string, allowed: string][] = [
  ['', 'OC'],
  ['/stage', 'OCS'],
  ['/desk', 'J'],
  ['/judges', 'O'],
  ['/candidates', 'O'],
  ['/tied-leaders', 'O'],
  ['/entries/:entry/answers', 'OCJ'],
  ['/entries/:entry/materials', 'OCJ'],
  ['/entries/:entry/revisions', 'OC'],
  ['/entries/:entry/strikes', 'OC'],
  ['/sign-in', 'OCR'],
  ['/screens', 'O'],
  ['/audience/address', 'OC'],
  ['/keyed', 'OCR'],
  ['/keyed/:entry/1', 'OC'],
  ['/papers/blank-sheets', 'OCR'],
  ['/papers/draw-record', 'OCW'],
  ['/papers/event-log', 'OCW'],
  ['/papers/own-sheets', 'J'],
  ['/papers/results?format=csv', 'OCW'],
  ['/papers/score-sheets', 'OCW'],
  ['/papers/summary', 'OCW'],
  ['/papers/workbook', 'OCW'],
  ['/ceremony', 'OC'],
  ['/record', 'OCRW'],
];
/** Open to anybody while the audience is let in. */
const PUBLIC = ['/audience', '/audience/code'];

describe('who may do what in a session', () => {
  let app: TestApp;
  let stage: Stage;
  let people: Record<Letter, Browser>;
  /** Who has no role, and who has each of them elsewhere. */
  let entrant: Browser;
  let stranger: Browser;

  const ask = (browser: Browser, route: string) => browser.get(stage.path + route.replace(':entry', stage.a));

  beforeAll(async () => {
    app = await startApp('sqlite');
    stage = await setStage(app);
    // A supervisor would have to witness the draw first.
    await begin(stage);
    const staff = async (role: 'stage_manager' | 'recorder' | 'supervisor', name: string) =>
      (await signedIn(app, name, [{ role, scopeType: 'session', scopeId: stage.id }])).browser;
    people = {
      O: stage.organiser,
      C: stage.chair,
      S: await staff('stage_manager', ROLES.S),
      J: stage.judges[0]!.browser,
      R: await staff('recorder', ROLES.R),
      W: await staff('supervisor', ROLES.W),
    };
    entrant = (await signedIn(app, '参赛人')).browser;
    const elsewhere = { scopeType: 'session', scopeId: newId() } as const;
    stranger = (
      await signedIn(app, '外人', [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${stage.editionId}/HZ` },
        ...(['chair', 'stage_manager', 'judge', 'recorder', 'supervisor'] as const).map((role) => ({
          role,
          ...elsewhere,
        })),
      ])
    ).browser;
  });
  afterAll(() => app?.close());

  it('is said of every route that there is', () => {
    const { paths } = describeApi(app.app);
    const shape = (route: string) =>
      route.replace(/\?.*/, '').replaceAll(/\{\w+\}|:entry|\/1(?=$|\/)/g, (part) => (part === '/1' ? '/*' : '*'));
    const routes = Object.entries(paths).flatMap(([path, item]) => {
      const [, route] = /^\/api\/v1\/sessions\/\{id\}(.*)$/.exec(path) ?? [];
      return route === undefined || item.get === undefined ? [] : [shape(route)];
    });
    expect(routes.toSorted()).toEqual([...TABLE.map(([route]) => shape(route)), ...PUBLIC].toSorted());
  });

  it('lets a stage manager lead an entry over the stage, and see who has scored and nothing of what', async () => {
    const { S: manager, C: chair } = people;
    const { browser: chairElsewhere } = await signedIn(app, '他场组长', [
      { role: 'stage_manager', scopeType: 'session', scopeId: stage.id },
      { role: 'chair', scopeType: 'session', scopeId: newId() },
    ]);
    const does = (route: string, body: object = {}) => manager.post(`${stage.path}/${route}`).send(body).expect(204);
    expectRefused(await manager.get(stage.path), 403, 'common.forbidden');
    expect((await manager.get(`${stage.path}/stage`).expect(200)).body).toEqual({ minValid: 5 });
    const own = (await manager.get('/api/v1/sessions').expect(200)).body as object[];
    expect(own).toMatchObject([{ id: stage.id, stages: true, leads: false, seated: false, records: false }]);
    const { items } = (await manager.get('/api/v1/tasks').expect(200)).body as { items: object[] };
    expect(items).toMatchObject([
      { kind: 'roadshow.stage', href: `/roadshow/${stage.id}/stage`, live: true, count: 3 },
    ]);
    const tasks = (await chair.get('/api/v1/tasks').expect(200)).body.items as { kind: string }[];
    expect(tasks.map(({ kind }) => kind)).toEqual(['roadshow.chair']);

    await does('call', { entryId: stage.b });
    await does('skip', { entryId: stage.b });
    await does('call', { entryId: stage.a });
    await does('phase', { entryId: stage.a, phase: 'pitch' });
    for (const action of ['pause', 'resume']) await does('timer', { entryId: stage.a, action });
    await does('timer', { entryId: stage.a, action: 'add', seconds: 60 });
    for (const phase of ['questions', 'scoring']) await does('phase', { entryId: stage.a, phase });
    for (const judge of stage.judges.slice(1)) await submit(stage, judge, stage.a, [20, 20, 15, 8, 12]).expect(200);
    await does('nudge', { entryId: stage.a, seatNo: 1 });
    await does('blank');
    await does('unblank');
    for (const [route, body] of [
      ['lock', { entryId: stage.a, reason: '先锁' }],
      ['paper', { entryId: stage.a, reason: '断网' }],
      ['strike', { entryId: stage.a, seatNo: 2, reason: '无效' }],
      ['reopen', { entryId: stage.a, seatNo: 2, reason: '更正' }],
      ['show', { entryId: stage.a }],
      ['stop', { reason: '停电' }],
    ] as const)
      // The route asks whether somebody chairs at all, what it leads to whether they chair here.
      for (const one of [manager, chairElsewhere])
        expectRefused(await one.post(`${stage.path}/${route}`).send(body), 403, 'common.forbidden');

    const desk = await listen(app, manager);
    onTestFinished(() => desk.close());
    expect(await desk.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ code: 'common.forbidden' });
    expect(await desk.subscribe(ROADSHOW_SCREEN, stage.id)).toMatchObject({ ok: true });
    const { snapshot } = (await desk.subscribe(ROADSHOW_DESK, stage.id)) as { snapshot: Record<string, unknown> };
    expect(snapshot).toMatchObject({ nudges: [{ entryId: stage.a, seatNo: 1 }] });
    const { progress } = snapshot as { progress: { entryId: string; scored: number[] }[] };
    expect(progress.find(({ entryId }) => entryId === stage.a)!.scored.toSorted()).toEqual([2, 3, 4, 5, 6, 7]);
    await chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '一位评委离场' }).expect(204);
    await does('intermission', { text: '茶歇' });
    await does('intermission/end');
  });

  it('lets a stage manager who judges elsewhere read no materials here', async () => {
    const { browser } = await signedIn(app, '舞台监督兼评委', [
      { role: 'stage_manager', scopeType: 'region', scopeId: `${stage.editionId}/HZ` },
      { role: 'stage_manager', scopeType: 'session', scopeId: stage.id },
      { role: 'judge', scopeType: 'session', scopeId: newId() },
    ]);
    for (const what of ['materials', 'answers'])
      expectRefused(await browser.get(`${stage.path}/entries/${stage.a}/${what}`), 404, 'common.not_found');
  });

  it('has the role given and taken by an organiser, by invitation as well, and by nobody who only chairs', async () => {
    const { person, browser } = await signedIn(app, '新来的');
    const grant = { role: 'stage_manager', scopeType: 'session', scopeId: stage.id };
    expectRefused(await browser.get(`${stage.path}/stage`), 403, 'common.forbidden');
    expectRefused(await people.C.post(`/api/v1/people/${person.id}/grants`).send(grant), 403, 'common.forbidden');
    const { body } = await stage.organiser.post(`/api/v1/people/${person.id}/grants`).send(grant).expect(201);
    await browser.get(`${stage.path}/stage`).expect(200);
    await stage.organiser.delete(`/api/v1/grants/${(body as { id: string }).id}`).expect(204);
    expectRefused(await browser.get(`${stage.path}/stage`), 403, 'common.forbidden');
    for (const [scopeType, scopeId] of [
      ['edition', stage.editionId],
      ['region', `${stage.editionId}/HZ`],
    ]) {
      const invitation = { ...grant, locale: 'zh', scopeType, scopeId, mail: `${newId()}@example.com`, name: '受邀' };
      await stage.organiser.post('/api/v1/invitations').send(invitation).expect(201);
    }
  });

  it('has recorders appointed by its organiser, and supervisors by administrators alone', async () => {
    const { person } = await signedIn(app, '待任命');
    const { browser: administrator } = await signedIn(app, '管理员', [
      { role: 'administrator', scopeType: 'system', scopeId: '' },
    ]);
    const here = { scopeType: 'session', scopeId: stage.id };
    const give = (browser: Browser, role: string) =>
      browser.post(`/api/v1/people/${person.id}/grants`).send({ role, ...here });
    await give(stage.organiser, 'recorder').expect(201);
    expectRefused(await give(stage.organiser, 'supervisor'), 403, 'identity.grant_beyond_own');
    const invited = { role: 'supervisor', locale: 'zh', mail: `${newId()}@example.com`, name: '受邀', ...here };
    const invite = (browser: Browser) => browser.post('/api/v1/invitations').send(invited);
    expectRefused(await invite(stage.organiser), 403, 'identity.grant_beyond_own');
    await invite(administrator).expect(201);
    const { body: found } = await administrator.get(`/api/v1/editions/${stage.editionId}/sessions`).expect(200);
    expect((found as { id: string }[]).map(({ id }) => id)).toContain(stage.id);
    const { body } = await give(administrator, 'supervisor').expect(201);
    const { id } = body as { id: string };
    // Else an organiser could do without a supervisor's word by releasing them.
    expectRefused(await stage.organiser.delete(`/api/v1/grants/${id}`), 403, 'identity.grant_beyond_own');
    await administrator.delete(`/api/v1/grants/${id}`).expect(204);
  });

  describe('once it is closed', () => {
    beforeAll(async () => {
      await people.C.post(`${stage.path}/close`).send({ reason: '其余项目未到场' }).expect(204);
    });

    it.each(TABLE)('%s is read by %s alone', async (route, allowed) => {
      const asked = Object.entries(people).map(async ([letter, browser]) => {
        const { status, body: answer } = await ask(browser, route);
        const who = ROLES[letter as Letter];
        if (allowed.includes(letter))
          expect([401, 403, 404], `${who}: ${JSON.stringify(answer)}`).not.toContain(status);
        else expectRefused({ status, body: answer }, 403, 'common.forbidden');
      });
      await Promise.all(asked);
      const [without, elsewhere, nobody] = await Promise.all(
        [entrant, stranger, app.browser()].map((browser) => ask(browser, route)),
      );
      expectRefused(without!, 403, 'common.forbidden');
      expectRefused(elsewhere!, 404, 'common.not_found');
      expectRefused(nobody!, 401, 'common.unauthenticated');
    });
  });
});
