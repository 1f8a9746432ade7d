import { Project } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decidedStage,
  type DecidedStage,
  endNoticeDays,
  nameCore,
  publishDecision,
  publishNotice,
} from '../api/published-stage.js';
import { enter, openReview, PLAN as REVIEW_PLAN, type Review, reviewOf, sheetOf } from '../api/review-round.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const FIELD = { [LONG]: [30], 肿瘤早筛试剂盒: [28], 谷物烘干塔: [26], 精密减速器: [24] } as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 2, cutTies: 'order' };

const dialog = (page: Page) => page.getByRole('dialog');

/** What becomes of places after they were published: given up, lost to an objection, and awards put right on paper. */
describe('places after they were published', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: DecidedStage;
  let owner: TestPerson;
  let organiser: BrowserContext;
  let desk: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await decidedStage(app, FIELD, PLAN);
    owner = await makePerson(app, '参赛者');
    for (const title of [LONG, '肿瘤早筛试剂盒'])
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) =>
          work.manager.update(Project, { id: Equal(stage.projects[title]!.id) }, { ownerId: owner.id }),
        );
    await nameCore(app, stage.projects['谷物烘干塔']!, '张三丰');
    await publishDecision(stage);
    organiser = await contextOf(app, browser, stage.person);
    desk = await openPage(app, organiser, `/staff/editions/${stage.editionId}/stages/FINAL/advancement`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are given up by a withdrawal that says what goes with it and asks why', async () => {
    const path = `/projects/${stage.projects[LONG]!.id}`;
    const english = await openPage(app, await contextOf(app, browser, owner, { locale: 'en-GB' }), path);
    await english.getByRole('button', { name: 'Withdraw the project' }).click();
    await dialog(english).getByText('the place from Final, which goes to the waiting list').waitFor();
    await picture(english, 'withdrawal-english');
    const page = await openPage(app, await contextOf(app, browser, owner, { width: 360 }), path);
    await page.getByRole('button', { name: '撤回项目' }).click();
    await dialog(page).getByText('决赛的晋级名额，由候补递补').waitFor();
    expect(await dialog(page).getByRole('button', { name: '撤回项目' }).isDisabled()).toBe(true);
    await dialog(page).getByLabel('原因').fill('团队无法按期参加');
    await expectFits(page);
    await picture(page, 'withdrawal');
    await dialog(page).getByRole('button', { name: '撤回项目' }).click();
    await page.getByText('团队无法按期参加').waitFor();
  });

  it('are marked for organisers, who let the waiting list move up with the reason that was given', async () => {
    await desk.reload();
    await desk.getByText('有 1 个晋级或候补项目已退赛').waitFor();
    const row = desk.getByRole('row').filter({ hasText: '退赛原因' });
    await row.getByText('已退赛', { exact: true }).waitFor();
    await row.getByText('退赛原因：团队无法按期参加').waitFor();
    await expectFits(desk);
    await picture(desk, 'advancement-vacant');
    await row.getByRole('button', { name: /^退出或放弃/ }).click();
    expect(await dialog(desk).getByLabel('原因').inputValue()).toBe('团队无法按期参加');
    await dialog(desk).getByRole('button', { name: '退出或放弃' }).click();
    await desk.getByText(/移出，.* 递补/).waitFor();
    expect(await desk.getByText('有 1 个晋级或候补项目已退赛').count()).toBe(0);
  });

  it('are lost to an objection that strikes off, with the next on the list and the entrant told', async () => {
    const notice = await publishNotice(stage);
    const citizen = await signIn(app, await makePerson(app, '市民'));
    const struck = stage.projects['肿瘤早筛试剂盒']!;
    const statement = '该项目的核心专利已经转让给其他单位。';
    const objection = { statement, projectId: struck.id };
    await citizen.post(`/api/v1/public-notices/${notice}/objections`).send(objection).expect(201);
    const page = await openPage(app, organiser, `/staff/editions/${stage.editionId}/stages/FINAL/public-notices`);
    await page.getByRole('button', { name: /^答复/ }).click();
    await page.getByLabel('结论').selectOption('upheld');
    await page.getByText('晋级名额立即由候补的下一位递补').waitFor();
    await page.getByLabel(/^取消该项目的资格，移出名单/).check();
    await page.getByLabel('答复内容').fill('经查专利已于年初转让，取消资格。');
    await expectFits(page);
    await picture(page, 'objection-strike');
    await page.getByRole('button', { name: '发出答复' }).click();
    await page.getByText('因异议成立移出名单').waitFor();
    const everybody = await openPage(
      app,
      await visitorOf(browser, { width: 360, touch: true }),
      `/public-notices/${notice}`,
    );
    await everybody.getByText('递补晋级').waitFor();
    await everybody.getByText('公示期间有项目移出').waitFor();
    await expectFits(everybody);
    await picture(everybody, 'notice-moved-up');
    await desk.reload();
    await desk.getByText('已取消资格', { exact: true }).first().waitFor();
    await desk.getByText('第 1 号公示的第 1 件异议成立，取消资格').waitFor();
    await expectFits(desk);
    await picture(desk, 'advancement-struck');
    const own = await openPage(app, await contextOf(app, browser, owner, { width: 360 }), `/projects/${struck.id}`);
    await own.getByText('因公示异议成立移出名单').waitFor();
    await own.getByText('经查专利已于年初转让，取消资格。').waitFor();
    await expectFits(own);
    await picture(own, 'project-struck');
  });

  it('are won on paper with a fault, which is put right on another', async () => {
    const notice = await publishNotice(stage, { kind: 'awards' });
    await endNoticeDays(app, notice);
    await stage.organiser.post(`/api/v1/public-notices/${notice}/conclude`).set('If-Match', '"1"').send({}).expect(204);
    await stage.organiser.post(`/api/v1/public-notices/${notice}/certificates`).send({}).expect(201);
    const page = await openPage(app, organiser, `/staff/editions/${stage.editionId}/stages/FINAL/public-notices`);
    await page.getByText('证书（2 份）').click();
    await page.getByRole('button', { name: /^撤销证书 .*A0001/ }).click();
    await dialog(page).getByLabel('原因').fill('署名有误');
    await dialog(page).getByRole('button', { name: '撤销证书' }).click();
    const again = page.getByRole('button', { name: /^补发 .*A0001/ });
    await again.waitFor();
    // What is revoked is neither revoked again nor taken home.
    for (const role of ['button', 'link'] as const)
      expect(await page.getByRole(role, { name: /^(撤销证书|中文|英文) .*A0001/ }).count()).toBe(0);
    await again.click();
    expect(await dialog(page).getByLabel('署名').inputValue()).toBe('张三丰');
    await dialog(page).getByLabel('署名').fill('张三豐\n李四');
    await expectFits(page);
    await picture(page, 'certificate-reissue');
    await dialog(page).getByRole('button', { name: '补发' }).click();
    await page.getByText(/已由 .*A0003 代替/).waitFor();
    await page.getByText(/^代替 .*A0001/).waitFor();
    await expectFits(page);
    await picture(page, 'certificate-reissued');
  });
});

