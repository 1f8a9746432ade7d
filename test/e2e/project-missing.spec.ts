import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';

/** What is told before a project is handed in: which field, in which section, and the way to it. */
describe('what a project still lacks', () => {
  let app: TestApp;
  let browser: Browser;
  let person: TestPerson;
  let id: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const edition = await openEdition(app, 'LACKS', (file) => {
      file['questions'].forEach((question: { required?: boolean }) => (question.required = true));
    });
    person = await makePerson(app, '张三');
    const members = [1, 2, 3].map((serial) => ({
      name: serial === 2 ? '' : `成员${serial}`,
      role: serial === 3 ? '' : '研发',
      share: null,
      mail: serial === 3 ? 'none' : `core${serial}@example.com`,
      isCore: true,
    }));
    const empty = { summary: '', field: null, organisation: { name: '', country: 'ZZ', code: '' }, undertaking: false };
    id = await draftProject(await signIn(app, person), edition.code, { ...empty, members }, false);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function open(locale: string): Promise<{ page: Page; entry: (name: string | RegExp) => Locator }> {
    const page = await openPage(app, await contextOf(app, browser, person, { locale }), `/projects/${id}/edit`);
    const entry = (name: string | RegExp) => page.locator('#review').getByRole('button', { name });
    return { page, entry };
  }
  const focused = (field: Locator) => field.evaluate((element) => element === document.activeElement);

  it('is named by section and label, and each entry leads to its field', async () => {
    const { page, entry } = await open('zh-CN');
    await page.getByText('处需要补充或修改').waitFor();
    const member = (number: number) => page.getByRole('group', { name: `成员 ${number}` });
    const expected: [string, Locator][] = [
      ['基本信息 · 项目简介：此项必填。', page.getByLabel('项目简介')],
      ['基本信息 · 细分方向：此项必填。', page.getByLabel('细分方向')],
      ['基本信息 · 参赛企业：此项必填。', page.getByLabel('参赛企业')],
      ['基本信息 · 国家或地区代码：此项必填。', page.getByLabel('国家或地区代码')],
      ['基本信息 · 当地登记号：此项必填。', page.getByLabel('当地登记号')],
      ['团队成员 · 成员 2 · 姓名：此项必填。', member(2).getByLabel('姓名')],
      ['团队成员 · 成员 3 · 职务或分工：此项必填。', member(3).getByLabel('职务或分工')],
      ['团队成员 · 成员 3 · 邮箱：邮箱格式不对。', member(3).getByLabel('邮箱')],
      ['补充问题：请填写“负责人最高学位”。', page.getByLabel('负责人最高学位')],
      ['补充问题：请填写“希望得到的支持”。', page.locator('#answers').getByRole('checkbox').first()],
      ['申报材料：请上传商业计划书', page.locator('#materials').getByLabel('商业计划书')],
      ['参赛承诺：请阅读并确认参赛承诺。', page.getByLabel('我已阅读并作出上述承诺')],
    ];
    await picture(page, 'project-missing');
    await expectFits(page);
    for (const [text, field] of expected) {
      await entry(text).click();
      expect(await focused(field), text).toBe(true);
    }
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await entry(expected[6]![0]).click();
    expect(await focused(expected[6]![1])).toBe(true);
    await page.close();
  });

  it('is named in English for who reads English', async () => {
    const { page, entry } = await open('en-GB');
    await entry('Basics · Summary: This is required.').click();
    expect(await focused(page.getByLabel('Summary'))).toBe(true);
    await entry(/^Team · Member 2 · Name: This is required\.$/).click();
    const second = page.getByRole('group', { name: 'Member 2' });
    expect(await focused(second.getByLabel('Name'))).toBe(true);
    await picture(page, 'project-missing-en');
    await expectFits(page);
    await page.close();
  });
});
