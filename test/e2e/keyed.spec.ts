import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, CRITERIA, type Points, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

/** In points: 82.50 together, and 81.50 by a misread figure. */
const PAPER: Points = [23.5, 21.5, 17.5, 6.5, 13.5];
const MISREAD: Points = [23.5, 21.5, 17.5, 5.5, 13.5];

/** What is left when tablets serve no longer: paper, and two persons who key it. */
describe('paper sheets, keyed by two', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  /** The second recorder's way to the server. */
  let line: Balancer;
  let chair: Page;
  let one: Page;
  let two: Page;
  let far: BrowserContext;

  const field = (page: Page, code: string) => page.locator(`input[name="scores.${code}"]`);
  const receipt = (page: Page) => page.locator('[data-test="receipt"]');
  const last = (page: Page) => page.locator('[data-test="last"]');
  const seat = (page: Page, seatNo: number) => page.getByRole('listitem').filter({ hasText: `${seatNo} 号席` });
  /** By the keyboard alone, from the first score on. */
  async function key(page: Page, points: Points, comment = ''): Promise<void> {
    await field(page, 'TECH').press('ControlOrMeta+a');
    for (const point of points) {
      await page.keyboard.type(String(point));
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type(comment);
    await page.keyboard.press('Enter');
  }
  const onSeat = (page: Page, seatNo: number) =>
    page.getByRole('heading', { level: 2, name: `${seatNo} 号席 评委${seatNo}` }).waitFor();
  const revisions = async () =>
    (await stage.chair.get(`${stage.path}/entries/${stage.a}/revisions`).expect(200)).body as {
      seatNo: number;
      total: number;
      source: string;
    }[];

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    await begin(stage);
    line = await startBalancer([Number(new URL(app.url).port)]);
    const session = { scopeType: 'session', scopeId: stage.id } as const;
    const staff = (name: string, role: 'chair' | 'recorder') => makePerson(app, name, [{ role, ...session }]);
    chair = await openPage(
      app,
      await contextOf(app, browser, await staff('组长甲', 'chair')),
      `/roadshow/${stage.id}/chair`,
    );
    const near = await contextOf(app, browser, await staff('场记甲', 'recorder'), { width: 1024 });
    one = await openPage(app, near, `/roadshow/${stage.id}/sign-in`);
    far = await contextOf({ ...app, url: line.url }, browser, await staff('场记乙', 'recorder'), { width: 1024 });
    await far.clock.install();
    two = await openPage({ ...app, url: line.url }, far, `/roadshow/${stage.id}/keyed`);
  });
  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await app?.close();
  });

  it('wait until the chair goes over to paper, with a reason', async () => {
    await two.getByText('没有要录入的评分单').waitFor();
    await picture(two, 'keyed-nothing');
    await expectFits(two);
    await stage.chair.post(`${stage.path}/call`).send({ entryId: stage.a }).expect(204);
    await chair.locator('[data-test="paper"]').click();
    await picture(chair, 'keyed-chair-paper');
    const dialog = chair.getByRole('dialog');
    const act = dialog.getByRole('button', { name: '改用纸质评分' });
    expect(await act.isDisabled()).toBe(true);
    await dialog.getByLabel('原因').fill('会场停电，平板无法使用');
    await act.click();
    await dialog.waitFor({ state: 'hidden' });
    await chair.locator('[data-test="paper"]').waitFor({ state: 'detached' });
    await onSeat(two, 1);
  });

  it('are found from the recorder’s tasks and from the sign-in desk', async () => {
    const tasks = await openPage(app, one.context(), '/tasks');
    await tasks.getByRole('link', { name: /录入“决赛第一场”的纸质评分单/ }).waitFor();
    await tasks.close();
    await one.getByRole('link', { name: '纸质评分录入' }).click();
    await onSeat(one, 1);
    expect(await one.getByText('纸质评分', { exact: false }).first().isVisible()).toBe(true);
    expect(await one.getByRole('link', { name: '下载空白评分表' }).getAttribute('href')).toContain(
      `/papers/blank-sheets?entryId=${stage.a}`,
    );
    expect(await one.locator('[data-test="code"]').innerText()).toMatch(/^[0-9A-F]{4}\/.+\/1$/);
    await picture(one, 'keyed-first');
    await expectFits(one);
  });

  it('are keyed by the keyboard alone, the total beside; a fault is said at its field', async () => {
    await field(one, 'TECH').fill('23.2');
    await one.keyboard.press('Enter');
    await one.getByText('分数应为 0.5 分的整数倍。').waitFor();
    expect(await field(one, 'TECH').evaluate((node) => node === document.activeElement)).toBe(true);
    await field(one, 'MARKET').fill('99');
    await field(one, 'MARKET').blur();
    await one.getByText('分数应在 0 与 25 之间。').waitFor();
    await picture(one, 'keyed-faults');
    await expectFits(one);
    await field(one, 'MARKET').fill('');
    await field(one, 'TECH').fill('23.5');
    await one.locator('[data-test="total"]').getByText('23.50').waitFor();
    await key(one, PAPER, '思路清楚');
    await last(one).getByText('1 号席：已收到 82.50 分，等待另一人录入。').waitFor();
    await onSeat(one, 2);
    await seat(one, 1).getByText('已录，等另一人').waitFor();
    await seat(two, 1).getByText('待您录第二遍').waitFor();
    await key(one, PAPER);
    await onSeat(one, 3);
    await picture(one, 'keyed-going-on');
  });

  it('are keyed once by one person, from a second page as well', async () => {
    const again = await openPage(app, one.context(), `/roadshow/${stage.id}/keyed`);
    await seat(again, 1).getByRole('button').click();
    await receipt(again).getByText('已收到您录入的 82.50 分，等待另一人录入').waitFor();
    expect(await again.getByRole('button', { name: '提交更正' }).isDisabled()).toBe(true);
    await again.close();
    expect(await revisions()).toEqual([]);
  });

  it('lose nothing over a lost network, not even by a reload, and are stored once', async () => {
    await far.setOffline(true);
    line.cut();
    await key(two, PAPER);
    await last(two).getByText('1 号席：已存在本机').waitFor();
    await onSeat(two, 2);
    await key(two, MISREAD);
    await onSeat(two, 3);
    await field(two, 'TECH').fill('12.5');
    await two.clock.fastForward(180_000);
    await seat(two, 1).getByText('待送出').waitFor();
    await seat(two, 2).getByText('待送出').waitFor();
    await picture(two, 'keyed-offline');
    await expectFits(two);
    expect(await revisions()).toEqual([]);

    await two.reload().catch(() => undefined);
    line.heal();
    await far.setOffline(false);
    await two.goto(`${line.url}/roadshow/${stage.id}/keyed`);
    await seat(two, 1).getByText('已存入').waitFor();
    await seat(two, 2).getByText('不一致，请再核').waitFor();
    expect(await revisions()).toMatchObject([{ seatNo: 1, total: 8250, source: 'paper' }]);
    await seat(two, 3).getByRole('button').click();
    expect(await field(two, 'TECH').inputValue()).toBe('12.5');
  });

  it('that differ say in what to both, and show neither the other’s figures', async () => {
    await seat(one, 2).getByText('不一致，请再核').waitFor();
    for (const [page, own, others] of [
      [one, '6.5', '5.5'],
      [two, '5.5', '6.5'],
    ] as const) {
      await seat(page, 2).getByRole('button').click();
      await page
        .locator('[data-test="differs"]')
        .getByText(/^与另一人录入的不一致：.+$/)
        .waitFor();
      expect(await page.locator('[data-test="differs"] strong').innerText()).not.toContain('、');
      expect(await field(page, 'FINANCE').inputValue()).toBe(own);
      expect(await field(page, 'FINANCE').evaluate((node) => node === document.activeElement)).toBe(true);
      expect(await page.locator('main').innerText()).not.toContain(others);
      expect(await page.getByRole('button', { name: '提交更正' }).isDisabled()).toBe(true);
    }
    await picture(two, 'keyed-differs');
    await expectFits(two);
  });

  it('are compared by the chair, who can void one with a reason', async () => {
    await chair.getByRole('row').filter({ hasText: '评委2' }).getByText('纸质，两遍不一致').waitFor();
    await chair.getByRole('link', { name: '纸质录入' }).click();
    await chair.getByRole('heading', { name: '纸质评分录入' }).waitFor();
    await picture(chair, 'keyed-chair-closed');
    await chair.getByText('录入情况', { exact: true }).click();
    await chair.getByRole('button', { name: '对照“甲 项目”2 号席的两次录入' }).click();
    const figures = chair.getByRole('region', { name: '对照两人的录入' });
    await figures.getByText('82.50').waitFor();
    await figures.getByText('81.50').waitFor();
    expect(await figures.getByText('不一致').count()).toBe(1);
    await picture(chair, 'keyed-chair-compared');
    await expectFits(chair);
    await chair.getByRole('button', { name: '作废场记乙对“甲 项目”2 号席的录入' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByLabel('原因').fill('看错行，请重录');
    await picture(chair, 'keyed-chair-void');
    await dialog.getByRole('button', { name: '作废' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await figures.waitFor({ state: 'detached' });
    await two.getByText('您上次的录入已作废：看错行，请重录。').waitFor();
    expect(await field(two, 'FINANCE').inputValue()).toBe('');
    await picture(two, 'keyed-voided');
  });

  it('once settled are the judge’s sheet, which the chair sees', async () => {
    await key(two, MISREAD);
    await two.locator('[data-test="differs"]').waitFor();
    await field(two, 'FINANCE').fill('6.5');
    await two.getByRole('button', { name: '提交更正' }).click();
    await last(two).getByText('2 号席：两人录入一致，82.50 分已存为该评委的评分。').waitFor();
    await onSeat(two, 3);
    await seat(one, 2).getByText('已存入').waitFor();
    await one.getByText('该席的评分单已存入，不必再录。').waitFor();
    await picture(one, 'keyed-settled');
    await one.getByRole('button', { name: '录下一份：3 号席' }).click();
    await onSeat(one, 3);
    expect(await revisions()).toMatchObject([
      { seatNo: 1, total: 8250, source: 'paper' },
      { seatNo: 2, total: 8250, source: 'paper' },
    ]);
    await chair.getByRole('link', { name: '组长台' }).click();
    const row = chair.getByRole('row').filter({ hasText: '评委2' });
    await row.getByText('82.50').waitFor();
    await row.getByText('纸质').waitFor();
    await picture(chair, 'keyed-chair-desk');
    await expectFits(chair);
  });

  it('go on while the session is stopped; what comes too late is refused in plain words, and kept', async () => {
    await stage.chair.post(`${stage.path}/stop`).send({ reason: '停电' }).expect(204);
    const stopped = two.getByRole('status').filter({ hasText: '停电' });
    await stopped.getByText('台上项目的纸质评分单照常录入。').waitFor();
    // The server has it, and its answer is lost.
    line.mute();
    await key(two, PAPER);
    await seat(one, 3).getByText('待您录第二遍').waitFor();
    line.cut();
    line.heal();
    await two.clock.fastForward(10_000);
    await last(two).getByText('3 号席：已收到 82.50 分').waitFor();
    const { body } = await stage.chair.get(`${stage.path}/keyed`).expect(200);
    const { seats } = body.entries.find(({ id }: { id: string }) => id === stage.a);
    expect(seats[2]).toMatchObject({ state: 'first', keyings: [{ name: '场记乙' }] });
    await stage.chair.post(`${stage.path}/resume`).expect(204);
    await onSeat(two, 4);
    await far.setOffline(true);
    line.cut();
    await key(two, MISREAD);
    await seat(two, 4).getByText('待送出').waitFor();
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '余席缺席' }).expect(204);
    line.heal();
    await far.setOffline(false);
    await two.clock.fastForward(10_000);
    await two.getByText('没有要录入的评分单').waitFor();
    await two.getByText('您录入的“甲 项目”4 号席评分单未被接收：').waitFor();
    await two.getByText('review.scoring_closed').waitFor();
    const kept = await two.evaluate(() => Object.values(localStorage).filter((text) => text.includes('"FINANCE":550')));
    expect(kept).toHaveLength(1);
    await picture(two, 'keyed-late');
    await expectFits(two);
    expect(await revisions()).toHaveLength(2);
  });

  it('are keyed afresh once the chair reopens one', async () => {
    const body = { entryId: stage.a, seatNo: 1, reason: '评委更正' };
    await stage.chair.post(`${stage.path}/reopen`).send(body).expect(204);
    await one.getByText('组长重开了这份评分单：评委更正').waitFor();
    expect(await field(one, 'FINANCE').inputValue()).toBe('');
    await picture(one, 'keyed-reopened');
  });

  it('are keyed in English on a phone as well', async () => {
    const fresh = await setStage(app);
    await begin(fresh);
    await fresh.chair.post(`${fresh.path}/call`).send({ entryId: fresh.a }).expect(204);
    await fresh.chair.post(`${fresh.path}/paper`).send({ entryId: fresh.a, reason: 'No power' }).expect(204);
    const person = await makePerson(app, 'Recorder', [{ role: 'recorder', scopeType: 'session', scopeId: fresh.id }]);
    const phone = await contextOf(app, browser, person, { width: 360, touch: true, locale: 'en-GB' });
    const page = await openPage(app, phone, `/roadshow/${fresh.id}/keyed`);
    await page.getByRole('button', { name: /^Seat 2 / }).tap();
    for (const [index, code] of CRITERIA.entries()) await field(page, code).fill(String(PAPER[index]));
    await field(page, 'LANDING').blur();
    await picture(page, 'keyed-en');
    await expectFits(page);
    await page.getByRole('button', { name: 'Submit' }).tap();
    await page.getByText('Seat 2: 82.50 points received. Another person keys it next.').waitFor();
    await picture(page, 'keyed-en-next');

    // Who sets the session up may key as well, and leads: the second keying, and who keyed what below it.
    const leader = await makePerson(app, 'Organiser', [
      { role: 'contest_organiser', scopeType: 'edition', scopeId: fresh.editionId },
    ]);
    const desk = await contextOf(app, browser, leader, { width: 1024, locale: 'en-GB' });
    const both = await openPage(app, desk, `/roadshow/${fresh.id}/keyed`);
    await both.getByRole('button', { name: /^Seat 2 .*Yours is the second/ }).click();
    await key(both, MISREAD);
    await both.locator('[data-test="differs"]').waitFor();
    await both.getByText('Keyings', { exact: true }).click();
    await both.getByRole('button', { name: /^Void the keying by Recorder/ }).waitFor();
    expect(await both.getByRole('button', { name: 'Compare both' }).count()).toBe(0);
    await picture(both, 'keyed-en-organiser');
    await expectFits(both);
  });
});
