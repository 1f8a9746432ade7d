import { CeremonyClock } from '@haishi/contest/ceremony/ceremony.clock';
import { Ceremony } from '@haishi/contest/ceremony/ceremony.entity';
import { databaseOptions, openDataSource, readEnvironment, systemActor, UnitOfWork } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';
import { begin, openScoring, setStage, type Stage } from './roadshow-session.js';

const SLIDES = { awards: [], slides: [{ titleZh: '一' }, { titleZh: '二' }, { titleZh: '三' }] };

/** Three slides, three entries that did not take part, and the end. */
eachEngine('a ceremony that goes on by itself', (engine) => {
  let place: Place;
  let app: TestApp;
  let stage: Stage;
  let path: string;
  const view = async () =>
    (await stage.chair.get(path).expect(200)).body as {
      at: number;
      autoSeconds: number | null;
      steps: { kind: string }[];
    };
  const goes = (seconds: number) => stage.chair.put(`${path}/automatic`).send({ seconds });
  const step = (at: number) => stage.chair.post(`${path}/step`).send({ at }).expect(204);
  /** As though the time had come. */
  const isDue = () =>
    app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Ceremony, { sessionId: stage.id }, { dueAt: new Date(Date.now() - 600_000) }),
      );
  const steps = async () => {
    const { browser } = await signedIn(app, '审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
    const query = { subjectType: 'session', subjectId: stage.id, limit: 200 };
    const { body } = await browser.get('/api/v1/audit').query(query).expect(200);
    const items = body.items as { type: string; actorKind: string; actorId: string }[];
    return items.filter(({ type }) => type === 'ceremony.stepped' || type === 'ceremony.by_hand');
  };

  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
    app = await startApp(engine, {}, place);
  });
  beforeEach(async () => {
    stage = await setStage(app);
    path = `${stage.path}/ceremony`;
    await begin(stage);
    await stage.chair.put(path).set('if-match', '*').send(SLIDES).expect(204);
    await stage.chair.post(`${stage.path}/close`).send({ reason: '没有项目到场' }).expect(204);
  });
  afterAll(async () => {
    await app?.close();
    await place?.remove();
  });

  it('is for the chair alone, and only while it runs', async () => {
    expectRefused(await goes(8), 409, 'ceremony.not_running');
    await stage.chair.post(`${path}/begin`).expect(204);
    const judge = stage.judges[0]!.browser;
    expectRefused(await judge.put(`${path}/automatic`).send({ seconds: 8 }), 403, 'common.forbidden');
    expectRefused(await judge.delete(`${path}/automatic`), 403, 'common.forbidden');
    expectRefused(await app.browser().put(`${path}/automatic`).send({ seconds: 8 }), 401, 'common.unauthenticated');
    for (const seconds of [2, 121, 3.5, null]) expect((await goes(seconds as number)).status).toBe(422);
    expectRefused(await stage.chair.delete(`${path}/automatic`), 409, 'ceremony.not_automatic');
    await goes(120).expect(204);
    expect(await view()).toMatchObject({ at: 0, autoSeconds: 120 });
    await stage.chair.delete(`${path}/automatic`).expect(204);
    expect(await view()).toMatchObject({ at: 0, autoSeconds: null });
  });

  it('tells one step when it is due, on one of two servers, by the system’s hand', async () => {
    const other = await startApp(engine, {}, place);
    try {
      await stage.chair.post(`${path}/begin`).expect(204);
      await goes(120).expect(204);
      await app.get(CeremonyClock).stepDue();
      expect(await view()).toMatchObject({ at: 0 });
      await isDue();
      await Promise.all([app, other, app, other].map((one) => one.get(CeremonyClock).stepDue()));
      await until(async () => (await view()).at > 0);
      expect(await view()).toMatchObject({ at: 1, autoSeconds: 120 });
      expect(await steps()).toMatchObject([{ type: 'ceremony.stepped', actorKind: 'system', actorId: 'ceremony' }]);
    } finally {
      await other.close();
    }
  });

  it('goes on after a step by hand, and ends with a step back', async () => {
    await stage.chair.post(`${path}/begin`).expect(204);
    await goes(120).expect(204);
    await step(1);
    expect(await view()).toMatchObject({ at: 1, autoSeconds: 120 });
    await step(0);
    expect(await view()).toMatchObject({ at: 0, autoSeconds: null });
  });

  it('tells nothing while screens are blank, and then goes by hand', async () => {
    await stage.chair.post(`${path}/begin`).expect(204);
    await goes(120).expect(204);
    await stage.chair.post(`${stage.path}/blank`).expect(204);
    await isDue();
    await until(async () => (await view()).autoSeconds === null);
    expect(await view()).toMatchObject({ at: 0 });
    expect((await steps()).map(({ type }) => type)).toEqual(['ceremony.by_hand']);
  });

  it('leaves the last step, which makes the results final, to a hand', async () => {
    await stage.chair.post(`${path}/begin`).expect(204);
    for (let at = 1; at <= 4; at += 1) await step(at);
    await goes(120).expect(204);
    await isDue();
    await until(async () => (await view()).at === 5);
    await isDue();
    await until(async () => (await view()).at === 6);
    expect(await view()).toMatchObject({ autoSeconds: null });
    expectRefused(await goes(8), 409, 'ceremony.last_by_hand');
    await app.get(CeremonyClock).stepDue();
    expect(await view()).toMatchObject({ at: 6 });
  });

  it('goes on where no server was up when the step was due, and tells no more than that step', async () => {
    // One entry was scored by nobody, and hears that it does not advance before it hears anything else.
    stage = await setStage(app);
    path = `${stage.path}/ceremony`;
    await begin(stage);
    await openScoring(stage, stage.a);
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '评委离场' }).expect(204);
    await stage.chair
      .put(path)
      .set('if-match', '*')
      .send({ awards: [], slides: [], advancing: 1, lineFirst: true })
      .expect(204);
    await stage.chair.post(`${stage.path}/close`).send({ reason: '其余项目未到场' }).expect(204);
    await stage.chair.post(`${path}/begin`).expect(204);
    for (const at of [1, 2]) await step(at);
    await goes(120).expect(204);
    await app.close();
    const store = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    await store.manager.update(Ceremony, { sessionId: stage.id }, { dueAt: new Date(Date.now() - 600_000) });
    await store.destroy();
    app = await startApp(engine, {}, place);
    const chair = { role: 'chair', scopeType: 'session', scopeId: stage.id } as const;
    stage.chair = (await signedIn(app, '新组长', [chair])).browser;
    await until(async () => (await view()).at > 2);
    await app.get(CeremonyClock).stepDue();
    const kinds = (steps: readonly { kind: string }[]) => steps.map(({ kind }) => kind);
    const after = await view();
    expect(after).toMatchObject({ at: 3, autoSeconds: 120 });
    expect(kinds(after.steps)).toEqual(['withdrawn', 'withdrawn', 'line']);
    expect(after.steps[2]).toMatchObject({ entry: { id: stage.a }, advances: false });
  });
});
