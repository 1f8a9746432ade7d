import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { blankBelow, contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn, type TestPerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';

/** Two checkers at one queue: what one claims the other leaves, and many are decided at once. */
describe('the checkers’ queue', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string };
  let first: Page;
  let second: Page;
  let appealed: string;
  let owner: TestPerson;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'DESK');
    for (const title of [LONG, '肺癌早筛试剂盒', '预制菜中央厨房', '轨道交通减振器']) {
      const entrant = await signedIn(app, '参赛者');
      const answers = title === '预制菜中央厨房' ? { WONBEFORE: true } : {};
      const id = await draftProject(entrant.browser, edition.code, { title, answers });
      if (title === '肺癌早筛试剂盒') [appealed, owner] = [id, entrant.person];
      await submitProject(entrant.browser, id, 2).expect(200);
    }
    const desk = async (name: string, locale?: string) => {
      const checker = await makePerson(app, name, [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]);
      const context = await contextOf(app, browser, checker, locale ? { locale } : {});
      return openPage(app, context, `/staff/editions/${edition.code}/eligibility`);
    };
    first = await desk('欧阳审查员');
    second = await desk('Alexandra Featherstonehaugh', 'en-GB');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('gives each checker the next that nobody checks, and shows who checks what', async () => {
    await first.getByRole('heading', { name: LONG }).waitFor();
    await first.keyboard.press('n');
    await first.getByText('您正在审查，认领至').waitFor();
    await second.getByRole('button', { name: 'Claim the next' }).click();
    await second.getByRole('heading', { name: '肺癌早筛试剂盒' }).waitFor();
    await second.getByText('You check this project; your claim holds until').waitFor();
    await second.getByRole('button', { name: LONG }).click();
    await second.getByText('欧阳审查员 checks this project').waitFor();
    expect(await second.getByRole('button', { name: /^Eligible/ }).isDisabled()).toBe(true);
    await picture(second, 'queue-claimed');
    await expectFits(second);
  });

  it('ends at its footer, however many wait', async () => {
    const size = first.viewportSize()!;
    const crowd = () => {
      const list = document.querySelector('.waiting ol')!;
      list.append(...Array.from({ length: 60 }, () => list.firstElementChild!.cloneNode(true)));
    };
    await first.evaluate(crowd);
    for (const width of [360, 1024, 1280, 1920]) {
      await first.setViewportSize({ width, height: 900 });
      expect(await blankBelow(first), `at ${width} px`).toBeLessThanOrEqual(0);
    }
    await picture(first, 'queue-long');
    await first.evaluate(() =>
      document.querySelectorAll('.waiting li:nth-child(n + 5)').forEach((row) => row.remove()),
    );
    await first.setViewportSize(size);
  });

  it('is narrowed to what is free, mine or does not meet a condition', async () => {
    await second.getByLabel('Claimed').selectOption({ label: 'By nobody' });
    await second.getByText('1 of 2 waiting').waitFor();
    await second.getByLabel('Conditions', { exact: true }).selectOption({ label: 'Some not met' });
    await second.getByText('1 of 1 waiting').waitFor();
    await second.getByRole('heading', { name: '预制菜中央厨房' }).waitFor();
    await second.getByRole('button', { name: 'Clear filters' }).click();
    await second.getByText('of 4 waiting').waitFor();
  });

  it('keeps what it is narrowed to in its address, by words, place and what conditions say', async () => {
    await second.getByLabel('Title or number').fill('央厨房');
    await second.getByText('1 of 1 waiting').waitFor();
    await second.getByLabel('Region').selectOption({ label: 'Beijing' });
    await second.getByLabel('Group').selectOption({ label: 'Enterprise' });
    await second.waitForURL((url) => url.searchParams.get('group') === 'ENT');
    expect(Object.fromEntries(new URL(second.url()).searchParams)).toEqual({ q: '央厨房', region: 'BJ', group: 'ENT' });
    await second.reload();
    await second.getByText('1 of 1 waiting').waitFor();
    expect(await second.getByLabel('Title or number').inputValue()).toBe('央厨房');
    await picture(second, 'queue-narrowed');
    await expectFits(second);
    await second.getByLabel('Division').selectOption({ index: 2 });
    await second.getByText('No project fits the filters').waitFor();
    await second.waitForURL((url) => url.searchParams.has('division'));
    await second
      .getByRole('link', { name: /Haishi Cup/ })
      .first()
      .click();
    await second.waitForURL((url) => !url.pathname.endsWith('/eligibility'));
    await second.goBack();
    await second.getByText('No project fits the filters').waitFor();
    await second.getByRole('button', { name: 'Clear filters' }).click();
    await second.getByText('of 4 waiting').waitFor();
    await second.waitForURL((url) => url.search === '');
    await picture(first, 'queue-filters');
    await expectFits(first);
  });

  it('takes one decision on many: checked first, then made, and what is refused says why', async () => {
    for (const number of [2, 3, 4]) await first.getByLabel(`选择 DESK-EIT-000${number}`).check();
    await first.getByRole('button', { name: '批量处理 3 个' }).click();
    const panel = first.getByRole('region', { name: '批量处理（已选 3 个）' });
    await panel.getByLabel('结论').selectOption({ label: '退回补正' });
    await panel.getByRole('button', { name: '先核对' }).click();
    await panel.getByText('此项必填。').first().waitFor();
    await panel.getByLabel('原因').selectOption({ label: '材料缺失或不完整' });
    await panel.getByLabel('需要补正什么').fill('请补充专利证书。');
    await panel.getByRole('button', { name: '先核对' }).click();
    await panel.getByText('核对完毕：2 个可以处理，1 个不能。').waitFor();
    await panel.getByText('Alexandra Featherstonehaugh正在审查该项目').waitFor();
    await picture(first, 'queue-bulk');
    await expectFits(first);
    await panel.getByRole('button', { name: '退回 2 个补正' }).click();
    await first.getByText('处理完毕：2 个已处理，1 个未处理。').waitFor();
    await first.getByText('共 2 个待审查').waitFor();
    await first.getByRole('button', { name: '返回' }).click();
    await first.getByText('批量处理').waitFor({ state: 'detached' });
  });

  it('lets a claim go, and the other checker on', async () => {
    await first.getByRole('button', { name: '释放认领' }).click();
    await first.getByRole('button', { name: '认领', exact: true }).waitFor();
    await second.reload();
    await second.getByRole('heading', { name: LONG }).waitFor();
    await second.keyboard.press('a');
    await second.getByRole('heading', { name: 'DESK-EIT-0001 is eligible' }).waitFor();
    await second.keyboard.press('Enter');
    await second.getByText('1 of 1 waiting').waitFor();
  });

  it('gets back what was rejected, once an organiser upholds the entrant’s appeal', async () => {
    await second.getByRole('heading', { name: '肺癌早筛试剂盒' }).waitFor();
    await second.keyboard.press('x');
    await second.getByLabel('Reason').selectOption({ label: 'Does not meet the conditions of entry' });
    await second.getByLabel('In detail').fill('The project lies in none of the four divisions.');
    await second.keyboard.press('Control+Enter');
    await second.getByText('Nothing waits for the check').waitFor();

    const page = await openPage(app, await contextOf(app, browser, owner), `/projects/${appealed}`);
    const appeal = page.getByRole('region', { name: '申诉' });
    await appeal.getByLabel('申诉理由').fill('项目属于生物医药领域的医疗器械方向，见商业计划书第二章。'.repeat(6));
    await picture(page, 'appeal-make');
    await expectFits(page);
    await appeal.getByRole('button', { name: '提交申诉' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交申诉' }).click();
    await appeal.getByText('等待组织者复核').waitFor();

    const organiser = await makePerson(app, '司徒组织者', [organiserOf(edition.id)]);
    const desk = await openPage(app, await contextOf(app, browser, organiser), '/tasks');
    await desk.getByRole('link', { name: /复核申诉/ }).click();
    await desk.getByText('原审查：Alexandra Featherstonehaugh').waitFor();
    await desk.getByRole('button', { name: /^复核申诉/ }).click();
    await desk.getByRole('button', { name: '成立，退回审查' }).click();
    await desk.getByText('此项必填。').first().waitFor();
    await desk.getByLabel('答复').fill('经核对，项目属于生物医药领域。');
    await picture(desk, 'appeals');
    await expectFits(desk);
    await desk.getByRole('button', { name: '成立，退回审查' }).click();
    await desk.getByText('申诉成立', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('经核对，项目属于生物医药领域。').first().waitFor();
    await picture(page, 'appeal-upheld');
    await expectFits(page);
    await second.reload();
    await second.getByRole('heading', { name: '肺癌早筛试剂盒' }).waitFor();
    await second.getByText('Appeal upheld, checked anew').waitFor();
  });

  it('is left by a checker who steps back, and given back once an organiser dismisses that', async () => {
    await second.getByRole('button', { name: 'Recuse myself' }).click();
    const dialog = second.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The lead is my brother-in-law.');
    await picture(second, 'recusal-own-english');
    await expectFits(second);
    await dialog.getByRole('button', { name: 'Recuse myself' }).click();
    await second.getByText('You are recused from, or have a tie to, more that are not listed: 1').waitFor();
    await second.getByText('Nothing waits for the check').waitFor();
    await picture(second, 'recusal-queue-english');
    await second.goto(new URL(`/projects/${appealed}`, second.url()).href);
    await second.getByText('it is closed to you whatever else you do in the contest').waitFor();
    await picture(second, 'recusal-closed-english');

    const organiser = await makePerson(app, '慕容组织者', [organiserOf(edition.id)]);
    const page = await openPage(app, await contextOf(app, browser, organiser), `/projects/${appealed}`);
    await page.getByRole('heading', { name: '工作人员回避' }).waitFor();
    const recused = page.getByRole('listitem').filter({ hasText: 'Alexandra Featherstonehaugh' });
    await recused.getByText(/本人声明回避 · The lead is my brother-in-law\./).waitFor();
    await page.getByRole('button', { name: '登记回避' }).click();
    await page.getByLabel('人员', { exact: true }).selectOption({ label: '欧阳审查员' });
    await page.getByLabel('原因').fill('曾任该团队导师。');
    await picture(page, 'recusal-add');
    await expectFits(page);
    await page.getByRole('dialog').getByRole('button', { name: '登记回避' }).click();
    await page.getByText('由组织者登记回避 · 曾任该团队导师。').waitFor();
    await picture(page, 'recusal-organiser');
    await expectFits(page);
    await recused.getByRole('button', { name: /^撤销回避/ }).click();
    await page.getByLabel('原因').fill('核实后并无亲属关系。');
    await page.getByRole('dialog').getByRole('button', { name: '撤销回避' }).click();
    await page.getByText('已撤销的回避').click();
    await page.getByText('Alexandra Featherstonehaugh：由 慕容组织者 撤销').waitFor();
    await picture(page, 'recusal-dismissed');
    await second.reload();
    await second.getByRole('heading', { name: '肺癌早筛试剂盒' }).waitFor();
  });
});
