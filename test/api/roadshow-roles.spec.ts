import { ROADSHOW_CHAIR, ROADSHOW_DESK, ROADSHOW_SCREEN } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { ReviewQueries } from '@haishi/review';
import { describeApi } from '@haishi/server/openapi';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { expectRefused, signedIn } from '../support/people.js';
import { begin, inHundredths, listen, setStage, type Stage, submit } from './roadshow-session.js';

/** Organiser, chair, stage manager, judge, recorder, supervisor. */
const ROLES = { O: '组织者', C: '组长', S: '舞台监督', J: '评委', R: '场记员', W: '监督员' } as const;
type Letter = keyof typeof ROLES;
type Method = 'get' | 'post' | 'put' | 'delete';

const REASON = { reason: '说明' };
/** Ids in a route and in a body. */
const ENTRY = ':entry';
const ON_ENTRY = { entryId: ENTRY, ...REASON };
const ON_SHEET = { ...ON_ENTRY, seatNo: 1 };
const DIGEST = 'a'.repeat(64);
const KEYING = ':keying';
const SCORES = inHundredths([20, 20, 15, 8, 12]);

/**
 * Every route of a session, and the letters of those whom its permission lets in. A chair may do all that a stage manager
 * may, and an organiser all that a chair may.
 */
const TABLE: [method: Method, route: string, allowed: string, body?: object][] = [
  ['get', '', 'OC'],
  ['get', '/stage', 'OCS'],
  ['get', '/desk', 'J'],
  ['get', '/judges', 'O'],
  ['get', '/candidates', 'O'],
  ['get', '/tied-leaders', 'O'],
  ['post', '/entries', 'O', { projectIds: [newId()] }],
  ['delete', '/entries/:entry', 'O'],
  ['get', '/entries/:entry/answers', 'OCJ'],
  ['get', '/entries/:entry/materials', 'OCJ'],
  ['get', '/entries/:entry/revisions', 'OC'],
  ['get', '/entries/:entry/strikes', 'OC'],
  ['put', '/entries/:entry/sheet', 'J', { sheetKey: newId(), revision: 0, scores: SCORES }],
  ['post', '/seats', 'O', { seatNo: 8, personId: newId(), kind: 'technical', organisationName: '单位' }],
  ['delete', '/seats/1', 'O'],
  ['put', '/meeting', 'O', {}],
  ['put', '/ties', 'O', { ties: null }],
  ['post', '/plan', 'O', {}],
  ['post', '/sign-in/open', 'O'],
  ['post', '/sign-in/suspend', 'O', REASON],
  ['get', '/sign-in', 'OCR'],
  ['post', '/sign-in', 'OCR', { entryId: ENTRY, speakers: ['主讲'] }],
  ['post', '/sign-in/out', 'OCR', { entryId: ENTRY, ...REASON }],
  ['post', '/sign-in/own', 'J'],
  ['post', '/draw', 'O', {}],
  ['post', '/undraw', 'O', REASON],
  ['post', '/recusals', 'OC', ON_SHEET],
  ['post', '/recusals/lift', 'O', ON_SHEET],
  ['post', '/recusals/own', 'J', ON_ENTRY],
  ['post', '/start', 'OC', {}],
  ['post', '/call', 'OCS', { entryId: ENTRY }],
  ['post', '/skip', 'OCS', { entryId: ENTRY }],
  ['post', '/phase', 'OCS', { entryId: ENTRY, phase: 'pitch' }],
  ['post', '/timer', 'OCS', { entryId: ENTRY, action: 'pause' }],
  ['post', '/nudge', 'OCS', { entryId: ENTRY, seatNo: 1 }],
  ['post', '/intermission', 'OCS', { text: '茶歇' }],
  ['post', '/intermission/end', 'OCS'],
  ['post', '/blank', 'OCS'],
  ['post', '/unblank', 'OCS'],
  ['post', '/paper', 'OC', ON_ENTRY],
  ['post', '/lock', 'OC', { entryId: ENTRY }],
  ['post', '/show', 'OC', { entryId: ENTRY }],
  ['post', '/reopen', 'OC', ON_SHEET],
  ['post', '/strike', 'OC', ON_SHEET],
  ['post', '/strike/lift', 'OC', ON_SHEET],
  ['post', '/tie-ruling', 'OC', { entryIds: [ENTRY, newId()], ...REASON }],
  ['post', '/tie-ruling/revoke', 'OC', { entryIds: [ENTRY, newId()], ...REASON }],
  ['post', '/withdraw', 'OC', ON_ENTRY],
  ['post', '/reinstate', 'OC', ON_ENTRY],
  ['post', '/stop', 'OC', REASON],
  ['post', '/resume', 'OC'],
  ['post', '/close', 'OC', {}],
  ['get', '/screens', 'O'],
  ['post', '/screens', 'O', { label: '主屏' }],
  ['delete', '/screens/:link', 'O'],
  ['get', '/audience/address', 'OC'],
  ['post', '/audience/open', 'O'],
  ['post', '/audience/close', 'O'],
  ['get', '/keyed', 'OCR'],
  ['get', '/keyed/:entry/1', 'OC'],
  ['put', '/keyed/:entry/1', 'OR', { keyId: newId(), revision: 0, scores: SCORES, comment: '' }],
  ['post', '/keyed/void', 'OC', { keyingId: KEYING, ...REASON }],
  ['get', '/papers/blank-sheets', 'OCR'],
  ['get', '/papers/draw-record', 'OCW'],
  ['get', '/papers/event-log', 'OCW'],
  ['get', '/papers/own-sheets', 'J'],
  ['get', '/papers/results?format=csv', 'OCW'],
  ['get', '/papers/score-sheets', 'OCW'],
  ['get', '/papers/summary', 'OCW'],
  ['get', '/papers/workbook', 'OCW'],
  ['get', '/ceremony', 'OC'],
  ['put', '/ceremony', 'OC', { awards: [], slides: [] }],
  ['put', '/ceremony/freeze', 'OC'],
  ['delete', '/ceremony/freeze', 'OC'],
  ['put', '/ceremony/presenter', 'OC'],
  ['post', '/ceremony/step', 'OC', { at: 1 }],
  ['put', '/ceremony/automatic', 'OC', { seconds: 8 }],
  ['delete', '/ceremony/automatic', 'OC'],
  ['post', '/ceremony/begin', 'OC'],
  ['get', '/record', 'OCRW'],
  ['post', '/record/witness', 'W', { subject: 'totals', verdict: 'witnessed', digest: DIGEST }],
  ['post', '/record/signatures', 'OCR', { digest: DIGEST }],
  ['post', '/record/signatures/back', 'OCR', REASON],
  ['post', '/record/confirm', 'OC', { digest: DIGEST }],
];
/** Open to anybody while the audience is let in. */
const PUBLIC = ['get /audience', 'get /audience/code'];

