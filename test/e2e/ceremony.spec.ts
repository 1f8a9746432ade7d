import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const A: Points = [24, 20, 16, 8, 12];
const B: Points = [28.5, 23, 18, 8.5, 13.5];
const C: Points = [23.5, 19, 15, 7.5, 11.5];

/** From the freeze to the end of the ceremony, at the presenter's desk and before the big screen. */
describe('the ceremony, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let chair: BrowserContext;
  let desk: Page;
  let screen: Page;

  async function score(entryId: string, points: Points, judges: number): Promise<void> {
    await openScoring(stage, entryId);
    for (const judge of stage.judges.slice(0, judges)) await submit(stage, judge, entryId, points).expect(200);
    await stage.chair.post(`${stage.path}/lock`).send({ entryId }).expect(204);
  }

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    const person = await makePerson(app, '主持人', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]);
    chair = await contextOf(app, browser, person);
    await begin(stage);
    await score(stage.a, A, 7);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const room = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    screen = await openPage(app, room, `/screen#${body.token}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('freezes the board, which the screen says and keeps', async () => {
    desk = await openPage(app, chair, `/roadshow/${stage.id}/chair`);
    await desk.getByRole('link', { name: '揭晓仪式' }).click();
    await desk.getByRole('button', { name: '封榜' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '封榜' }).click();
    await desk.getByText('已封榜').waitFor();
    await screen.getByText('已封榜').waitFor();
    await score(stage.b, B, 6);
    await score(stage.c, C, 7);
    await screen.getByText('评分已锁定').waitFor();
    expect(await screen.locator('.board li').count()).toBe(1);
    await picture(screen, 'ceremony-frozen');
  });

  it('is planned with awards and slides, and says what is wrong with them', async () => {
    await desk.getByRole('button', { name: '增加奖项' }).click();
    await desk.getByLabel('名称', { exact: true }).fill('一等奖');
    await desk.getByLabel('从第几名').fill('2');
    await desk.getByRole('button', { name: '保存编排' }).click();
    await desk.getByText('奖项的名次范围应从小到大。').waitFor();
    await desk.getByLabel('从第几名').fill('1');
    await desk.getByRole('button', { name: '增加幻灯' }).click();
    await desk.getByLabel('标题', { exact: true }).fill('最后的悬念');
    await desk.getByLabel('在第几名揭晓前').fill('1');
    await desk.getByLabel('晋级名额').fill('1');
    await desk.getByRole('button', { name: '保存编排' }).click();
    await desk.getByText('已保存。').waitFor();
    await desk.getByLabel(/先宣布全部晋级结果/).check();
    await desk.getByLabel('晋级名额').fill('');
    await desk.getByRole('button', { name: '保存编排' }).click();
    await desk.getByText('先宣布晋级，须填写晋级名额。').waitFor();
    await desk.getByLabel('晋级名额').fill('1');
    await picture(desk, 'ceremony-plan');
    await desk.getByRole('button', { name: '保存编排' }).click();
    await desk.getByText('先宣布晋级，须填写晋级名额。').waitFor({ state: 'detached' });
    await desk.reload();
    await desk.getByLabel(/先宣布全部晋级结果/).uncheck();
    await desk.getByRole('button', { name: '保存编排' }).click();
    await desk.getByText('已保存。').waitFor();
    await expectFits(desk);
    await stage.chair.post(`${stage.path}/close`).send({}).expect(204);
  });

  it('tells step by step, what comes next to the presenter alone', async () => {
    await desk.getByRole('button', { name: '开始揭晓' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '开始揭晓' }).click();
    await screen.getByText('揭晓仪式即将开始').waitFor();
    const next = desk.getByRole('region', { name: /下一步/ });
    await next.getByText('请出').waitFor();
    await picture(desk, 'ceremony-presenter');
    await expectFits(desk);
    await desk.getByRole('heading', { name: '揭晓仪式' }).click();
    await desk.keyboard.press('ArrowRight');
    await screen.getByText('即将揭晓').waitFor();
    await next.getByText('揭晓成绩').waitFor();
    expect(await screen.locator('.board li').count()).toBe(1);
    await picture(screen, 'ceremony-call');
    await desk.keyboard.press('ArrowRight');
    await screen.locator('[data-test=told]').waitFor();
    expect(await screen.locator('.board li').count()).toBe(2);
    await picture(screen, 'ceremony-tell');
    await desk.keyboard.press('ArrowLeft');
    await screen.getByText('即将揭晓').waitFor();
    expect(await screen.locator('.board li').count()).toBe(1);
  });

  it('is taken over by another chair, who sees what comes next from then on', async () => {
    const person = await makePerson(app, '副组长', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]);
    const other = await openPage(app, await contextOf(app, browser, person), `/roadshow/${stage.id}/ceremony`);
    await other.getByText('由 主持人 主持揭晓').waitFor();
    expect(await other.getByRole('region', { name: /下一步/ }).count()).toBe(0);
    expect(await other.getByRole('button', { name: '下一步' }).count()).toBe(0);
    await picture(other, 'ceremony-not-presenting');
    await expectFits(other);
    await other.getByRole('button', { name: '接手主持' }).click();
    await other.getByRole('dialog').getByRole('button', { name: '接手主持' }).click();
    await other.getByRole('region', { name: /下一步/ }).waitFor();
    await desk.getByText('由 副组长 主持揭晓').waitFor();
    expect(await desk.getByRole('region', { name: /下一步/ }).count()).toBe(0);
    await desk.getByRole('button', { name: '接手主持' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '接手主持' }).click();
    await desk.getByRole('region', { name: /下一步/ }).waitFor();
  });

  it('goes to the end, where the best is told last', async () => {
    const progress = desk.getByText(/第 \d+ 步，共 \d+ 步/);
    const [, from, all] = /第 (\d+) 步，共 (\d+) 步/.exec(await progress.innerText())!.map(Number);
    await desk.getByLabel('自动前进').selectOption({ label: '每 5 秒' });
    await desk.getByRole('button', { name: '自动前进' }).click();
    await desk.getByText(`第 ${from! + 1} 步，共`).waitFor();
    await screen.locator(`[data-at="${from! + 1}"]`).waitFor();
    await desk.getByRole('button', { name: '停止自动' }).click();
    await desk.getByRole('button', { name: '自动前进' }).waitFor();
    for (let at = from! + 2; at < all!; at += 1) {
      await desk.getByRole('button', { name: '下一步' }).click();
      await desk.getByText(`第 ${at} 步，共`).waitFor();
      await picture(screen, `ceremony-step-${String(at).padStart(2, '0')}`);
    }
    await screen.getByText('第 1 名').waitFor();
    await desk.getByRole('button', { name: '下一步' }).click();
    await screen.getByText('揭晓仪式结束').waitFor();
    await desk.getByText('已成为本场的正式成绩').first().waitFor();
    const rows = await screen.locator('.board li').allInnerTexts();
    expect(rows.map((row) => /(\d\d\.\d\d)/.exec(row)![1])).toEqual(['91.50', '80.00', '76.50']);
    expect(rows[0]).toContain('一等奖');
    await picture(desk, 'ceremony-ended');
  });
});
