import { Project } from '@haishi/contest';
import { Database } from '@haishi/platform';
import type { Browser } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, openReview, PLAN, type Review, reviewOf, sheetOf } from '../api/review-round.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, promoted, type TestPerson } from '../support/people.js';
import { recuse } from '../support/ties.js';

/** Scores cleared of harshness, for organisers of whom one handed a project in. */
describe('the results of an online review, for organisers', () => {
  let app: TestApp;
  let browser: Browser;
  let review: Review;
  let person: TestPerson;
  const base = () => `/staff/editions/${review.editionId}/stages/ONLINE/review`;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    review = await reviewOf(app, 6, 4);
    const { organiser, path, desk, judges, projects } = review;
    const plan = { ...PLAN, composition: [], connected: true, normalisation: 'additive' };
    await organiser.put(`${path}/plan`).set('if-match', '*').send(plan).expect(204);
    await openReview(review);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      for (const [index, { entryId }] of (await judge.browser.get(desk).expect(200)).body.entries.entries())
        await judge.browser
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(15 + index + (at === 0 ? -8 : 0)))
          .expect(200);
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    person = await makePerson(app, '组织者', [organiserOf(review.editionId)]);
    await app.get(Database).manager.update(Project, { id: Equal(projects[2]!.id) }, { ownerId: person.id });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('stand raw and adjusted side by side, with harshness', async () => {
    const reader = await makePerson(app, '读成绩的组织者', [organiserOf(review.editionId)]);
    const page = await openPage(app, await contextOf(app, browser, reader), `${base()}/results`);
    await page.getByRole('columnheader', { name: '校正分' }).waitFor();
    const harsh = page.getByRole('table', { name: '评委宽严' }).getByRole('row').nth(1);
    await harsh.getByText('评委1').waitFor();
    await harsh.getByText(/^−\d/).waitFor();
    await expectFits(page);
    await picture(page, 'review-adjusted');
    await page.close();
  });

  it.each([
    ['zh-CN', `您与该网评的项目`, '由其他组织者查看和决定'],
    ['en-GB', 'You have a tie to', 'other organisers read and decide on them'],
  ])('are left as a whole to others by who has a tie to an entry, in %s', async (locale, tie, others) => {
    const reader = await makePerson(app, '回避的组织者', [organiserOf(review.editionId)]);
    await recuse(app, reader.id, review.projects[2]!.id);
    const page = await openPage(app, await contextOf(app, browser, reader, { locale }), `${base()}/results`);
    await page.getByText(tie).filter({ hasText: others }).filter({ hasText: review.projects[2]!.number! }).waitFor();
    expect(await page.getByRole('row').count()).toBe(0);
    await expectFits(page);
    await picture(page, `review-tied-${locale}`);
    await page.close();
  });

  it('and entries tell who has a tie to one nothing of it but its number', async () => {
    const page = await openPage(app, await contextOf(app, browser, person), base());
    await page.getByRole('navigation', { name: '网评' }).getByRole('link', { name: /项目/ }).click();
    await page.getByText('您与该项目有利害关系，只显示编号').waitFor();
    await page.getByText('不向您显示', { exact: true }).waitFor();
    await page.getByText('您是或曾是其申报人、团队成员').waitFor();
    await page.getByText('1 个项目与您有利害关系，内容、评委和成绩都不向您显示').waitFor();
    expect(await page.getByText('您也是本次网评的评委').count()).toBe(0);
    await expectFits(page);
    await picture(page, 'review-closed-entries');
  });

  it('say to an organiser who also judges what that means for what they see', async () => {
    const both = review.judges[3]!.person;
    await promoted(app, both, organiserOf(review.editionId));
    const context = await contextOf(app, browser, both, { locale: 'en-GB' });
    const page = await openPage(app, context, `${base()}/results`);
    await page.getByText('You judge in this review too').waitFor();
    await page.getByText(/as an organiser you see what other judges gave/).waitFor();
    await expectFits(page);
    await picture(page, 'review-judging-organiser-english');
    await page.close();
  });

  it('say why they are not adjusted, and are not confirmed then', async () => {
    const { organiser, path } = review;
    await organiser.post(`${path}/reopen`).send({ reason: '改用其他规则' }).expect(204);
    const plan = { ...PLAN, composition: [], normalisation: 'z_score', minSheets: 50 };
    await organiser.put(`${path}/plan`).set('if-match', '*').send(plan).expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    const reader = await makePerson(app, '另一位组织者', [organiserOf(review.editionId)]);
    const context = await contextOf(app, browser, reader, { locale: 'en-GB' });
    const page = await openPage(app, context, `${base()}/results`);
    await page.getByRole('heading', { name: 'Some divisions cannot be adjusted' }).waitFor();
    await page
      .getByText(/50 are needed/)
      .first()
      .waitFor();
    await page.getByText('not adjusted, not ranked').first().waitFor();
    await expectFits(page);
    await picture(page, 'review-refused-english');
    const phone = await openPage(
      app,
      await contextOf(app, browser, reader, { locale: 'en-GB', width: 360 }),
      `${base()}/results`,
    );
    const here = phone.getByRole('navigation', { name: 'Online review' }).getByRole('link', { name: 'Results' });
    await here.waitFor();
    expect(await here.evaluate((one) => one.getBoundingClientRect().right <= innerWidth)).toBe(true);
    await phone.close();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Confirm the results' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm the results' }).click();
    await page.getByText('Scores cannot be adjusted as planned in: Next-generation electronic information').waitFor();
    await expectFits(page);
    await picture(page, 'review-not-confirmed-english');
  });

  it('are not adjusted over what another organiser chose while the dialog was open', async () => {
    const { organiser, path } = review;
    const reader = await makePerson(app, '晚到的组织者', [organiserOf(review.editionId)]);
    const page = await openPage(app, await contextOf(app, browser, reader), `${base()}/results`);
    await page.getByRole('button', { name: '更换校正方式…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('份数不足');
    const { versions } = (await organiser.get(path).expect(200)).body;
    // By then the page knows of it; who has the dialog open does not.
    const known = page.waitForResponse((answer) => answer.url().endsWith(base().replace('/staff', '/api/v1')));
    const other = { normalisation: 'z_score', minSheets: 40, reason: '先到的组织者更换' };
    await organiser.put(`${path}/normalisation`).set('if-match', `"${versions.plan}"`).send(other).expect(204);
    await known;
    await dialog.getByRole('button', { name: '更换', exact: true }).click();
    await dialog.getByRole('button', { name: '载入现在的内容' }).click();
    await dialog.getByText('已载入现在的内容，可以换回您填写的。').waitFor();
    expect(await dialog.getByLabel('每位评委至少评几项').inputValue()).toBe('40');
    expect(await dialog.getByLabel('原因').inputValue()).toBe('份数不足');
    await expectFits(page);
    await picture(page, 'review-rescale-stale');
    await page.close();
  });

  it('are adjusted in another way where the planned one cannot be, with a reason that stands in them', async () => {
    const reader = await makePerson(app, '更换校正的组织者', [organiserOf(review.editionId)]);
    const context = await contextOf(app, browser, reader, { width: 360 });
    const page = await openPage(app, context, `${base()}/results`);
    await page.getByRole('button', { name: '更换校正方式…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('分数校正').waitFor();
    await picture(page, 'review-rescale');
    await dialog.getByLabel('原因').fill('评委中途退出，份数不足');
    await dialog.getByRole('button', { name: '更换', exact: true }).click();
    await page.getByText('校正方式已更换，成绩已重新计算。').waitFor();
    await page.getByText('理由：评委中途退出，份数不足').waitFor();
    expect(await page.getByText('有的领域不能校正').count()).toBe(0);
    await expectFits(page);
    await picture(page, 'review-rescaled');
    await page.close();
  });

  it('lead to another look at entries whose judges differ', async () => {
    const { organiser, path } = review;
    await organiser.post(`${path}/reopen`).send({ reason: '改用原始分' }).expect(204);
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], divergence: 500, reopensDivergent: true })
      .expect(204);
    const reader = await makePerson(app, '复评的组织者', [organiserOf(review.editionId)]);
    const page = await openPage(app, await contextOf(app, browser, reader), base());
    await page.getByRole('button', { name: '结束评审' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束评审' }).click();
    await page.getByText(/有 \d+ 个项目分歧较大，已开启复评/).waitFor();
    await page.getByText('请先为评委不足的项目补派评委').waitFor();
    await page.getByText('评审中', { exact: true }).first().waitFor();
    await expectFits(page);
    await picture(page, 'review-closes-again');
    await organiser.post(`${path}/close`).send({}).expect(204);
    await page.goto(new URL(`${base()}/results`, page.url()).href);
    await page.getByRole('button', { name: '开启复评' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/对 \d+ 个分歧较大的项目开启复评？/).waitFor();
    await dialog.getByRole('textbox').fill('两位评委相差超过 5 分');
    await picture(page, 'review-again');
    await dialog.getByRole('button', { name: '开启复评' }).click();
    await page.getByText('复评已开启，请分派新的评委。').waitFor();
    await page.getByText('评审中', { exact: true }).first().waitFor();
    await organiser.post(`${path}/close`).send({}).expect(204);
    await page.close();
  });

  it('are confirmed with a reason where entries have too few sheets', async () => {
    const { organiser, path } = review;
    await organiser.post(`${path}/reopen`).send({ reason: '改用原始分' }).expect(204);
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], divergence: 500 })
      .expect(204);
    const { body } = await organiser.get(`${path}/entries`).expect(200);
    const { entryId, judges } = body.items[0];
    await organiser
      .post(`${path}/recusals`)
      .send({ entryId, personId: judges[0].personId, reason: '事后申报' })
      .expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    const third = await makePerson(app, '第三位组织者', [organiserOf(review.editionId)]);
    const page = await openPage(app, await contextOf(app, browser, third), base());
    await page.getByRole('button', { name: '确认成绩' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认成绩' }).click();
    await dialog.getByText('有 1 个项目的有效评分不足').waitFor();
    await dialog.getByLabel('原因').fill('评委事后申报利害关系，不再补评');
    await picture(page, 'review-confirm-reason');
    await dialog.getByRole('button', { name: '确认成绩' }).click();
    await dialog.getByText(/有 \d+ 个项目的评分分歧超过界限而没有复评/).waitFor();
    await dialog.getByLabel('原因').fill('评审期已满，不再复评');
    await picture(page, 'review-confirm-divergent');
    await dialog.getByRole('button', { name: '确认成绩' }).click();
    await page.getByText('成绩已确认', { exact: true }).waitFor();
    await page.getByRole('link', { name: '成绩', exact: true }).click();
    await page.getByText('分歧较大，未复评：评审期已满，不再复评').first().waitFor();
    await expectFits(page);
    await picture(page, 'review-left-divergent');
    await page.getByRole('link', { name: '概况' }).click();
    await page.getByRole('link', { name: '决定晋级' }).click();
    await page.getByRole('button', { name: '预览结果' }).waitFor();
    await page.getByRole('link', { name: '网评', exact: true }).waitFor();
    await expectFits(page);
    await picture(page, 'review-advancement');
  });
});
