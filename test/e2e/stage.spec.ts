import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CRITERIA, type Points, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, launchBrowser, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

/** In points, by seat: 86, 88.5, 91 (highest), 79.5 (lowest), 84, 90, 87.5; (86 + 88.5 + 84 + 90 + 87.5) / 5 = 87.20. */
const A: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];
/** Seat 7 is recused: 86.5, 88, 90.5 (highest), 85 (lowest), 87, 89.5; (86.5 + 88 + 87 + 89.5) / 4 = 87.75. */
const B: Points[] = [
  [27, 21.5, 17, 8.5, 12.5],
  [27.5, 22, 17.5, 8, 13],
  [28, 22.5, 18, 9, 13],
  [26.5, 21, 17, 8, 12.5],
  [27, 21.5, 17.5, 8.5, 12.5],
  [28, 22.5, 18, 8.5, 12.5],
];
/** 86, 88.5, 92.5 (highest), 79 (lowest), 84, 90, 87.5: 87.20 again; technology 26.90 against A's 27.10 places it behind. */
const C: Points[] = [
  [26.5, 22, 17, 8, 12.5],
  [27, 22.5, 17.5, 8.5, 13],
  [28, 23.5, 18.5, 9, 13.5],
  [23.5, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];

/** Seven judges score live, in browsers of their own, before a big screen without an account. */
describe('the stage, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let screen: Page;
  let chair: Page;
  let judges: Page[];

  const pageOf = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(path.startsWith('http') ? path : app.url + path);
    return page;
  };

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is drawn by lot, and its screen opened with a link alone', async () => {
    const person = await makePerson(app, '郑组织', [
      { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId },
    ]);
    const setup = await pageOf(await contextOf(app, browser, person), `/roadshow/${stage.id}`);
    await setup.getByText('抽签后公布', { exact: true }).waitFor();
    await setup.getByRole('button', { name: '抽签定序' }).click();
    await setup.getByRole('dialog').getByRole('button', { name: '抽签定序' }).click();
    await setup.getByText('已抽签').first().waitFor();
    await setup.getByLabel('屏幕位置').fill('主屏');
    await setup.getByRole('button', { name: '生成大屏链接' }).click();
    const link = await setup.locator('input[readonly]').inputValue();
    await picture(setup, 'stage-setup');
    const audience = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
    screen = await pageOf(audience, link);
    await screen.getByText('即将开始').waitFor();
    await screen.getByText('亮分后显示排名').waitFor();
  });

  it('is started by its chair, the judges at their desks', async () => {
    const person = await makePerson(app, '王组长', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }], false);
    chair = await pageOf(await contextOf(app, browser, person), `/roadshow/${stage.id}/chair`);
    await chair.getByRole('button', { name: '开始路演' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '开始路演' }).click();
    judges = [];
    for (const judge of stage.judges)
      judges.push(
        await pageOf(await contextOf(app, browser, judge.person, { width: 1024 }), `/roadshow/${stage.id}/desk`),
      );
    for (const page of judges) await page.getByText('等待叫号').waitFor();
  });

  /** One entry from its call to its score on the screen. `sheets` are by seat; a seat without one is recused. */
  async function perform(title: string, sheets: readonly Points[], totals: readonly string[], score: string) {
    await chair.locator('li', { hasText: title }).getByRole('button', { name: '叫号' }).click();
    await screen.getByRole('heading', { name: title }).waitFor();
    await chair.getByRole('button', { name: '开始陈述' }).click();
    await screen.getByText('路演陈述').waitFor();
    await chair.getByRole('button', { name: '开始提问' }).click();
    await chair.getByRole('button', { name: '开放评分' }).click();
    await Promise.all(
      judges.map(async (page, seat) => {
        await page.getByRole('heading', { name: title }).waitFor();
        const points = sheets[seat];
        if (!points) {
          await page.getByText('您已回避此项目').waitFor();
          return;
        }
        for (const [index, code] of CRITERIA.entries())
          await page.locator(`input[name="scores.${code}"]`).fill(String(points[index]));
        await page.locator('input[name="scores.LANDING"]').blur();
        await page.getByRole('button', { name: '提交评分' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '提交评分' }).click();
        await page.getByText(`服务器已收到 ${totals[seat]} 分`).waitFor();
      }),
    );
    await screen.getByText(`已评 ${sheets.length} / ${sheets.length}`).waitFor();
    const sealed = await screen.locator('body').innerText();
    for (const figure of [...totals, score]) if (!shown.has(figure)) expect(sealed).not.toContain(figure);
    await chair.getByRole('button', { name: '锁定评分' }).click();
    await chair.getByRole('button', { name: '亮分', exact: true }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '亮分' }).click();
    await screen.locator('[data-test="final"]', { hasText: score }).waitFor();
    for (const figure of [...totals, score]) shown.add(figure);
  }
  /** Figures that the audience has seen. */
  const shown = new Set<string>();
  const struck = () => screen.locator('.judges s').allInnerTexts();
  const board = () => screen.locator('.board li').allInnerTexts();

  it('shows the first score, struck of its highest and lowest, without a reload', async () => {
    await perform('甲 项目', A, ['86.00', '88.50', '91.00', '79.50', '84.00', '90.00', '87.50'], '87.20');
    expect(await struck()).toEqual(['91.00', '79.50']);
    await picture(judges[0]!, 'stage-judge');
    await picture(chair, 'stage-chair');
    await screen.setViewportSize({ width: 1920, height: 1080 });
  });

  it('leaves the recused seat out', async () => {
    await perform('乙 项目', B, ['86.50', '88.00', '90.50', '85.00', '87.00', '89.50'], '87.75');
    expect(await struck()).toEqual(['90.50', '85.00']);
    await screen.getByText('评委 7 回避').waitFor();
  });

  it('breaks the tie by technology, and ranks as worked out by hand', async () => {
    await perform('丙 项目', C, ['86.00', '88.50', '92.50', '79.00', '84.00', '90.00', '87.50'], '87.20');
    expect(await struck()).toEqual(['92.50', '79.00']);
    const rows = (await board()).map((row) => row.split('\n').map((part) => part.trim()));
    expect(rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ['1', '乙 项目', '87.75'],
      ['2', '甲 项目', '87.20'],
      ['3', '丙 项目', '87.20'],
    ]);
    await picture(screen, 'stage-screen');
  });

  it('is found by the auditor, step by step', async () => {
    const person = await makePerson(app, '冯审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
    const page = await pageOf(await contextOf(app, browser, person), '/audit?type=score');
    await page.getByText('评委7').first().waitFor();
    expect(await page.getByText('评委1').count()).toBeGreaterThanOrEqual(3);
    await picture(page, 'stage-audit');
  });
});
