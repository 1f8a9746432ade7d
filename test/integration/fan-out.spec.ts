import { ROADSHOW_CHAIR, ROADSHOW_SCREEN, SOCKET_EVENTS, type DeltaMessage } from '@haishi/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, listen, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { ENGINES } from '../support/engines.js';
import { until } from '../support/facts.js';
import { signedIn, signIn } from '../support/people.js';
import { actFor } from '../support/ties.js';

const REDIS = process.env['TEST_REDIS_URL'];
const POINTS: Points = [27, 21.5, 17, 8, 12.5];

/** Two servers share a database and one Redis: judges are with the first, the screen is with the second. */
describe.runIf(REDIS)('fan-out between two servers', () => {
  let first: TestApp;
  let second: TestApp;
  let stage: Stage;

  beforeAll(async () => {
    const settings = { REDIS_URL: REDIS! };
    first = await startApp(ENGINES.at(-1)!, settings);
    second = await startApp(first.engine, settings, first.place);
    stage = await setStage(first);
    await begin(stage);
  });
  afterAll(async () => {
    await second?.close();
    await first?.close();
  });

  it('reaches a screen of the other server, every number once and in order', async () => {
    const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const screen = await listen(second);
    const numbers: number[] = [];
    screen.socket.on(SOCKET_EVENTS.delta, (message: DeltaMessage) => numbers.push(message.seq));
    const snapshot = await screen.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
    expect(snapshot).toMatchObject({ ok: true });
    const start = (snapshot as { seq: number }).seq;

    await openScoring(stage, stage.a);
    for (const judge of stage.judges) await submit(stage, judge, stage.a, POINTS).expect(200);
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a }).expect(204);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);

    await until(() => screen.packets.some((packet) => packet.includes('"phase":"shown"')));
    expect(numbers).toEqual(numbers.map((_, index) => start + 1 + index));
    expect(numbers.length).toBeGreaterThanOrEqual(stage.judges.length + 5);
    screen.close();
  });

  it('cuts a leader of the other server whom a corrected organisation ties to an entry', async () => {
    const { person } = await signedIn(first, '另一组织者', [
      { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId },
    ]);
    const id = await actFor(first, person.id, { name: '名称有误的公司' });
    const browser = await signIn(first, person);
    const desk = await listen(second, browser);
    expect(await desk.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ ok: true });
    await browser
      .patch(`/api/v1/organisations/${id}`)
      .set('If-Match', '"1"')
      .send({ name: stage.projects.a.organisationName, kind: 'private', industry: 'EIT', countyCode: '130102' })
      .expect(204);
    await until(() => !desk.socket.connected);
  });

  it('ends the listening of a screen on the other server once its link is revoked', async () => {
    const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '副屏' }).expect(201);
    const screen = await listen(second);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
    await stage.organiser.delete(`${stage.path}/screens/${link.id}`).expect(204);
    await until(() => !screen.socket.connected);
  });
});