describe('equals of an online review', () => {
  let app: TestApp;
  let browser: Browser;
  let review: Review;
  let person: TestPerson;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    review = await reviewOf(app, 3, 4);
    const { organiser, path, desk, judges } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...REVIEW_PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    for (const judge of judges) {
      await enter(review, judge);
      for (const { entryId } of (await judge.browser.get(desk).expect(200)).body.entries)
        await judge.browser.put(`${desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    person = await makePerson(app, '组织者', [organiserOf(review.editionId)]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are ordered by an organiser with a reason that the results then tell', async () => {
    const base = `/staff/editions/${review.editionId}/stages/ONLINE/review/results`;
    const page = await openPage(app, await contextOf(app, browser, person), base);
    await page.getByText('第 1 名，3 个项目并列').waitFor();
    const last = review.projects[2]!.number!;
    await page.getByRole('button', { name: `上移 ${last}` }).click();
    await page.getByRole('button', { name: `上移 ${last}` }).click();
    await expectFits(page);
    await picture(page, 'equals');
    await page.getByRole('button', { name: /^按此顺序裁定/ }).click();
    await dialog(page).getByLabel('原因').fill('合议认为更成熟');
    await dialog(page).getByRole('button', { name: '按此顺序裁定' }).click();
    await page.getByText('已裁定的先后').waitFor();
    expect(await page.getByRole('row').nth(1).textContent()).toContain('项目3');
    await picture(page, 'equals-ruled');
    await page.getByRole('button', { name: '撤回裁定' }).click();
    await dialog(page).getByLabel('原因').fill('重议');
    await dialog(page).getByRole('button', { name: '撤回裁定' }).click();
    await page.getByText('第 1 名，3 个项目并列').waitFor();
  });
});
