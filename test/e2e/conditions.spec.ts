import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';

/** Conditions of entry, as an entrant sees them beside the form and a checker beside the decision. */
describe('conditions of entry', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string };
  let page: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'COND', (file) => {
      file['rules'][1].severity = 'refuse';
      file['rules'][4].text.zh =
        '已在石家庄市行政区域内（含各县、市、区及开发区）注册落地并获得市级及以上同类人才项目资金资助的项目不再参加本届大赛。';
    });
    const person = await makePerson(app, '张三');
    const members = [{ name: '张三', role: '负责人', share: 2550, mail: person.mail, isCore: true }];
    const id = await draftProject(await signIn(app, person), edition.code, { members });
    page = await openPage(app, await contextOf(app, browser, person), `/projects/${id}/edit`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('stand beside the form with what was compared, and follow what is typed', async () => {
    const conditions = page.getByRole('region', { name: '参赛条件核对' });
    await conditions.getByText('核心成员合计份额 25.5%；应不少于 30%。').waitFor();
    await conditions.getByText('不符合此条件不能提交。').waitFor();
    await page.getByLabel(/曾在往届/).selectOption({ label: '是' });
    await conditions.getByText('“本项目曾在往届“海石杯”获奖”：是；不应为：是。').waitFor();
    await conditions.getByText('有 2 项不符合').waitFor();
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.getByText('不能提交：有 1 项参赛条件不符合。').waitFor();
    await picture(page, 'conditions-entrant');
    await expectFits(page);
    await page.getByLabel('持股或份额（%）').fill('30');
    await conditions.getByText('核心成员合计份额 30%；应不少于 30%。').waitFor();
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.getByText('提交成功').waitFor();
  });

  it('are not got round by leaving out what they read: the field is named, and found', async () => {
    const person = await makePerson(app, '李四');
    const members = [{ name: '李四', role: '负责人', share: null, mail: person.mail, isCore: true }];
    const organisation = { name: 'Nadel GmbH', country: 'DE', code: 'HRB 4711' };
    const id = await draftProject(await signIn(app, person), edition.code, { members, organisation });
    const form = await openPage(app, await contextOf(app, browser, person), `/projects/${id}/edit`);
    await form.getByRole('button', { name: /请填写第 1 名成员的持股或份额（没有填 0）/ }).click();
    const share = form.getByLabel('持股或份额（%）');
    await expect.poll(() => share.evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByRole('button', { name: '提交项目' }).click();
    await form.getByText('请填写第 1 名成员的持股或份额').first().waitFor();
    await share.fill('30');
    await form.getByRole('button', { name: /请填写第 1 名成员/ }).waitFor({ state: 'detached' });
    await form.getByRole('button', { name: '提交项目' }).click();
    await form.getByText('提交成功').waitFor();
  });

  it('stand beside the decision for a checker, in their language', async () => {
    const checker = await makePerson(app, 'Checker', [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]);
    const context = await contextOf(app, browser, checker, { locale: 'en-GB' });
    const desk = await openPage(app, context, `/staff/editions/${edition.code}/eligibility`);
    const conditions = desk.getByRole('region', { name: 'Conditions of entry' });
    await conditions.getByText('1 not met').waitFor();
    await conditions.getByText('Not answered: Day the company was registered.').waitFor();
    await conditions.getByText('The core members together hold 30%; at least 30% is asked for.').waitFor();
    await picture(desk, 'conditions-checker');
    await expectFits(desk);
  });
});
