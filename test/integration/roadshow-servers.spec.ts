import { agent } from 'supertest';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin, openScoring, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { ENGINES, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';
import { until } from '../support/facts.js';
import {
  type Acknowledged,
  type Crowd,
  expectCaughtUp,
  expectStoredOnce,
  gather,
  scoreOnAndOn,
} from '../support/roadshow-crowd.js';
import { buildServer, type ServerProcess, startProcess } from '../support/server-process.js';

const REDIS = process.env['TEST_REDIS_URL'];

/** Two servers share a database and one Redis. Judges and chair are with the first, the watchers with the second. */
describe.runIf(REDIS)('a roadshow on two servers of which one is killed', () => {
  let place: Place;
  let first: ServerProcess;
  let second: ServerProcess;
  let toJudges: Balancer;
  let toWatchers: Balancer;
  let app: TestApp;
  let stage: Stage;
  let token: string;
  let crowd: Crowd;

  beforeAll(buildServer, 180_000);
  beforeEach(async () => {
    place = await makeMigratedPlace(ENGINES.at(-1)!);
    const setup = await startApp(place.engine, {}, place);
    toJudges = await startBalancer([Number(new URL(setup.url).port)]);
    app = { ...setup, url: toJudges.url, browser: () => agent(toJudges.url).set('Accept-Language', 'zh-CN') };
    stage = await setStage(app);
    await setup.close();
    first = await startProcess(place, { REDIS_URL: REDIS! });
    second = await startProcess(place, { REDIS_URL: REDIS! });
    toJudges.ports = [first.port, second.port];
    toWatchers = await startBalancer([second.port, first.port]);
    await begin(stage);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    token = body.token;
    crowd = await gather({ ...app, url: toWatchers.url }, stage, token);
    await openScoring(stage, stage.a);
  });
  afterEach(async () => {
    crowd?.close();
    await Promise.all([first?.kill(), second?.kill()]);
    await Promise.all([toJudges?.close(), toWatchers?.close()]);
    await place?.remove();
  });

  it.each([
    ['the watchers’', () => second],
    ['the judges’', () => first],
  ])('goes on with nothing lost or twice when %s server is', async (_, killed) => {
    const acknowledged: Acknowledged[] = [];
    let over = false;
    const judges = scoreOnAndOn(stage, stage.a, acknowledged, () => over);
    await until(() => acknowledged.length >= 30 && crowd.screen.taken.length >= 30);
    await killed().kill();
    const before = acknowledged.length;
    await until(() => acknowledged.length >= before + 30);
    over = true;
    await judges;

    await expectStoredOnce(stage, stage.a, acknowledged);
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a }).expect(204);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);
    await expectCaughtUp({ ...app, url: toWatchers.url }, stage, token, crowd);
    expect(crowd.screen.state!.board).toHaveLength(1);
  });
});
