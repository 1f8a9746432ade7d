import type { Browser, BrowserContext, Page } from 'playwright-core';
import { agent } from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { begin, CRITERIA, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { type Engine, ENGINES, type Place } from '../support/engines.js';
import { until } from '../support/facts.js';
import { type Frames, recordFrames } from '../support/frames.js';
import { makeMigratedPlace } from '../support/migrated-place.js';
import { contextOf, launchBrowser, picture, visitorOf } from '../support/pages.js';
import { makePerson } from '../support/people.js';
import { type ServerProcess, startProcess } from '../support/server-process.js';

const REDIS = process.env['TEST_REDIS_URL'];
/** In points: 86 together, and 85 corrected. */
const POINTS: Points = [27, 21.5, 17, 8, 12.5];
const CORRECTED: Points = [26, 21.5, 17, 8, 12.5];
const HOUR_MS = 3_600_000;
const PITCH = 8 * 60;
/** Seconds by which what a page shows may be old: it is drawn every quarter of a second, by a clock known to a tenth. */
const DRAWN = 0.5;

/** Where a page stands still, each in its own words. */
const STALE = {
  half: /^连接中断，数据停在/,
  whole: /^连接中断，数据停在/,
  chair: /^连接中断，数据停在/,
  screen: /^连接中断，正在重连 · 画面停在/,
  phone: /^网络不畅，正在重连/,
} as const;
type Name = keyof typeof STALE;
const NAMES = Object.keys(STALE) as Name[];

interface Opened {
  page: Page;
  frames: Frames;
  /** Addresses that the page went to since it was opened. */
  gone: string[];
}

/** The tablets of two judges, the chair's desk, a big screen and a phone, whose servers are killed while judges score. */
describe('pages of a roadshow whose server is killed', () => {
  let browser: Browser;
  let place: Place;
  /** How the test itself reaches whichever server there is. */
  let staff: Balancer;
  let toDesks: Balancer;
  let toWatchers: Balancer;
  let servers: ServerProcess[] = [];
  let stage: Stage;
  let contexts: BrowserContext[] = [];
  let opened: Record<Name, Opened>;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await Promise.all(servers.splice(0).map((server) => server.kill()));
    await Promise.all([staff, toDesks, toWatchers].map((line) => line?.close()));
    await place?.remove();
  });

  /** A session that has begun, and browsers of everybody in which nothing is open yet; no server runs any more. */
  async function setUp(engine: Engine): Promise<() => Promise<void>> {
    place = await makeMigratedPlace(engine);
    const setup = await startApp(engine, {}, place);
    const ports = [Number(new URL(setup.url).port)];
    [staff, toDesks, toWatchers] = await Promise.all([startBalancer(ports), startBalancer(), startBalancer()]);
    const app: TestApp = { ...setup, url: staff.url, browser: () => agent(staff.url).set('Accept-Language', 'zh-CN') };
    stage = await setStage(app);
    await begin(stage);
    const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    await stage.organiser.post(`${stage.path}/audience/open`).expect(204);
    const [half, whole] = await Promise.all(
      stage.judges.slice(0, 2).map(({ person }) => contextOf(app, browser, person, { width: 1024 })),
    );
    const leads = [{ role: 'chair', scopeType: 'session', scopeId: stage.id }] as const;
    const chair = await contextOf(app, browser, await makePerson(app, '主持人', [...leads], false));
    const room = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    const phone = await visitorOf(browser, { width: 360, touch: true });
    await phone.clock.install({ time: Date.now() + HOUR_MS });
    await setup.close();
    const places: Record<Name, [BrowserContext, string]> = {
      half: [half!, `${toDesks.url}/roadshow/${stage.id}/desk`],
      whole: [whole!, `${toDesks.url}/roadshow/${stage.id}/desk`],
      chair: [chair, `${toDesks.url}/roadshow/${stage.id}/chair`],
      screen: [room, `${toWatchers.url}/screen#${(link as { token: string }).token}`],
      phone: [phone, `${toWatchers.url}/live/${stage.id}`],
    };
    contexts = Object.values(places).map(([context]) => context);
    return async () => {
      const open = async ([context, address]: [BrowserContext, string]): Promise<Opened> => {
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        page.on('pageerror', (error) => {
          throw error;
        });
        const frames = recordFrames(page);
        await page.goto(address);
        await until(() => [...frames.channels.values()].some(({ from }) => from !== undefined));
        const gone: string[] = [];
        page.on('framenavigated', (frame) => gone.push(frame.url()));
        return { page, frames, gone };
      };
      opened = Object.fromEntries(
        await Promise.all(NAMES.map(async (name) => [name, await open(places[name])] as const)),
      ) as typeof opened;
    };
  }

  const act = (route: string, body: object) => stage.chair.post(`${stage.path}/${route}`).send(body).expect(204);
  const eachPage = (look: (page: Page, name: Name) => Promise<unknown>) =>
    Promise.all(NAMES.map((name) => look(opened[name].page, name)));
  const stale = (page: Page, name: Name) => page.getByText(STALE[name]);
  const allStale = (names: readonly Name[]) =>
    Promise.all(names.map((name) => stale(opened[name].page, name).waitFor()));
  const allFresh = () => eachPage((page, name) => stale(page, name).waitFor({ state: 'detached' }));
  const onStage = (title: string) => eachPage((page) => page.getByRole('heading', { name: title }).first().waitFor());
  /** How many have scored the entry on stage, as chair and watchers are told. */
  const scoredBy = (count: number) =>
    Promise.all(
      (['chair', 'screen', 'phone'] as const).map((name) => opened[name].page.getByText(`已评 ${count} / 7`).waitFor()),
    );
  const field = (page: Page, code: string) => page.locator(`input[name="scores.${code}"]`);
  const receipt = (name: 'half' | 'whole') => opened[name].page.locator('[data-test="receipt"]');
  async function type(page: Page, points: Partial<Record<(typeof CRITERIA)[number], number>>): Promise<void> {
    for (const [code, value] of Object.entries(points)) await field(page, code).fill(String(value));
    await page.locator(':focus').blur();
  }
  async function handIn(page: Page, points: Points, button: string): Promise<void> {
    await type(page, Object.fromEntries(CRITERIA.map((code, index) => [code, points[index]!])));
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog').getByRole('button', { name: button }).click();
  }
  /** What is stored for A, each once: seat and total in hundredths, in the order in which each judge gave them. */
  const stored = async () => {
    const { body } = await stage.chair.get(`${stage.path}/entries/${stage.a}/revisions`).expect(200);
    return (body as { seatNo: number; revision: number; total: number }[])
      .toSorted((one, other) => one.seatNo - other.seatNo || one.revision - other.revision)
      .map(({ seatNo, total }) => [seatNo, total]);
  };
  /** No page was loaded again or went elsewhere, and each connected anew as often as said. */
  const expectSamePages = (connections: Record<Name, number>) => {
    expect(Object.fromEntries(NAMES.map((name) => [name, opened[name].gone]))).toEqual(
      Object.fromEntries(NAMES.map((name) => [name, []])),
    );
    for (const name of NAMES) expect(opened[name].frames.connections, name).toBeGreaterThanOrEqual(connections[name]);
  };
  /** From its first snapshot on each page was sent every number of each channel, and under it the same as all others. */
  const expectGapless = () => {
    const told = new Map<string, string>();
    for (const name of NAMES)
      for (const [channel, { from, again, deltas }] of opened[name].frames.channels) {
        const where = `${name}: ${channel}`;
        expect(again, where).toBe(0);
        const own = [...deltas.keys()].filter((seq) => seq > from!).toSorted((one, other) => one - other);
        expect(own, where).toEqual(Array.from({ length: own.length }, (_, step) => from! + 1 + step));
        for (const seq of own) {
          const data = told.get(`${channel} ${seq}`) ?? deltas.get(seq)!;
          told.set(`${channel} ${seq}`, data);
          expect(deltas.get(seq), `${where} ${seq}`).toBe(data);
        }
      }
  };

  it('come back by themselves with the right entry, timer and scores, and lose and double nothing', async () => {
    const open = await setUp('sqlite');
    const restart = async () => {
      servers = [await startProcess(place)];
      staff.ports = [servers[0]!.port];
    };
    const letIn = () => {
      toDesks.ports = toWatchers.ports = staff.ports;
      for (const line of [toDesks, toWatchers]) line.heal();
    };
    await restart();
    letIn();
    await open();

    await act('call', { entryId: stage.a });
    const sent = Date.now();
    await act('phase', { entryId: stage.a, phase: 'pitch' });
    const answered = Date.now();
    await eachPage((page) => page.getByRole('timer').waitFor());
    await servers[0]!.kill();
    await allStale(NAMES.filter((name) => name !== 'phone'));
    await restart();
    // Nobody was told while the pages were away.
    await act('timer', { entryId: stage.a, action: 'add', seconds: 60 });
    letIn();
    await allFresh();
    await onStage('甲 项目');
    const timerOf = async (page: Page) => {
      const before = Date.now();
      const text = await page.getByRole('timer').innerText();
      const after = Date.now();
      const [minutes, seconds] = /(\d+):(\d\d)/.exec(text)!.slice(1).map(Number) as [number, number];
      // Rounded up to the second, whichever moment of the request the server took for its own.
      const left = minutes * 60 + seconds;
      const least = PITCH + 60 - (after - sent) / 1000 - 1;
      const most = PITCH + 60 - (before - answered) / 1000 + 1 + DRAWN;
      return left >= least && left <= most ? 'right' : `${left} s, and not from ${least} to ${most}`;
    };
    // A phone does not say that it is behind: it may come back after the others.
    await eachPage((page, name) => expect.poll(() => timerOf(page), { message: name }).toBe('right'));

    const { half, whole } = opened;
    for (const phase of ['questions', 'scoring']) await act('phase', { entryId: stage.a, phase });
    await submit(stage, stage.judges[2]!, stage.a, POINTS).expect(200);
    await type(half.page, { TECH: 20 });
    await handIn(whole.page, POINTS, '提交评分');
    await receipt('whole').getByText('服务器已收到 86.00 分').waitFor();
    await scoredBy(2);
    toDesks.mute();
    await handIn(whole.page, CORRECTED, '提交更正');
    await until(async () => (await stored()).length === 3);
    await receipt('whole').getByText('正在送出').waitFor();
    await servers[0]!.kill();
    // A phone says so once it heard nothing for a while.
    await opened.phone.page.clock.fastForward(8_000);
    await allStale(NAMES);
    await type(half.page, { MARKET: 21.5 });
    await eachPage((page, name) => picture(page, `killed-${name}`));
    await restart();
    await submit(stage, stage.judges[3]!, stage.a, POINTS).expect(200);
    letIn();
    await allFresh();
    await onStage('甲 项目');
    await scoredBy(3);
    await receipt('whole').getByText('服务器已收到 85.00 分').waitFor();
    await receipt('half').getByText('还有 3 项未打分').waitFor();
    expect(await field(half.page, 'TECH').inputValue()).toBe('20');
    expect(await field(half.page, 'MARKET').inputValue()).toBe('21.5');
    await opened.chair.page.getByRole('row').filter({ hasText: '评委2' }).getByText('85.00').waitFor();
    expect(await stored()).toEqual([
      [2, 8600],
      [2, 8500],
      [3, 8600],
      [4, 8600],
    ]);
    await handIn(half.page, POINTS, '提交评分');
    await receipt('half').getByText('服务器已收到 86.00 分').waitFor();
    await scoredBy(4);
    expectSamePages({ half: 3, whole: 3, chair: 3, screen: 3, phone: 3 });
    expectGapless();
  });

  it.runIf(REDIS)('move over to the other of two servers with Redis between them', async () => {
    const open = await setUp(ENGINES.at(-1)!);
    const settings = { REDIS_URL: REDIS! };
    const [first, second] = await Promise.all([startProcess(place, settings), startProcess(place, settings)]);
    servers = [first, second];
    staff.ports = toDesks.ports = [first.port, second.port];
    toWatchers.ports = [second.port, first.port];
    await open();
    await openScoring(stage, stage.a);
    const { half, whole } = opened;
    await type(half.page, { TECH: 27 });
    await handIn(whole.page, POINTS, '提交评分');
    await receipt('whole').getByText('服务器已收到 86.00 分').waitFor();
    await scoredBy(1);

    await first.kill();
    // It is there by the time the other one goes, elsewhere, so that nobody finds the first again.
    const third = startProcess(place, settings).then((server) => {
      servers.push(server);
      return server.port;
    });
    await handIn(whole.page, CORRECTED, '提交更正');
    for (const judge of stage.judges.slice(2, 6)) await submit(stage, judge, stage.a, POINTS).expect(200);
    await receipt('whole').getByText('服务器已收到 85.00 分').waitFor();
    await scoredBy(5);
    expect(await field(half.page, 'TECH').inputValue()).toBe('27');
    await handIn(half.page, POINTS, '提交评分');
    await receipt('half').getByText('服务器已收到 86.00 分').waitFor();
    await scoredBy(6);
    expect(opened.screen.frames.connections).toBe(1);

    staff.ports = toDesks.ports = toWatchers.ports = [second.port, await third];
    await second.kill();
    await act('lock', { entryId: stage.a, reason: '七号席离场' });
    await act('show', { entryId: stage.a });
    await Promise.all([
      opened.screen.page.locator('[data-test=final]').getByText('86.00').waitFor(),
      opened.phone.page.locator('[data-test=score]').getByText('86.00').waitFor(),
    ]);
    await allFresh();
    await onStage('甲 项目');
    expect(await stored()).toEqual([[1, 8600], [2, 8600], [2, 8500], ...[3, 4, 5, 6].map((seatNo) => [seatNo, 8600])]);
    expectSamePages({ half: 2, whole: 2, chair: 2, screen: 2, phone: 2 });
    expectGapless();
  });
});
