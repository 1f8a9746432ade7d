import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecidedStage, decidedStage, publishDecision, publishNotice } from '../api/published-stage.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';
import { recuse } from '../support/ties.js';
import { pdfOf } from '../support/uploads.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const SAID = '该项目的核心专利属于另一家单位，附合同。';

/** What somebody objects with evidence, what organisers with and without a tie find of it, and to whom they write. */
describe('a published list, to an organiser with a tie to it', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: DecidedStage;
  let notice: string;
  let organiser: BrowserContext;
  let tied: BrowserContext;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const owner = await makePerson(app, '申报人');
    stage = await decidedStage(
      app,
      { [LONG]: [30, { ownerId: owner.id }], 乙: [28, { ownerId: owner.id }], 丙: [26, { ownerId: owner.id }] },
      { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' },
    );
    await publishDecision(stage);
    notice = await publishNotice(stage);
    const person = await makePerson(app, '有利害关系的组织者', [organiserOf(stage.editionId)]);
    await recuse(app, person.id, stage.projects[LONG]!.id);
    organiser = await contextOf(app, browser, stage.person);
    tied = await contextOf(app, browser, person);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const desk = (who: BrowserContext) =>
    openPage(app, who, `/staff/editions/${stage.editionId}/stages/FINAL/public-notices`);
  const mailings = (who: BrowserContext) => openPage(app, who, `/staff/editions/${stage.editionId}/mailings/new`);
  /** What they see of it on a phone, in English. */
  async function english(page: Page): Promise<Page> {
    await page.context().addCookies([{ name: 'haishi_lang', value: 'en', url: app.url }]);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.reload();
    await page.locator('h1').first().waitFor();
    return page;
  }
  async function chinese(page: Page): Promise<void> {
    await page.context().addCookies([{ name: 'haishi_lang', value: 'zh', url: app.url }]);
  }

  it('is objected to with evidence, which stays in the form until it is filed', async () => {
    const citizen = await makePerson(app, '知情人');
    const page = await openPage(
      app,
      await contextOf(app, browser, citizen, { width: 360 }),
      `/public-notices/${notice}`,
    );
    await page.getByLabel('针对的项目').selectOption({ index: 1 });
    await page.getByLabel('事实和依据').fill(SAID);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '技术转让合同.pdf', mimeType: 'application/pdf', buffer: pdfOf() });
    await page.getByRole('link', { name: '技术转让合同.pdf' }).waitFor();
    await expectFits(page);
    await picture(page, 'objection-evidence');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('heading', { name: '我提出的异议' }).waitFor();
    expect(await page.getByRole('link', { name: '技术转让合同.pdf' }).count()).toBe(1);
    await picture(page, 'objection-own');
  });

  it('is answered, concluded and revoked by others, and what is objected is not told', async () => {
    const free = await desk(organiser);
    await free.getByText(SAID).waitFor();
    expect(await free.getByRole('link', { name: '技术转让合同.pdf' }).count()).toBe(1);
    await expectFits(free);
    await picture(free, 'notice-desk-free');
    const own = await desk(tied);
    await own.getByText(`您与名单中的项目 ${stage.projects[LONG]!.number} 有利害关系。`).first().waitFor();
    await own.getByText('内容和提出人不向您显示').waitFor();
    // Awards are not published yet.
    await own.getByText('这份公示由其他组织者发布').waitFor();
    expect(await own.getByRole('button', { name: '发布公示' }).count()).toBe(0);
    await free.getByRole('button', { name: '发布公示' }).waitFor();
    expect(await own.getByText(SAID).count()).toBe(0);
    expect(await own.getByText('知情人').count()).toBe(0);
    expect(await own.getByRole('link', { name: '技术转让合同.pdf' }).count()).toBe(0);
    for (const act of ['办结', '撤销']) expect(await own.getByRole('button', { name: act }).isDisabled()).toBe(true);
    await expectFits(own);
    await picture(own, 'notice-desk-tied');
    await english(own);
    await own.getByText('You have a tie to').first().waitFor();
    await expectFits(own);
    await picture(own, 'notice-desk-tied-english');
    await chinese(own);
  });

  it('is read by who holds a seat, without the places, scores and reasons that tell of their own', async () => {
    const page = await openPage(app, tied, `/staff/editions/${stage.editionId}/stages/FINAL/advancement`);
    await page.getByText('所有项目的名次相互关联，不向您显示名次、成绩、候补和理由').waitFor();
    const row = (text: string) => page.getByRole('row').filter({ hasText: text });
    // It is on public notice, so that anybody reads that it advances.
    await row(stage.projects[LONG]!.number!).getByText('晋级', { exact: true }).first().waitFor();
    expect(await row(LONG).getByText('您由工作人员登记回避').count()).toBe(1);
    for (const told of [/8\d\.00/, /第 \d 名/, /候补第/, /名额 2 个/])
      expect(await page.getByText(told).count()).toBe(0);
    expect(await page.getByLabel('只看末位上下').count()).toBe(0);
    expect(await page.getByRole('button', { name: '全部 3' }).count()).toBe(1);
    await expectFits(page);
    await picture(page, 'advancement-published-tied');
    await english(page);
    await page.getByText('Places of all tell of each other').waitFor();
    await expectFits(page);
    await picture(page, 'advancement-published-tied-english');
    await chinese(page);
  });

  it('is written to by who advances and who does not, and tells nothing of their own', async () => {
    const page = await mailings(tied);
    await page.getByLabel('阶段结果').selectOption({ label: '决赛' });
    await page.getByLabel('晋级', { exact: true }).check();
    await page.getByLabel('路演场次').selectOption({ index: 1 });
    for (const field of ['主题（中文）', '正文（中文）', '主题（英文）', '正文（英文）'])
      await page.getByLabel(field).fill('{name} {title}');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('共 1 位收件人').waitFor();
    await page.getByText('与您有利害关系的项目（1 个）不显示，也不计入人数').waitFor();
    expect(await page.getByText(LONG).count()).toBe(0);
    await expectFits(page);
    await picture(page, 'mailing-standing');
    await page.getByRole('button', { name: '发送给 1 位收件人' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发送', exact: true }).click();
    await page.waitForURL(/\/mailings\/[^/]+$/);
    await page.getByText('已送出 1').waitFor();
    await expectFits(page);
    await picture(page, 'mailing-recipients-tied');
    const other = await english(await mailings(organiser));
    await other.getByLabel('Result of a stage').selectOption('FINAL');
    await other.getByLabel('Waiting list').check();
    await expectFits(other);
    await picture(other, 'mailing-standing-english');
    await chinese(other);
  });

  it('is filed as lists from the pages that show them', async () => {
    const page = await desk(organiser);
    const base = `${new URL(page.url()).origin}/staff/editions/${stage.editionId}`;
    const take = async (name: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('group', { name }).getByRole('button', { name: '导出 CSV' }).click();
      return (await coming).suggestedFilename();
    };
    expect(await take('异议与答复')).toMatch(/-objections-1\.csv$/);
    await page.goto(`${base}/collected`);
    expect(await take('导出')).toMatch(/-collected\.csv$/);
    await expectFits(page);
    await picture(page, 'collected-export');
    await page.goto(`${base}/eligibility`);
    expect(await take('审查结论')).toMatch(/-eligibility\.csv$/);
    await expectFits(page);
    await picture(page, 'eligibility-export');
  });
});
