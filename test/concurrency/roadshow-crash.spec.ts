import { agent } from 'supertest';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secondsLeft } from '../../apps/web/src/features/roadshow/roadshow-state.js';
import { begin, cookiesOf, openScoring, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { eachEngine, type Place } from '../support/engines.js';
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

const PITCH = 8 * 60;

/** When a request went out, and when it was answered. */
async function timed(request: () => PromiseLike<unknown>): Promise<{ sent: number; answered: number }> {
  const sent = Date.now();
  await request();
  return { sent, answered: Date.now() };
}

/** The server is killed while judges score over HTTP, and started again over the same database. */
eachEngine('a roadshow whose server is killed', (engine) => {
  let place: Place;
  let balancer: Balancer;
  /** The server that judges, chair and screens reach, whichever process it is just now. */
  let app: TestApp;
  let server: ServerProcess;
  let scoring: { stage: Stage; token: string; crowd: Crowd };
  let pitching: typeof scoring;

  const restart = async () => {
    server = await startProcess(place);
    balancer.ports = [server.port];
    balancer.heal();
  };
  /** Revisions of an entry, asked for behind the balancer's back. */
  const storedFor = async (stage: Stage, entryId: string) => {
    const url = `http://127.0.0.1:${server.port}${stage.path}/entries/${entryId}/revisions`;
    const answer = await fetch(url, { headers: { cookie: await cookiesOf(app, stage.chair) } });
    return ((await answer.json()) as unknown[]).length;
  };
  const seated = async (stage: Stage) => {
    await begin(stage);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    return { stage, token: body.token as string, crowd: await gather(app, stage, body.token) };
  };

  beforeAll(buildServer, 180_000);
  beforeEach(async () => {
    place = await makeMigratedPlace(engine);
    const first = await startApp(engine, {}, place);
    balancer = await startBalancer([Number(new URL(first.url).port)]);
    app = { ...first, url: balancer.url, browser: () => agent(balancer.url).set('Accept-Language', 'zh-CN') };
    const stages = [await setStage(app), await setStage(app)] as const;
    await first.close();
    await restart();
    scoring = await seated(stages[0]);
    pitching = await seated(stages[1]);
  });
  afterEach(async () => {
    scoring?.crowd.close();
    pitching?.crowd.close();
    await server?.kill();
    await balancer?.close();
    await place?.remove();
  });

  describe('with judges scoring and a pitch timed', () => {
    it('has every acknowledged sheet once, its watchers back by themselves, and its timers right', async () => {
      const { stage } = scoring;
      await openScoring(stage, stage.a);
      const { chair, path, b } = pitching.stage;
      const timer = (action: string, more = {}) =>
        chair
          .post(`${path}/timer`)
          .send({ entryId: b, action, ...more })
          .expect(204);
      await chair.post(`${path}/call`).send({ entryId: b }).expect(204);
      const begun = await timed(() => chair.post(`${path}/phase`).send({ entryId: b, phase: 'pitch' }).expect(204));
      await timer('add', { seconds: 60 });

      const acknowledged: Acknowledged[] = [];
      let over = false;
      const judges = scoreOnAndOn(stage, stage.a, acknowledged, () => over);
      await until(() => acknowledged.length >= 30);
      balancer.mute();
      await until(async () => (await storedFor(stage, stage.a)) > acknowledged.length);
      await server.kill();
      const stored = acknowledged.length;
      const { screen } = pitching.crowd;
      await until(() => [...scoring.crowd.all, ...pitching.crowd.all].every(({ fresh }) => !fresh));
      await restart();
      await until(() => acknowledged.length >= stored + 30);
      over = true;
      await judges;

      await expectStoredOnce(stage, stage.a, acknowledged);
      await expectCaughtUp(app, stage, scoring.token, scoring.crowd);
      await expectCaughtUp(app, pitching.stage, pitching.token, pitching.crowd);
      /** To the second, whichever moment of a request the server took for its own. */
      const expectRight = (paused = { least: 0, most: 0 }) => {
        const now = Date.now();
        const left = secondsLeft(screen.state!.current!.timer, now + screen.clockOffset)!;
        expect(left).toBeGreaterThanOrEqual(PITCH + 60 - (now - begun.sent - paused.least) / 1000 - 1);
        expect(left).toBeLessThanOrEqual(PITCH + 60 - (now - begun.answered - paused.most) / 1000 + 1);
      };
      expectRight();

      const pause = await timed(() => timer('pause'));
      await server.kill();
      await restart();
      // Longer than the second by which the timer may be off.
      await until(() => screen.fresh && Date.now() - pause.answered > 2000);
      const resume = await timed(() => timer('resume'));
      await until(() => screen.state!.current!.timer!.pausedAt === null);
      await expectCaughtUp(app, pitching.stage, pitching.token, pitching.crowd);
      expectRight({ least: resume.sent - pause.answered, most: resume.answered - pause.sent });
    });
  });
});
