import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin, CRITERIA, openScoring, type Points, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { contextOf, launchBrowser, openPage, picture } from '../support/pages.js';

/** In points: 86 together, and 85 corrected. */
const POINTS: Points = [27, 21.5, 17, 8, 12.5];
const CORRECTED: Points = [26, 21.5, 17, 8, 12.5];
const QUEUED = /^网络中断，评分已存在本机/;

/** One judge of a session at the desk; the others and the chair are elsewhere. */
describe('a roadshow over a bad network, in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  /** The tablet's way to the server. */
  let line: Balancer;
  let stage: Stage;
  let tablet: BrowserContext;
  let desk: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    line = await startBalancer([Number(new URL(app.url).port)]);
    stage = await setStage(app);
    await begin(stage);
  });
  afterEach(async () => {
    await tablet?.close();
    await line.close();
  });

  const sitDown = async () => {
    const near = { ...app, url: line.url };
    tablet = await contextOf(near, browser, stage.judges[0]!.person, { width: 1024 });
    await tablet.clock.install();
    desk = await openPage(near, tablet, `/roadshow/${stage.id}/desk`);
  };
  const goOffline = async () => {
    await tablet.setOffline(true);
    line.cut();
  };
  const comeBack = async () => {
    line.heal();
    await tablet.setOffline(false);
  };
  const score = async (points: Points, button: string) => {
    for (const [index, code] of CRITERIA.entries())
      await desk.locator(`input[name="scores.${code}"]`).fill(String(points[index]));
    await desk.locator('input[name="scores.LANDING"]').blur();
    await desk.getByRole('button', { name: button }).click();
    await desk.getByRole('dialog').getByRole('button', { name: button }).click();
  };
  const receipt = () => desk.locator('[data-test="receipt"]');
  /** What the server has of the judge's sheets for an entry. */
  const stored = async (entryId: string) => {
    const { body } = await stage.chair.get(`${stage.path}/entries/${entryId}/revisions`).expect(200);
    return (body as { seatNo: number; total: number }[]).filter(({ seatNo }) => seatNo === 1).map(({ total }) => total);
  };

  it('keeps a judge’s scores on the tablet for a minute offline, and delivers them once', async () => {
    await openScoring(stage, stage.a);
    await sitDown();
    await goOffline();
    await score(POINTS, '提交评分');
    await receipt().getByText(QUEUED).waitFor();
    await tablet.clock.fastForward(60_000);
    await receipt().getByText(QUEUED).waitFor();
    await picture(desk, 'stage-judge-offline');
    expect(await stored(stage.a)).toEqual([]);

    await comeBack();
    await tablet.clock.fastForward(10_000);
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    await tablet.clock.fastForward(60_000);
    expect(await stored(stage.a)).toEqual([8600]);
  });

  it('loses nothing of a queued sheet by a reload without network', async () => {
    await openScoring(stage, stage.a);
    await sitDown();
    await goOffline();
    await score(POINTS, '提交评分');
    await receipt().getByText(QUEUED).waitFor();
    await desk.reload().catch(() => undefined);
    await comeBack();
    await desk.goto(`${line.url}/roadshow/${stage.id}/desk`);
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    expect(await stored(stage.a)).toEqual([8600]);
  });

  it('delivers a correction whose entry has left the stage meanwhile, and shows what the server had until then', async () => {
    await openScoring(stage, stage.a);
    await sitDown();
    await score(POINTS, '提交评分');
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '其他评委离场' }).expect(204);
    await stage.chair.post(`${stage.path}/reopen`).send({ entryId: stage.a, seatNo: 1, reason: '笔误' }).expect(204);
    await desk.getByText('笔误').waitFor();
    await goOffline();
    await score(CORRECTED, '提交更正');
    await receipt().getByText(QUEUED).waitFor();
    await receipt().getByText('服务器上仍是 86.00 分').waitFor();
    await openScoring(stage, stage.b);
    await desk.reload().catch(() => undefined);
    await comeBack();
    await desk.goto(`${line.url}/roadshow/${stage.id}/desk`);
    await desk.getByRole('heading', { name: stage.projects.b.title }).waitFor();
    await desk.locator('aside').getByText('85.00').waitFor();
    expect(await stored(stage.a)).toEqual([8600, 8500]);
  });

  it('says so where a queued sheet comes too late', async () => {
    await openScoring(stage, stage.a);
    await sitDown();
    await goOffline();
    await score(POINTS, '提交评分');
    await receipt().getByText(QUEUED).waitFor();
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '1 号评委断网' }).expect(204);
    await openScoring(stage, stage.b);
    await comeBack();
    await tablet.clock.fastForward(10_000);
    await desk.getByRole('heading', { name: stage.projects.b.title }).waitFor();
    const late = desk.locator('aside').getByRole('button', { name: stage.projects.a.title });
    await late.getByText('未收到').waitFor();
    await late.click();
    await desk.getByText('review.scoring_closed').first().waitFor();
    expect(await desk.locator('input[name="scores.TECH"]').inputValue()).toBe('27');
    await picture(desk, 'stage-judge-late');
    expect(await stored(stage.a)).toEqual([]);
  });

  it.each([
    ['fast', 3_600_000],
    ['slow', -3_600_000],
  ])('times a pitch right on screen and desk whose clocks are an hour %s', async (_, shift) => {
    const { chair, organiser, path, a } = stage;
    const near = { ...app, url: line.url };
    const { body: link } = await organiser.post(`${path}/screens`).send({ label: '主屏' }).expect(201);
    tablet = await contextOf(near, browser, stage.judges[0]!.person, { width: 1024 });
    await tablet.clock.install({ time: Date.now() + shift });
    desk = await openPage(near, tablet, `/roadshow/${stage.id}/desk`);
    const screen = await tablet.newPage();
    await screen.goto(`${line.url}/screen#${link.token as string}`);
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    const sent = Date.now();
    await chair.post(`${path}/phase`).send({ entryId: a, phase: 'pitch' }).expect(204);
    const answered = Date.now();
    for (const page of [desk, screen]) {
      await page.getByRole('timer').waitFor();
      const before = Date.now();
      const text = await page.getByRole('timer').innerText();
      const [minutes, seconds] = /(\d+):(\d\d)/.exec(text)!.slice(1).map(Number) as [number, number];
      const after = Date.now();
      expect(await page.evaluate(() => Date.now())).toSatisfy(
        (theirs: number) => Math.abs(theirs - Date.now() - shift) < 60_000,
      );
      // To the second, whichever moment of a request was taken for its own.
      const shown = minutes * 60 + seconds;
      expect(shown).toBeGreaterThanOrEqual(Math.ceil(480 - (after - sent) / 1000) - 1);
      expect(shown).toBeLessThanOrEqual(Math.ceil(480 - (before - answered) / 1000) + 1);
    }
  });

  it('says on the screen since when it stands still, and goes on by itself', async () => {
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const room = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    const screen = await openPage({ ...app, url: line.url }, room, `/screen#${(body as { token: string }).token}`);
    await screen.getByText('亮分后显示排名').waitFor();
    const stale = screen.getByRole('alert').filter({ hasText: /^连接中断，正在重连 · 画面停在 .*\d{1,2}:\d{2}/ });
    expect(await stale.count()).toBe(0);
    line.cut();
    await stale.waitFor();
    await picture(screen, 'screen-stale');
    await stage.chair.post(`${stage.path}/call`).send({ entryId: stage.a }).expect(204);
    expect(await screen.getByText('请上台').count()).toBe(0);
    line.heal();
    await screen.getByText('请上台').waitFor();
    await stale.waitFor({ state: 'detached' });
    await room.close();
  });
});
