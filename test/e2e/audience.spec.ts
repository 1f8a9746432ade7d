import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';

/** Totals by seat: 86, 88.5, 91 (struck), 79.5 (struck), 84, 90, 87.5; without the struck ones 87.20. */
const SHEETS: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];
/** The same total from less technology, so that A stands before C for its technology. */
const LESS_TECHNOLOGY = SHEETS.map(([tech, market, ...rest]): Points => [tech - 0.5, market + 0.5, ...rest]);
const LONG = '面向京津冀协同发展的新一代车规级碳化硅功率器件与智能驱动模组研发及产业化';

/** From the closed page over a whole entry to its published score, on two phones: one here, one abroad with a wrong clock. */
describe('the audience’s phone', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let here: BrowserContext;
  let phone: Page;
  let abroad: Page;
  const post = async (path: string, body: object = {}) =>
    stage.organiser.post(`${stage.path}/${path}`).set('if-match', '*').send(body).expect(204);
  const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title }).first();
  /** The page asks at once, and not only after a while. */
  const wake = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));
  const clock = async (page: Page) => {
    const [minutes, seconds] = (await page.getByRole('timer').innerText())
      .match(/(\d+):(\d\d)/)!
      .slice(1)
      .map(Number);
    return minutes! * 60 + seconds!;
  };
  async function show(entryId: string, sheets: readonly Points[]): Promise<void> {
    for (const [index, points] of sheets.entries())
      await submit(stage, stage.judges[index]!, entryId, points).expect(200);
    await post('lock', { entryId });
  }

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.execute('UPDATE roadshow_entries SET title = ? WHERE id = ?', [LONG, stage.c]),
      );
    here = await visitorOf(browser, { width: 360, touch: true });
    phone = await openPage(app, here, `/live/${stage.id}`);
    const far = await visitorOf(browser, { width: 360, touch: true, locale: 'en-GB', timezoneId: 'America/New_York' });
    await far.addInitScript(() => {
      const honest = Date.now.bind(Date);
      Date.now = () => honest() + 3_600_000;
    });
    abroad = await openPage(app, far, `/live/${stage.id}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('says kindly that a session is not open, and opens by itself', async () => {
    await phone.getByRole('heading', { name: '此场路演现在没有开放观看' }).waitFor();
    await picture(phone, 'audience-closed-zh');
    await expectFits(phone);
    await post('audience/open');
    for (const page of [phone, abroad]) await wake(page);
    await phone.getByRole('heading', { name: '决赛第一场' }).waitFor();
  });

  it('is found among the live sessions on the edition’s page', async () => {
    const edition = `/editions/${stage.editionId}`;
    await stage.organiser.post(`/api/v1${edition}/open`).set('If-Match', '"1"').send({}).expect(204);
    const page = await openPage(app, here, edition);
    const session = page.getByRole('link', { name: /决赛第一场/ });
    await session.waitFor();
    expect(await session.getAttribute('href')).toBe(`/live/${stage.id}`);
    await expectFits(page);
    await picture(page, 'audience-edition');
    await page.close();
  });

  it('says what will come, when by the room’s clock and by one’s own, and that there is no order yet', async () => {
    await post('plan', { startsAt: '2031-05-06T09:30' });
    await phone.getByText('2031年5月6日').waitFor();
    await phone.getByText('尚未抽签，以下按项目编号排列').waitFor();
    expect(await phone.getByText('您的时间').count()).toBe(0);
    await abroad.getByText(/6 May 2031.*09:30.*Beijing time/).waitFor();
    await abroad.getByText(/5 May 2031.*21:30.*GMT-4/).waitFor();
    expect(await phone.locator('ol .position').count()).toBe(0);
    await picture(phone, 'audience-before-zh');
    await picture(abroad, 'audience-before-en');
    await expectFits(phone);
  });

  it('follows an entry: called, pitch by the server’s clock, questions, scoring as a count', async () => {
    await begin(stage);
    await phone.getByRole('heading', { name: '出场顺序' }).waitFor();
    expect(await phone.locator('ol .position').allInnerTexts()).toEqual(['1', '2', '3']);
    await phone.getByText('候场中').waitFor();
    const { a } = stage;
    await post('call', { entryId: a });
    for (const page of [phone, abroad]) await page.getByRole('heading', { name: '甲 项目' }).waitFor();
    await post('phase', { entryId: a, phase: 'pitch' });
    for (const page of [phone, abroad]) await page.getByRole('timer').waitFor();
    const [mine, theirs] = [await clock(phone), await clock(abroad)];
    expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(5);
    expect(mine).toBeGreaterThan(400);
    expect(mine).toBeLessThanOrEqual(480);
    await picture(phone, 'audience-pitch-zh');
    await picture(abroad, 'audience-pitch-en');
    await expectFits(abroad);
    await post('timer', { entryId: a, action: 'pause' });
    await phone.getByText('计时暂停').waitFor();
    for (const phase of ['questions', 'scoring']) await post('phase', { entryId: a, phase });
    await phone.getByText('已评 0 / 7').waitFor();
    await submit(stage, stage.judges[0]!, a, SHEETS[0]!).expect(200);
    await phone.getByText('已评 1 / 7').waitFor();
  });

  it('shows no score before it is published; then every judge’s, the dropped ones struck through', async () => {
    const { a } = stage;
    for (const [index, points] of SHEETS.slice(1).entries())
      await submit(stage, stage.judges[index + 1]!, a, points).expect(200);
    await post('lock', { entryId: a });
    await phone.getByText('评分已锁定').waitFor();
    await row(phone, '甲 项目').getByText('待公布').waitFor();
    expect(await phone.locator('main').innerText()).not.toMatch(/\d\d\.\d\d/);
    await post('show', { entryId: a });
    await phone.locator('[data-test=score]').getByText('87.20').waitFor();
    await row(phone, '甲 项目').getByRole('button').click();
    const judges = row(phone, '甲 项目').locator('.judges li');
    expect(await judges.count()).toBe(7);
    expect(await judges.locator('s').allInnerTexts()).toEqual(['91.00', '79.50']);
    await judges.filter({ hasText: '评委 3' }).getByText('最高，去掉').waitFor();
    await picture(phone, 'audience-shown-zh');
    await expectFits(phone);
  });

  it('names the place, and why of two equal scores', async () => {
    const { c } = stage;
    await openScoring(stage, c);
    await show(c, LESS_TECHNOLOGY);
    await post('show', { entryId: c });
    await abroad.locator('[data-test=score]').getByText('Rank 2').waitFor();
    await row(abroad, LONG).getByRole('button').click();
    await row(abroad, LONG)
      .getByText(/ties with 1 on the score.*mean 26\.60/)
      .waitFor();
    const board = abroad.getByRole('region', { name: 'Leaderboard' }).getByRole('listitem');
    expect((await board.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual(['1', '2']);
    await picture(abroad, 'audience-tie-en');
    await expectFits(abroad);
  });

  it('is there again after a reload', async () => {
    await phone.reload();
    await row(phone, '甲 项目').getByText('87.20').waitFor();
    await phone.locator('[data-test=score]').waitFor();
  });

  it('says when it stands still, and comes back by itself with what happened meanwhile', async () => {
    await here.setOffline(true);
    await phone.getByRole('alert').getByText('网络不畅').waitFor();
    await picture(phone, 'audience-stale-zh');
    await expectFits(phone);
    await post('call', { entryId: stage.b });
    await post('phase', { entryId: stage.b, phase: 'pitch' });
    expect(await phone.getByRole('timer').count()).toBe(0);
    await here.setOffline(false);
    await phone.getByRole('heading', { name: '乙 项目' }).waitFor();
    await phone.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('shows the name alone while screens are blank, and goes away when the page is closed', async () => {
    await post('blank');
    await phone.getByText('现场暂停显示').waitFor();
    expect(await phone.locator('main').innerText()).not.toContain('乙 项目');
    await picture(phone, 'audience-blank-zh');
    await post('unblank');
    await phone.getByRole('heading', { name: '乙 项目' }).waitFor();
    await post('audience/close');
    await phone.getByRole('heading', { name: '此场路演现在没有开放观看' }).waitFor();
    await abroad.getByRole('heading', { name: 'not open' }).waitFor();
  });
});
