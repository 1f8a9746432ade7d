import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin, CRITERIA, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { type Front, startFront } from '../support/front.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { TEST_PASSWORD, type TestPerson } from '../support/people.js';

/** In points: 86 together. */
const POINTS: Points = [27, 21.5, 17, 8, 12.5];
const QUEUED = /^网络中断，评分已存在本机/;
const OFFLINE = /^连接中断，数据停在/;

/** A judge's tablet that is reloaded without a network, behind a proxy that may change, lose or forget the server. */
describe('a judge’s desk without a network, in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let front: Front;
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
    front = await startFront(app.url);
    line = await startBalancer([front.port]);
    stage = await setStage(app);
    await begin(stage);
    await openScoring(stage, stage.a);
  });
  afterEach(async () => {
    await tablet?.close();
    await line.close();
    await front.close();
  });

  const path = () => `/roadshow/${stage.id}/desk`;
  const near = () => ({ ...app, url: line.url });
  /** The judge at their desk, of which the tablet keeps the page. */
  const sitDown = async (person: TestPerson = stage.judges[0]!.person, locale = 'zh-CN') => {
    tablet = await contextOf(near(), browser, person, { width: 1024, locale });
    desk = await openPage(near(), tablet, path());
    await isKept(desk);
  };
  const isKept = async (page: Page) => {
    const version = await page.evaluate(async () => {
      const text = await (await fetch('/desk-worker.js')).text();
      return /"version":"([^"]+)"/.exec(text)![1]!;
    });
    const isReady = (name: string) =>
      page.evaluate(async (cache) => {
        const { active, installing, waiting } = await navigator.serviceWorker.ready;
        const settled = active?.state === 'activated' && !installing && !waiting;
        return settled && (await caches.has(cache));
      }, name);
    await expect.poll(() => isReady(`haishi-desk-${version}`), { timeout: 20_000 }).toBe(true);
    return version;
  };
  const goOffline = async () => {
    await tablet.setOffline(true);
    line.cut();
  };
  const comeBack = async () => {
    line.heal();
    await tablet.setOffline(false);
  };
  const score = async () => {
    for (const [index, code] of CRITERIA.entries())
      await desk.locator(`input[name="scores.${code}"]`).fill(String(POINTS[index]));
    await desk.locator('input[name="scores.LANDING"]').blur();
    await desk.getByRole('button', { name: '提交评分' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '提交评分' }).click();
  };
  const receipt = () => desk.locator('[data-test="receipt"]');
  const heading = () => desk.getByRole('heading', { name: stage.projects.a.title });
  /** What the server has of the judges' sheets. */
  const stored = async () => {
    const { body } = await stage.chair.get(`${stage.path}/entries/${stage.a}/revisions`).expect(200);
    return (body as { seatNo: number; total: number }[]).map(({ seatNo, total }) => [seatNo, total]);
  };
  /** All that the tablet keeps, by name. */
  const keptOnDevice = () =>
    desk.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return {
        stored: Object.keys(localStorage),
        cached: requests.flat().map(({ url }) => new URL(url).pathname),
      };
    });

  it('comes up again, says that it is offline, takes a sheet, and has it delivered once', async () => {
    await sitDown();
    await goOffline();
    await desk.reload();
    await heading().waitFor();
    await desk.getByText(OFFLINE).waitFor();
    await desk.getByText('1 号席').waitFor();
    expect(await desk.getByRole('timer').count()).toBe(0);
    await score();
    await receipt().getByText(QUEUED).waitFor();
    await picture(desk, 'stage-judge-reloaded-offline');
    await expectFits(desk);

    await desk.reload();
    await receipt().getByText(QUEUED).waitFor();
    await desk.getByRole('button', { name: '申请回避' }).click();
    await desk.getByRole('dialog').getByText('回避后您不能为此项目评分').waitFor();
    await desk.keyboard.press('Escape');
    expect(await stored()).toEqual([]);

    await comeBack();
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    await desk.getByText('实时', { exact: true }).waitFor();
    await desk.reload();
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    expect(await stored()).toEqual([[1, 8600]]);
  });

  it('shows the sheet that the server got meanwhile, in place of the empty one that it was told last', async () => {
    await sitDown();
    await submit(stage, stage.judges[0]!, stage.a, POINTS).expect(200);
    await desk.reload();
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    expect(await desk.locator('input[name="scores.TECH"]').inputValue()).toBe('27');
  });

  it('keeps what the judge typed beside the sheet that the server got meanwhile', async () => {
    await sitDown();
    await desk.locator('input[name="scores.TECH"]').fill('20');
    await desk.locator('input[name="scores.TECH"]').blur();
    await submit(stage, stage.judges[0]!, stage.a, POINTS).expect(200);
    await desk.reload();
    await receipt().getByText('服务器上是 86.00 分').waitFor();
    expect(await desk.locator('input[name="scores.TECH"]').inputValue()).toBe('20');
  });

  it('stays where it is when another page is asked for that needs the network', async () => {
    await sitDown();
    await goOffline();
    await desk.getByRole('link', { name: '返回' }).click();
    await desk.getByText('连不上服务器').waitFor();
    await picture(desk, 'stage-judge-stays-offline');
    await score();
    await receipt().getByText(QUEUED).waitFor();
    // It stood in nobody's way, rather than having been waited for.
    expect(await desk.getByText('连不上服务器').count()).toBe(1);
    await comeBack();
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    await desk.getByRole('link', { name: '返回' }).click();
    await desk.waitForURL(`${line.url}/roadshow`);
    await desk.getByRole('heading', { level: 1 }).waitFor();
  });

  it('follows the session again once the network is back, without being touched', async () => {
    await sitDown();
    await goOffline();
    await desk.reload();
    await heading().waitFor();
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '断网' }).expect(204);
    await openScoring(stage, stage.b);
    await comeBack();
    await desk.getByRole('heading', { name: stage.projects.b.title }).waitFor();
  });

  it('comes up where a proxy answers for a server that is gone', async () => {
    await sitDown();
    front.alone = true;
    await desk.reload();
    await heading().waitFor();
    await score();
    await receipt().getByText(QUEUED).waitFor();
    front.alone = false;
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    expect(await stored()).toEqual([[1, 8600]]);
  });

  it('keeps page and files alone: no answer of the server, and nothing of any other page', async () => {
    await sitDown();
    const { cached } = await keptOnDevice();
    expect(cached.filter((one) => !one.startsWith('/assets/'))).toEqual(['/roadshow/desk']);
    front.asked.length = 0;
    await desk.reload();
    await heading().waitFor();
    expect(front.asked).toEqual(
      expect.arrayContaining([path(), '/api/v1/session', `/api/v1/sessions/${stage.id}/desk`]),
    );
    await goOffline();
    await expect(desk.goto(`${line.url}/roadshow/${stage.id}/chair`)).rejects.toThrow(/ERR_/);
  });

  it('gives a new version to who has a network at once, and to who has none afterwards', async () => {
    await sitDown();
    const mark = '<meta name="version" content="2" />';
    const isNew = async () => (await desk.locator('meta[name="version"]').count()) === 1;
    for (const one of [path(), '/roadshow/desk'])
      front.changed.set(one, (text) => text.replace('<head>', `<head>${mark}`));
    front.changed.set('/desk-worker.js', (text) => text.replace(/"version":"[^"]+"/, '"version":"second"'));
    expect(await isNew()).toBe(false);
    await desk.reload();
    await heading().waitFor();
    expect(await isNew()).toBe(true);
    await isKept(desk);
    await goOffline();
    await desk.reload();
    await heading().waitFor();
    expect(await isNew()).toBe(true);
  });

  it('stays with the version it has where the page is of another than the files', async () => {
    await sitDown();
    for (const one of [path(), '/roadshow/desk'])
      front.changed.set(one, (text) => text.replace('</head>', '<link href="/assets/other-00000000.css" /></head>'));
    front.changed.set('/desk-worker.js', (text) => text.replace(/"version":"[^"]+"/, '"version":"torn"'));
    await desk.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const isOver = () => desk.evaluate(async () => (await navigator.serviceWorker.ready).installing === null);
    await expect.poll(isOver).toBe(true);
    expect(front.asked).toContain('/roadshow/desk');
    await goOffline();
    await desk.reload();
    await heading().waitFor();
    expect(await desk.locator('link[href*="other"]').count()).toBe(0);
  });

  it('forgets whose desk it was when they sign out', async () => {
    await sitDown();
    await desk.locator('input[name="scores.TECH"]').fill('27');
    await desk.locator('input[name="scores.TECH"]').blur();
    const { person } = stage.judges[0]!;
    const ofPerson = async () => (await keptOnDevice()).stored.filter((name) => name.includes(person.id));
    await expect.poll(ofPerson).toHaveLength(2);
    await desk.goto(`${line.url}/tasks`);
    await desk.getByRole('button', { name: /账号菜单/ }).click();
    await desk.getByRole('button', { name: '退出登录' }).click();
    await desk.waitForURL(`${line.url}/`);
    await desk.getByRole('heading', { level: 1 }).waitFor();
    const { stored: names, cached } = await keptOnDevice();
    expect(names.filter((name) => name.startsWith('haishi.s'))).toEqual([]);
    expect(cached.filter((one) => !one.startsWith('/assets/'))).toEqual(['/roadshow/desk']);
    await goOffline();
    await desk.goto(line.url + path());
    await desk.getByText('连不上服务器').first().waitFor();
    expect(await desk.getByText(stage.projects.a.title).count()).toBe(0);
  });

  it('asks before a judge signs out whose sheet the server does not have', async () => {
    await sitDown();
    await goOffline();
    await score();
    await receipt().getByText(QUEUED).waitFor();
    await desk.evaluate(() => {
      for (const name of Object.keys(localStorage))
        if (name.endsWith('.waiting'))
          localStorage.setItem(`${name.slice(0, -8)}2.waiting`, localStorage.getItem(name)!);
    });
    await comeBack();
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    await desk.goto(`${line.url}/tasks`);
    await desk.getByRole('button', { name: /账号菜单/ }).click();
    await desk.getByRole('button', { name: '退出登录' }).click();
    await desk.getByRole('dialog').getByText('本机还有 1 项内容没有送达服务器').waitFor();
    await picture(desk, 'sign-out-undelivered');
    await desk.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expect((await keptOnDevice()).stored.filter((name) => name.endsWith('.waiting'))).toHaveLength(1);
  });

  it('gives nothing of a judge to the next on the same tablet, and delivers nothing under another name', async () => {
    await sitDown();
    await goOffline();
    await score();
    await receipt().getByText(QUEUED).waitFor();
    // A page that is left may still act for a moment, and would deliver under its own name once the network is back.
    await desk.close();
    desk = await tablet.newPage();
    await comeBack();
    const other = await contextOf(near(), browser, stage.judges[1]!.person);
    await tablet.addCookies((await other.cookies()).filter(({ name }) => name === 'haishi_session'));
    await other.close();
    await desk.goto(line.url + path());
    await desk.getByText('2 号席').waitFor();
    expect(await desk.locator('input[name="scores.TECH"]').inputValue()).toBe('');
    await receipt().getByText('还有 5 项未打分').waitFor();
    expect(await stored()).toEqual([]);
    const seen = (await keptOnDevice()).stored.filter((name) => name.startsWith('haishi.seen.'));
    await expect.poll(() => seen.every((name) => name.includes(stage.judges[1]!.person.id))).toBe(true);
  });

  it('sends nothing as who signed in meanwhile, and keeps it for its own judge', async () => {
    await sitDown();
    await goOffline();
    await desk.reload();
    await heading().waitFor();
    await score();
    await receipt().getByText(QUEUED).waitFor();
    const own = await tablet.cookies();
    const other = await contextOf(near(), browser, stage.judges[1]!.person);
    await tablet.addCookies((await other.cookies()).filter(({ name }) => name === 'haishi_session'));
    await other.close();
    await comeBack();
    await desk.getByText('2 号席').waitFor();
    await receipt().getByText('还有 5 项未打分').waitFor();
    expect(await stored()).toEqual([]);
    await tablet.addCookies(own);
    await desk.goto(line.url + path());
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    expect(await stored()).toEqual([[1, 8600]]);
  });

  it('delivers after signing in again where the session ended meanwhile', async () => {
    await sitDown();
    await goOffline();
    await desk.reload();
    await heading().waitFor();
    await score();
    await receipt().getByText(QUEUED).waitFor();
    await tablet.clearCookies({ name: 'haishi_session' });
    await comeBack();
    await desk.waitForURL('**/sign-in**');
    const { person } = stage.judges[0]!;
    await desk.getByLabel('手机号或邮箱').fill(person.mail);
    await desk.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await desk.locator('form button[type="submit"]').click();
    await receipt().getByText('服务器已收到 86.00 分').waitFor();
    expect(await stored()).toEqual([[1, 8600]]);
  });
});
