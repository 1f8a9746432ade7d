import { type DeltaMessage, ROADSHOW_SCREEN, type ScreenSnapshot } from '@haishi/contracts';
import { ChannelLog, systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { applyScreen } from '../../apps/web/src/features/roadshow/roadshow-state.js';
import { begin, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { startOf, watch, type Watcher } from '../support/watcher.js';

eachEngine('a screen that missed messages', (engine) => {
  let app: TestApp;
  let stage: Stage;
  let token: string;
  let balancer: Balancer;
  let screen: Watcher<ScreenSnapshot>;
  let loses: (message: DeltaMessage) => boolean;

  beforeAll(async () => {
    app = await startApp(engine);
    stage = await setStage(app);
    await begin(stage);
    token = (await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201)).body.token;
    await stage.chair.post(`${stage.path}/call`).send({ entryId: stage.a }).expect(204);
    await stage.chair.post(`${stage.path}/phase`).send({ entryId: stage.a, phase: 'pitch' }).expect(204);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    loses = () => false;
    balancer = await startBalancer([Number(new URL(app.url).port)]);
    screen = watch(balancer.url, ROADSHOW_SCREEN, stage.id, {
      token,
      apply: applyScreen,
      loses: (message) => loses(message),
    });
    await until(() => screen.fresh);
  });
  afterEach(async () => {
    screen.close();
    await balancer.close();
  });

  /** Each moves the screen by one message. */
  const addSeconds = async (times: number) => {
    for (let time = 0; time < times; time += 1)
      await stage.chair.post(`${stage.path}/timer`).send({ entryId: stage.a, action: 'add', seconds: 1 }).expect(204);
  };
  const from = (start: number, length: number) => Array.from({ length }, (_, index) => start + 1 + index);
  /** What the second subscription asked after, and the numbers it was sent. */
  const caughtUp = () => {
    expect(screen.asked).toHaveLength(2);
    const { request, answer } = screen.asked[1]!;
    return { after: request.after, sent: 'deltas' in answer ? answer.deltas.map(({ seq }) => seq) : answer };
  };

  it('while it was cut off asks for exactly them, and is sent no snapshot', async () => {
    const start = startOf(screen);
    const { seconds } = screen.state!.current!.timer!;
    await addSeconds(2);
    await until(() => screen.taken.length === 2);
    balancer.cut();
    await until(() => !screen.fresh);
    await addSeconds(5);
    balancer.heal();
    await until(() => screen.fresh);
    expect(caughtUp()).toEqual({ after: start + 2, sent: from(start + 2, 5) });
    await addSeconds(1);
    await until(() => screen.taken.length === 8);
    expect(screen.taken).toEqual(from(start, 8));
    expect(screen.state!.current!.timer!.seconds).toBe(seconds + 8);
  });

  it('in the midst of others asks for exactly them once the next one came', async () => {
    const start = startOf(screen);
    loses = ({ seq }) => seq === start + 2 || seq === start + 3;
    await addSeconds(4);
    await until(() => screen.fresh && screen.taken.length === 4);
    const { after, sent } = caughtUp();
    expect(after).toBe(start + 1);
    expect(sent).toEqual(from(start + 1, (sent as number[]).length));
    expect(screen.taken).toEqual(from(start, 4));
  });

  it('of which nothing was pushed, as by a server that died after its commit, asks for them as well', async () => {
    const start = startOf(screen);
    const { seconds } = screen.state!.current!.timer!;
    const current = structuredClone(screen.state!.current!);
    current.timer!.seconds += 7;
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        app.get(ChannelLog).appendAll(work, stage.id, [{ channel: ROADSHOW_SCREEN, data: { current } }]),
      );
    await until(() => screen.taken.length === 1);
    expect(caughtUp()).toEqual({ after: start, sent: [start + 1] });
    expect(screen.state!.current!.timer!.seconds).toBe(seconds + 7);
  });

  it('by the hundreds is sent the present state instead', async () => {
    balancer.cut();
    await until(() => !screen.fresh);
    const { current } = screen.state!;
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      for (let time = 0; time < 201; time += 1)
        await app.get(ChannelLog).appendAll(work, stage.id, [{ channel: ROADSHOW_SCREEN, data: { current } }]);
    });
    balancer.heal();
    await until(() => screen.fresh);
    expect(screen.asked[1]!.request.after).toBe(startOf(screen));
    expect(screen.asked[1]!.answer).toMatchObject({ ok: true, seq: startOf(screen) + 201, snapshot: {} });
  });
});
