import { Project } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DecidedStage, decidedStage, publishDecision, publishNotice } from '../api/published-stage.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const ENGLISH =
  'Next-generation-low-power-high-precision timing chips and time-transfer equipment for navigation systems';
const SUMMARY =
  '自主设计的低功耗授时芯片，守时精度优于 5 纳秒，已完成中试并与三家用户签订试用协议，拟在石家庄建设生产线。';
const FIELD = {
  [LONG]: [30, { organisationName: '石家庄海石时频科技股份有限公司（高新区产业化基地）', summary: SUMMARY.repeat(5) }],
  [ENGLISH]: [28, { division: 'BIO', region: 'XA', summary: 'Kept accurate to five nanoseconds. '.repeat(20) }],
  手术机器人: [26, { division: 'EQP', region: 'XA', summary: SUMMARY }],
} as const;
const PLAN = { mode: 'total', size: 3, wildcards: 0, waiting: 0, cutTies: 'order' };

/** A gallery from its opening by an organiser to an entrant who keeps a project out. */
describe('a gallery', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: DecidedStage;
  let gallery: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await decidedStage(app, FIELD as never, PLAN);
    await publishDecision(stage);
    await publishNotice(stage, { kind: 'awards' });
    gallery = `/editions/${stage.editionId}/gallery`;
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is opened by an organiser as a new version of the settings', async () => {
    const desk = await openPage(
      app,
      await contextOf(app, browser, stage.person),
      `/staff/editions/${stage.editionId}/settings`,
    );
    await desk.getByLabel('开放项目展示').check();
    await desk.getByRole('button', { name: '预览改动' }).click();
    await desk.getByRole('heading', { name: '项目展示' }).waitFor();
    await desk.getByLabel('改动原因').fill('公示期开始，开放展示');
    await desk.getByRole('button', { name: '保存为新版本' }).click();
    await desk.getByText('已保存为第 2 版').waitFor();
  });

  it('is found on the home page', async () => {
    const page = await openPage(app, await visitorOf(browser, { width: 360, touch: true }), '/');
    const region = page.getByRole('region', { name: '获奖与晋级项目' });
    await region.getByText('3 个项目').waitFor();
    await expectFits(page);
    await picture(page, 'gallery-home');
    await region.getByRole('link').click();
    await page.getByRole('heading', { name: '项目展示' }).waitFor();
  });

  it('is searched and narrowed by anybody on a phone, at addresses that can be shared', async () => {
    const context = await visitorOf(browser, { width: 360, touch: true });
    const page = await openPage(app, context, `/editions/${stage.editionId}`);
    await page.getByRole('link', { name: '项目展示' }).click();
    await page.getByText('3 个项目').waitFor();
    expect(await page.getByText('一等奖', { exact: true }).count()).toBeGreaterThan(0);
    await expectFits(page);
    await picture(page, 'gallery-list');
    await page.getByLabel('赛区').selectOption('XA');
    await page.getByText('2 个项目').waitFor();
    await page.waitForURL(/region=XA/);
    await page.getByLabel('项目名称或单位').fill('机器人');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByText('1 个项目').waitFor();
    await page.waitForURL(/q=/);
    const shared = await openPage(app, await visitorOf(browser, { locale: 'en-GB' }), page.url());
    await shared.getByText('Projects: 1').waitFor();
    await shared.getByRole('button', { name: 'Clear filters' }).click();
    await shared.getByText('Projects: 3').waitFor();
    await expectFits(shared);
    await picture(shared, 'gallery-english');
    await page.getByLabel('项目名称或单位').fill('没有的词');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.getByText('没有符合条件的项目').waitFor();
    await picture(page, 'gallery-empty');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('link', { name: LONG }).click();
    await page.getByText('决赛 · 已公布').waitFor();
    await expectFits(page);
    await picture(page, 'gallery-project');
  });

  it('is left by an entrant, at once', async () => {
    const owner = await makePerson(app, '李申报');
    const { id } = stage.projects['手术机器人']!;
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, { id: Equal(id) }, { ownerId: owner.id }));
    const page = await openPage(app, await contextOf(app, browser, owner, { width: 360 }), `/projects/${id}`);
    await page.getByRole('link', { name: '查看公开页面' }).waitFor();
    await expectFits(page);
    await picture(page, 'gallery-choice');
    await page.getByRole('button', { name: '不展示我的项目' }).click();
    await page.getByRole('button', { name: '同意展示' }).waitFor();
    const visitor = await openPage(app, await visitorOf(browser), gallery);
    await visitor.getByText('2 个项目').waitFor();
    expect(await visitor.getByText('手术机器人').count()).toBe(0);
  });
});
