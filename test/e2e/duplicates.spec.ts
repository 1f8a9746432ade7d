import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const SUMMARY =
  '自主设计面向北斗三号的低功耗授时芯片，守时精度优于五纳秒，已在电力与通信两个行业完成三轮流片和一年挂网试运行，' +
  '团队来自国内两所高校的集成电路学院，拥有发明专利十二项，计划两年内在石家庄建成封装测试线并实现年产百万颗。';

/** What a checker of one region finds beside the decision. */
describe('duplicates, for a checker', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string };
  let page: Page;
  const numbers: string[] = [];

  const submitted = async (change: Record<string, unknown>) => {
    const owner = (await signedIn(app, '参赛者')).browser;
    const id = await draftProject(owner, edition.code, change);
    const { body } = await submitProject(owner, id, 2).expect(200);
    numbers.push((body as { number: string }).number);
  };
  const from = (name: string, mail: string) => ({
    organisation: { name, country: 'DE', code: `HRB ${name}` },
    members: [{ name: '张三', role: '负责人', mail, isCore: true }],
  });

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'TWINS');
    await submitted({ title: LONG, summary: SUMMARY, ...from('海石（石家庄）芯片有限公司', 'zhang@example.com') });
    await submitted({
      title: LONG.replace('项目', '工程'),
      summary: `${SUMMARY}欢迎合作。`,
      ...from('海石(石家庄)芯片股份有限公司', 'zhang@example.com'),
    });
    await submitted({
      title: LONG,
      summary: '另一个赛区的同名项目。',
      region: 'XA',
      ...from('别处', 'li@example.com'),
    });
    await submitted({ title: '肺癌早筛试剂盒', summary: '血液检测。', ...from('甲', 'wang@example.com') });
    const checker = await makePerson(app, '审查员', [
      { role: 'checker', scopeType: 'region', scopeId: `${edition.id}/BJ` },
    ]);
    page = await openPage(app, await contextOf(app, browser, checker), `/staff/editions/${edition.code}/eligibility`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are a hint beside the decision, with why, on a phone and on a large screen', async () => {
    const twins = page.getByRole('region', { name: '可能重复的项目' });
    await twins.getByText('仅供参考').waitFor();
    const listed = twins.locator('> ul > li');
    expect(await listed.count()).toBe(2);
    expect(await listed.nth(0).innerText()).toContain(numbers[1]);
    for (const reason of [
      '两个项目有同一人：张三',
      '单位名称相同：海石（石家庄）芯片有限公司',
      /项目名称相似 \d+%/,
      /项目简介相似 98%/,
    ])
      await listed.nth(0).getByText(reason).waitFor();
    expect(await listed.nth(1).innerText()).toContain(numbers[2]);
    await listed.nth(1).getByText('您无权查看该项目的内容').waitFor();
    expect(await listed.nth(1).getByRole('link').count()).toBe(0);
    expect(await twins.innerText()).not.toContain('别处');
    await expectFits(page);
    await picture(page, 'duplicates');
  });

  it('lead to the other project, and the queue stays where it was', async () => {
    const [other] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('region', { name: '可能重复的项目' }).getByRole('link').click(),
    ]);
    await other.getByText('海石(石家庄)芯片股份有限公司').first().waitFor();
    await other.close();
    await page.getByRole('button', { name: '通过' }).first().waitFor();
  });

  it('are not spoken of where a project stands alone', async () => {
    await page.getByRole('button', { name: /肺癌早筛试剂盒/ }).click();
    await page.getByRole('heading', { name: '肺癌早筛试剂盒' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('可能重复的项目').count()).toBe(0);
  });
});