describe('who may do what in a session', () => {
  let app: TestApp;
  let stage: Stage;
  let people: Record<Letter, Browser>;
  /** Who has no role, and who has each of them elsewhere. */
  let entrant: Browser;
  let stranger: Browser;
  let link: string;
  let keying = '';

  const ask = (browser: Browser, method: Method, route: string, body?: object) => {
    const path = stage.path + route.replace(ENTRY, stage.a).replace(':link', link);
    const sent = JSON.parse(
      JSON.stringify(body ?? {})
        .replaceAll(ENTRY, stage.a)
        .replace(KEYING, keying),
    ) as object;
    return method === 'get' ? browser.get(path) : browser[method](path).send(sent);
  };

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
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '侧屏' }).expect(201);
    link = (body as { id: string }).id;
  });
  afterAll(() => app?.close());

  it('is said of every route that there is', () => {
    const { paths } = describeApi(app.app);
    const shape = (route: string) =>
      route.replace(/\?.*/, '').replaceAll(/\{\w+\}|:entry|:link|\/1(?=$|\/)/g, (part) => (part === '/1' ? '/*' : '*'));
    const routes = Object.entries(paths).flatMap(([path, item]) => {
      const [, route] = /^\/api\/v1\/sessions\/\{id\}(.*)$/.exec(path) ?? [];
      if (route === undefined) return [];
      return Object.keys(item)
        .filter((method) => ['get', 'post', 'put', 'delete', 'patch'].includes(method))
        .map((method) => `${method} ${shape(route)}`);
    });
    expect(routes.toSorted()).toEqual(
      [...TABLE.map(([method, route]) => `${method} ${shape(route)}`), ...PUBLIC].toSorted(),
    );
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

  describe('once it is closed', () => {
    beforeAll(async () => {
      const entryId = stage.c;
      const chair = (route: string, body: object) => people.C.post(`${stage.path}/${route}`).send(body).expect(204);
      await chair('call', { entryId });
      await chair('paper', { entryId, reason: '断网' });
      const keyed = { keyId: newId(), revision: 0, scores: SCORES, comment: '' };
      await people.R.put(`${stage.path}/keyed/${entryId}/1`).send(keyed).expect(200);
      keying = (await app.get(ReviewQueries).keyings(stage.id))[0]!.id;
      await chair('lock', { entryId, reason: '评委离场' });
      await chair('close', { reason: '其余项目未到场' });
    });

    it.each(TABLE)('%s %s is for %s alone', async (method, route, allowed, body) => {
      const asked = Object.entries(people).map(async ([letter, browser]) => {
        const { status, body: answer } = await ask(browser, method, route, body);
        const who = ROLES[letter as Letter];
        if (allowed.includes(letter))
          expect([401, 403, 404], `${who}: ${JSON.stringify(answer)}`).not.toContain(status);
        else expectRefused({ status, body: answer }, 403, 'common.forbidden');
      });
      await Promise.all(asked);
      const [without, elsewhere, nobody] = await Promise.all(
        [entrant, stranger, app.browser()].map((browser) => ask(browser, method, route, body)),
      );
      expectRefused(without!, 403, 'common.forbidden');
      expectRefused(elsewhere!, 404, 'common.not_found');
      expectRefused(nobody!, 401, 'common.unauthenticated');
    });
  });
});
