import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Edition } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReview, PLAN, type Review, reviewOf } from '../api/review-round.js';
import { startApp, type TestApp } from '../support/app.js';
import { setStageDates } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, pressByKey } from '../support/pages.js';

/** A judge's way through an online review, with no hand on a mouse. */
describe('a judge’s desk', () => {
  let app: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let review: Review;
  let page: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    review = await reviewOf(app, 4, 2);
    await review.organiser
      .put(`${review.path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, load: { min: 0, max: 9 } })
      .expect(204);
    await setStageDates(app, review.editionId, 'ONLINE', {
      opensAt: new Date(Date.now() - 86_400_000),
      closesAt: new Date(Date.now() + 2 * 86_400_000),
    });
    await openReview(review);
    context = await contextOf(app, browser, review.judges[0]!.person);
    page = await openPage(app, context, '/tasks');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tabs on until what is wanted has the focus. */
  const tabTo = async (name: RegExp) => {
    for (let count = 0; count < 80; count += 1) {
      await press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return `${element?.innerText ?? ''} ${element?.getAttribute('aria-label') ?? ''} ${element?.labels?.[0]?.innerText ?? ''}`;
      });
      if (name.test(focused)) return;
    }
    throw new Error(`nothing called ${name} takes the focus`);
  };
  const type = async (...values: string[]) => {
    for (const value of values) {
      await page.keyboard.type(value);
      await press('Enter');
    }
  };

  it('is among the tasks, and asks for terms and ties before anything opens', async () => {
    await page.getByRole('link', { name: /评审：网评/ }).waitFor();
    await tabTo(/评审：网评/);
    await press('Enter');
    await page.getByRole('heading', { name: '评审须知' }).waitFor();
    await page.getByText('主动回避').waitFor();
    await picture(page, 'judging-terms');
    await tabTo(/与您有利害关系的单位/);
    await page.keyboard.type('参赛公司4');
    await tabTo(/我已阅读并接受/);
    await press('Enter');
    await page.getByRole('heading', { name: '打开材料之前，请声明利害关系' }).waitFor();
    await page.getByText('以下 3 个项目分配给您').waitFor();
    await tabTo(/有利害关系，申请回避/);
    await press('Space');
    await tabTo(/声明并打开材料/);
    await press('Enter');
    await page.getByText('请说明是什么关系。').waitFor();
    await picture(page, 'judging-declare');
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    await page.keyboard.type('曾任其顾问');
    await tabTo(/声明并打开材料/);
    await press('Enter');
    await page.getByText('还剩 2 项').waitFor();
    await expectFits(page);
  });

  it('shows what was handed in beside the rubric, without a name', async () => {
    await page.getByRole('heading', { name: '项目2' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/参赛公司|欧阳小明/);
    await page.getByText('商业计划书-1.pdf').waitFor();
    expect(await page.locator('iframe').getAttribute('src')).toContain('disposition=inline');
    await picture(page, 'judging-desk');
  });

  it('is scored by keys alone, kept as a draft on the way', async () => {
    await page.locator('.criterion input').first().focus();
    await type('27.5', '20');
    await page.getByText('草稿已保存').waitFor();
    await page.reload();
    await expect.poll(() => page.locator('.criterion input').first().inputValue()).toBe('27.5');
    await page.locator('.criterion input').nth(2).focus();
    await press('ArrowUp');
    await press('Enter');
    await type('31');
    await page.getByText('分数应在 0 与 10 之间。').waitFor();
    await press('Control+a');
    await type('8', '12');
    await page.keyboard.type('技术扎实');
    expect(await page.locator('[data-test="total"]').innerText()).toBe('82.00');
    await press('Control+Enter');
    await page.getByRole('dialog').getByText('提交“项目2”的评分').waitFor();
    await tabTo(/^提交评分/);
    await press('Enter');
    await page.getByText(/服务器已收到 \d+\.\d+ 分/).waitFor();
    await page.getByText('还剩 1 项').waitFor();
    await picture(page, 'judging-scored');
  });

  it('goes on to the next project and back, with its own sheet', async () => {
    await press('Alt+ArrowRight');
    await page.getByRole('heading', { name: '项目3' }).waitFor();
    expect(await page.locator('.criterion input').first().inputValue()).toBe('');
    await press('Alt+ArrowLeft');
    await page.getByRole('heading', { name: '项目2' }).waitFor();
    await expect.poll(() => page.locator('.criterion input').first().inputValue()).toBe('27.5');
  });

  it('tells what another device submitted meanwhile', async () => {
    const other = await openPage(app, context, page.url().replace(/^https?:\/\/[^/]+/, ''));
    await other.locator('.criterion input').first().fill('28');
    await other.getByRole('button', { name: '提交更正' }).click();
    await pressByKey(other.getByRole('dialog').getByRole('button', { name: '提交更正' }));
    await other.getByText(/第 2 次提交/).waitFor();
    await other.close();
    await page.locator('.criterion input').first().fill('29');
    await page.getByRole('button', { name: '提交更正' }).click();
    await pressByKey(page.getByRole('dialog').getByRole('button', { name: '提交更正' }));
    await page.getByRole('button', { name: '改用服务器上的评分' }).click();
    await expect.poll(() => page.locator('.criterion input').first().inputValue()).toBe('28');
  });

  it('asks again where the terms were changed, and keeps what is being typed over what was handed in', async () => {
    const judgeTerms = {
      zh: '独立评审，不受任何人请托。\n评审期间不得与项目方私下接触。',
      en: 'Judge on your own.\nNo private contact with the entrants while you judge.',
    };
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      const { definition } = await work.manager.findOneByOrFail(Edition, { id: review.editionId });
      const changed = { definition: { ...definition, judgeTerms } };
      await work.manager.update(Edition, review.editionId, changed as never);
    });
    await page.locator('.criterion input').first().fill('21');
    await page.getByText('评审须知已修订').waitFor();
    await page.getByText('评审期间不得与项目方私下接触。').waitFor();
    await expectFits(page);
    await picture(page, 'judging-terms-again');
    await page.getByRole('button', { name: '我已阅读并接受' }).click();
    await page.getByRole('heading', { name: '项目2' }).waitFor();
    await expect.poll(() => page.locator('.criterion input').first().inputValue()).toBe('21');
    await page.getByText('服务器上是 82.50 分').waitFor();
  });

  it('works on a tablet and a phone, in English', async () => {
    const english = await contextOf(app, browser, review.judges[1]!.person, {
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    });
    const desk = await openPage(app, english, `/reviews/${review.id}`);
    await desk.getByRole('button', { name: 'I have read and accept them' }).click();
    await desk.getByRole('button', { name: 'Declare and open the materials' }).click();
    await desk.locator('.criterion').first().waitFor();
    await desk.setViewportSize({ width: 768, height: 1024 });
    await desk.locator('iframe').waitFor();
    await expectFits(desk);
    await picture(desk, 'judging-second');
  });

  it('tells of a sheet that was refused once the judge had gone on', async () => {
    const close = Promise.withResolvers<void>();
    await page.route('**/sheet', async (route) => {
      await close.promise;
      await route.continue();
    });
    await page.getByRole('button', { name: '提交更正' }).click();
    await pressByKey(page.getByRole('dialog').getByRole('button', { name: '提交更正' }));
    await page.getByText('正在提交').waitFor();
    await press('Alt+ArrowRight');
    await page.getByRole('heading', { name: '项目3' }).waitFor();
    await review.organiser.post(`${review.path}/close`).send({}).expect(204);
    close.resolve();
    await page.getByText('“项目2”的评分未提交成功').waitFor();
    await press('Alt+ArrowLeft');
  });

  it('says when the review is over, and keeps what was handed in', async () => {
    await page.reload();
    await page.getByText('网评已经结束').first().waitFor();
    expect(await page.locator('.criterion input').first().isDisabled()).toBe(true);
    await page.getByText('材料不再提供查看').waitFor();
    expect(await page.locator('iframe, .files a').count()).toBe(0);
    await picture(page, 'judging-over');
  });
});
