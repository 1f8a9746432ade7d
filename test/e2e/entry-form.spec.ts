import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';

const LONG = {
  zh: '请说明本项目与国内外同类技术或产品相比在性能、成本、可靠性与交付周期各方面的优势以及依据（可引用第三方检测报告）',
  en: 'Please say what sets this project apart from comparable technologies in performance, cost, reliability and delivery, and what that rests on',
};

/** What an entrant finds in the form of an edition that asks more, and a checker in what was handed in. */
describe('questions of an edition', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string };
  let projectId: string;
  let page: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'FORM', (file) => {
      file['questions'][3].required = true;
      file['questions'][4].name = LONG;
    });
    const person = await makePerson(app, '张三');
    projectId = await draftProject(await signIn(app, person), edition.code);
    page = await openPage(app, await contextOf(app, browser, person), `/projects/${projectId}/edit`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const saved = () => page.locator('[data-state="saved"]').waitFor();

  it('are asked of the chosen group, and say which is missing', async () => {
    const section = page.locator('#answers');
    await section.getByLabel('企业登记注册日期').fill('2019-05-06');
    await section.getByLabel('负责人最高学位').selectOption({ label: '博士' });
    await section.getByLabel(LONG.zh).fill('守时精度优于 5 纳秒。');
    await section.getByLabel('希望得到的支持').getByLabel('人才政策').check();
    await section.getByLabel('希望得到的支持').getByLabel('场地').check();
    await section.getByLabel(/曾在往届/).selectOption({ label: '否' });
    await section.getByLabel('已授权发明专利（件）').fill('十二');
    await section.getByText('应为数字，如 12 或 12.5。').waitFor();
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await section.getByLabel('已授权发明专利（件）').fill('１２');
    await section.getByText('应为数字').waitFor({ state: 'detached' });
    await saved();
    await page.getByRole('button', { name: '请填写“项目阶段”。' }).click();
    await picture(page, 'questions-missing');
    await expectFits(page);
    await section.getByLabel('项目阶段').selectOption({ label: '样机或中试' });
    await saved();
    await page.reload();
    expect(await section.getByLabel('已授权发明专利（件）').inputValue()).toBe('12');
    expect(await section.getByLabel('企业登记注册日期').inputValue()).toBe('2019-05-06');
    expect(await section.getByLabel('场地').isChecked()).toBe(true);
  });

  it('beyond their bounds are refused beside the field, and nothing that was typed is lost', async () => {
    const section = page.locator('#answers');
    await section.getByLabel('已授权发明专利（件）').fill('10001');
    await section.getByText('不应大于 10000。').waitFor();
    await page.locator('[data-state="partly"]').waitFor();
    await section.getByLabel('已授权发明专利（件）').fill('13');
    await saved();
  });

  it('are as they were saved last for who leaves the form and comes back', async () => {
    await page.getByRole('link', { name: '我的项目' }).first().click();
    await page.getByRole('heading', { name: '我的项目' }).waitFor();
    await page.goBack();
    expect(await page.locator('#answers').getByLabel('已授权发明专利（件）').inputValue()).toBe('13');
  });

  it('change with the group, and what was answered comes back with it', async () => {
    const section = page.locator('#answers');
    await page.getByLabel('组别').selectOption({ label: '团队组' });
    await section.getByLabel('企业登记注册日期').waitFor({ state: 'detached' });
    await saved();
    await page.getByLabel('组别').selectOption({ label: '企业组' });
    expect(await section.getByLabel('企业登记注册日期').inputValue()).toBe('2019-05-06');
    await saved();
  });

  it('are read as they were handed in, in the reader’s language', async () => {
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.getByText('提交成功').waitFor();
    await picture(page, 'questions-own');
    await page.getByText('13 件').waitFor();
    await page.getByText('场地、人才政策').waitFor();
    const checker = await makePerson(app, 'Checker', [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]);
    const context = await contextOf(app, browser, checker, { locale: 'en-GB' });
    const desk = await openPage(app, context, `/staff/editions/${edition.code}/eligibility`);
    await desk.getByText('Premises, Talent policies').waitFor();
    await desk.getByText('Prototype or pilot').waitFor();
    await picture(desk, 'questions-answered');
    await expectFits(desk);
  });
});
