import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decidedStage, endNoticeDays, publishDecision } from '../api/published-stage.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const FIELD = {
  [LONG]: [30],
  基于多组学的肿瘤早筛试剂盒: [28, { division: 'BIO' }],
  无人值守谷物烘干塔: [26],
} as const;
const PLAN = { mode: 'total', size: 3, wildcards: 0, waiting: 0, cutTies: 'order' };

/** From a published result to a concluded notice, with an objection in between. */
describe('a public notice with an objection', () => {
  let app: TestApp;
  let browser: Browser;
  let desk: Page;
  let citizen: Page;
  let notice: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const stage = await decidedStage(app, FIELD, PLAN);
    await publishDecision(stage);
    const context = await contextOf(app, browser, stage.person);
    desk = await openPage(app, context, `/staff/editions/${stage.editionId}/stages/FINAL/advancement`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const optionOf = async (page: Page, title: string) =>
    (await page.getByLabel('针对的项目').locator('option', { hasText: title }).textContent())!.trim();
  const dialog = (page: Page) => page.getByRole('dialog');

  it('is published by an organiser, with the days that the edition says', async () => {
    await desk.getByRole('link', { name: '公示与异议' }).click();
    await desk.getByLabel('公示内容').selectOption('awards');
    await desk.getByText('一等奖 1 项').waitFor();
    expect(await desk.getByLabel('工作日').inputValue()).toBe('5');
    await desk.getByLabel('工作日').fill('40');
    await desk.getByRole('button', { name: '发布公示' }).click();
    await dialog(desk).getByRole('button', { name: '发布公示' }).click();
    await desk.locator('[aria-invalid="true"]').waitFor();
    await desk.getByLabel('工作日').fill('5');
    await expectFits(desk);
    await picture(desk, 'notice-publish');
    await desk.getByRole('button', { name: '发布公示' }).click();
    await dialog(desk).getByRole('button', { name: '发布公示' }).click();
    const link = desk.getByRole('link', { name: /第 1 号 获奖名单/ });
    await link.waitFor();
    notice = (await link.getAttribute('href'))!;
    expect(await desk.getByRole('button', { name: '办结' }).isDisabled()).toBe(true);
  });

  it('is read by anybody, on a phone too, and asks who objects for their name', async () => {
    const page = await openPage(app, await visitorOf(browser, { width: 360, touch: true }), notice);
    await page.getByText(LONG).waitFor();
    expect(await page.getByText('一等奖').count()).toBe(2);
    await expectFits(page);
    await picture(page, 'notice-public');
    await page.getByRole('link', { name: '登录后提出异议' }).click();
    await page.waitForURL(/sign-in\?next=/);
    const english = await openPage(app, await visitorOf(browser, { locale: 'en-GB' }), notice);
    await english.getByText('First', { exact: false }).first().waitFor();
    await expectFits(english);
    await picture(english, 'notice-english');
  });

  it('takes an objection that survives a reload while it is written, and says what was wrong with it', async () => {
    const person = await makePerson(app, '市民');
    citizen = await openPage(app, await contextOf(app, browser, person, { width: 360 }), notice);
    await citizen.getByLabel('针对的项目').selectOption({ label: await optionOf(citizen, LONG) });
    await citizen.getByLabel('事实和依据').fill('太短');
    await citizen.getByRole('button', { name: '提交异议' }).click();
    await citizen.locator('textarea[aria-invalid="true"]').waitFor();
    const statement = '该项目的核心专利已于 2024 年转让给其他单位，申报材料没有说明。';
    await citizen.getByLabel('事实和依据').fill(statement);
    await citizen.waitForFunction((text) => Object.values(localStorage).some((one) => one.includes(text)), statement);
    await citizen.reload();
    await citizen.getByLabel('事实和依据').waitFor();
    expect(await citizen.getByLabel('事实和依据').inputValue()).toBe(statement);
    await citizen.getByRole('searchbox').fill('谷物烘干塔');
    await citizen.getByRole('searchbox').press('Enter');
    await citizen.getByRole('listitem').filter({ hasText: LONG }).waitFor({ state: 'detached' });
    const about = citizen.getByLabel('针对的项目');
    expect(await about.locator('option:checked').textContent()).toContain(LONG);
    await citizen.reload();
    await citizen.getByRole('searchbox').fill('谷物烘干塔');
    await citizen.getByRole('searchbox').press('Enter');
    await citizen.getByRole('listitem').filter({ hasText: LONG }).waitFor({ state: 'detached' });
    expect(await about.locator('option:checked').textContent()).toContain(LONG);
    await citizen.getByRole('button', { name: '提交异议' }).click();
    await citizen.getByText('我提出的异议').waitFor();
    await citizen.getByText('待答复').waitFor();
    expect(await citizen.getByLabel('事实和依据').inputValue()).toBe('');
    await expectFits(citizen);
    await picture(citizen, 'notice-objected');
  });

  it('is answered by an organiser, and the project struck off', async () => {
    await desk.reload();
    await desk.getByText('市民').waitFor();
    await desk.getByRole('button', { name: /^答复/ }).click();
    await desk.getByLabel('结论').selectOption('upheld');
    await desk.getByLabel(/^取消该项目的资格，移出名单/).check();
    await desk.getByRole('button', { name: '发出答复' }).click();
    await desk.locator('textarea[aria-invalid="true"]').waitFor();
    await desk.getByLabel('答复内容').fill('经查情况属实，移出名单。');
    await expectFits(desk);
    await picture(desk, 'notice-answer');
    await desk.getByRole('button', { name: '发出答复' }).click();
    await desk.getByText('答复：经查情况属实，移出名单。').waitFor();
    await citizen.reload();
    await citizen.getByText('经查情况属实，移出名单。').waitFor();
    await citizen.getByText('因异议成立移出名单').waitFor();
    await citizen.getByText('收到异议 1 件，已答复 1 件。').waitFor();
    await picture(citizen, 'notice-answered');
  });

  it('is concluded once its days are over, and found on the edition’s page', async () => {
    await endNoticeDays(app, notice.split('/').at(-1)!);
    await desk.reload();
    await desk.getByRole('button', { name: '办结' }).click();
    await dialog(desk).getByRole('button', { name: '办结' }).click();
    await desk.getByText('公示期满', { exact: true }).first().waitFor();
    await citizen.reload();
    await citizen.getByText('公示期满', { exact: true }).waitFor();
    expect(await citizen.getByLabel('事实和依据').count()).toBe(0);
    await citizen
      .getByRole('link', { name: /^←|返回|创新/ })
      .first()
      .click();
    await citizen.getByRole('link', { name: '决赛 · 获奖名单' }).waitFor();
    await expectFits(citizen);
    await picture(citizen, 'notice-edition');
  });
});
