import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { launchBrowser, visitorOf } from '../support/pages.js';

const PICTURES = process.env['HAISHI_PICTURES'];
const TITLE = '面向特高压输变电设备在线监测的高灵敏度光纤光栅传感与边缘智能诊断一体化系统及其产业化应用示范';
const SIZES = [
  [1280, 720],
  [1920, 1080],
  [2560, 1080],
  [3840, 1080],
] as const;
/** Of the height of the screen: from ten metres, a line of text and a figure on a wall of three metres. */
const TEXT = 0.022;
const FIGURE = 0.04;

/** What a screen cuts, hides or sets too small, in words. */
const faultsOf = (page: Page, least: { text: number; figure: number }) =>
  page.evaluate(({ text, figure }) => {
    const faults: string[] = [];
    const { innerWidth, innerHeight } = window;
    if (document.documentElement.scrollHeight > innerHeight) faults.push('the page is higher than the screen');
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page is wider than the screen');
    const words = [...document.querySelectorAll<HTMLElement>('.stage h1, .stage p, .stage span, .stage s')];
    for (const one of words) {
      const own = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
      if (!own) continue;
      const name = one.textContent!.trim().slice(0, 20);
      const box = one.getBoundingClientRect();
      const size = parseFloat(getComputedStyle(one).fontSize) / innerHeight;
      if (box.right > innerWidth || box.bottom > innerHeight) faults.push(`${name} stands outside`);
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        faults.push(`${name} is cut`);
      if (size < (one.classList.contains('points') ? figure : text))
        faults.push(`${name} is small: ${size.toFixed(3)}`);
      const cell = one.closest('.judges li')?.getBoundingClientRect();
      if (cell && (box.right > cell.right + 1 || box.bottom > cell.bottom + 1)) faults.push(`${name} leaves its cell`);
    }
    return faults;
  }, least);

/** The scores of panels of every size, on every shape of screen. */
describe('the judges’ scores of a large panel, on the big screen', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Shown with the ends struck; the seat before the last recused, the last one's sheet invalid. */
  const shown = async (seats: number): Promise<{ stage: Stage; token: string }> => {
    const stage = await setStage(app, false, { seats, title: TITLE });
    const { organiser, chair, path, a } = stage;
    const { body } = await organiser.post(`${path}/screens`).send({ label: '主屏' }).expect(201);
    await begin(stage);
    await openScoring(stage, a);
    const recused = stage.judges.at(-2)!;
    const reason = '利害关系';
    await recused.browser.post(`${path}/recusals/own`).send({ entryId: a, reason }).expect(204);
    for (const [index, judge] of stage.judges.entries()) {
      if (judge === recused) continue;
      const points: Points = index === 0 ? [30, 25, 20, 10, 15] : [20 + (index % 8), 20.5, 16, 8, 12];
      await submit(stage, judge, a, points).expect(200);
    }
    await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/strike`).send({ entryId: a, seatNo: seats, reason: '笔误' }).expect(204);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    return { stage, token: body.token as string };
  };

  it.each([7, 9, 11, 15])('are all read from ten metres where %d judges sit', async (seats) => {
    const { token } = await shown(seats);
    for (const locale of ['zh-CN', 'en-GB']) {
      const context = await visitorOf(browser, { locale });
      await context.addCookies([{ name: 'haishi_lang', value: locale.slice(0, 2), url: app.url }]);
      const screen = await context.newPage();
      await screen.goto(`${app.url}/screen#${token}`);
      await screen.locator('[data-test="final"]').waitFor();
      expect(await screen.locator('.judges li').count()).toBe(seats);
      expect(await screen.locator('.judges s').count()).toBe(2);
      for (const [width, height] of SIZES) {
        await screen.setViewportSize({ width, height });
        await screen.evaluate(() => document.fonts.ready);
        if (PICTURES) {
          mkdirSync(PICTURES, { recursive: true });
          await screen.screenshot({ path: join(PICTURES, `panel-${seats}-${locale.slice(0, 2)}-${width}.png`) });
        }
        const least = { text: TEXT, figure: FIGURE };
        expect(await faultsOf(screen, least), `${seats} seats, ${locale}, ${width} × ${height}`).toEqual([]);
      }
      await context.close();
    }
  });
});
