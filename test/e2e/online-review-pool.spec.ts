import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addExpert, declare, enter, openReview, type Review, reviewOf, sheetOf } from '../api/review-round.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf, setStageDates } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, pressByKey } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const INSTITUTE = '中国科学院国家授时中心时间频率测量与控制重点实验室（西安分部）';
const COLUMNS = '姓名,电子邮箱,类型,工作单位,统一社会信用代码,单位别名,领域,所在赛区,语言,最多评审项目数';

/** Judges who leave, come late or are tied after all, as organisers and the judges themselves find it. */
describe('the pool of experts, on pages', () => {
  let app: TestApp;
  let browser: Browser;
  let review: Review;
  let page: Page;
  let entryId: string;
  const round = () => `/staff/editions/${review.editionId}/stages/ONLINE/review`;
  const dialog = () => page.getByRole('dialog');

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    review = await reviewOf(app, 2, 6);
    await openReview(review);
    const [judge] = review.judges;
    await enter(review, judge!);
    entryId = (await judge!.browser.get(review.desk).expect(200)).body.entries[0].entryId;
    const person = await makePerson(app, '组织者二', [organiserOf(review.editionId)]);
    page = await openPage(app, await contextOf(app, browser, person), round());
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('offers to give back what a lifted recusal had taken, at once', async () => {
    const personId = review.judges[0]!.person.id;
    await review.organiser.post(`${review.path}/recusals`).send({ entryId, personId, reason: '待查' }).expect(204);
    await page.goto(`${app.url}${round()}/entries`);
    const act = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} 评委1`) });
    await act('解除回避').click();
    await dialog().getByLabel('原因').fill('核实后不构成利害关系');
    await dialog().getByRole('button', { name: '解除回避', exact: true }).click();
    await page.getByText('现有评委 1 / 2 位').waitFor();
    await picture(page, 'pool-give-back');
    await dialog().getByRole('button', { name: '取消' }).click();
    await page.getByText('回避已解除，未归还').waitFor();
    await picture(page, 'pool-lifted');
    await expectFits(page);
    await act('归还分配').click();
    await page.getByText('已归还给“评委1”').waitFor();
    await page.getByText('回避已解除，未归还').waitFor({ state: 'detached' });
  });

  it('shows who left with what they did not score, and the late sheets', async () => {
    const { organiser, editionId, judges } = review;
    const person = await makePerson(app, '王五');
    await addExpert(organiser, editionId, person, { organisationName: INSTITUTE });
    const { body: pool } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    const idOf = (mail: string) => pool.find((one: { mail: string }) => one.mail === mail).id as string;
    for (const mail of [person.mail, judges[1]!.person.mail])
      await organiser.delete(`/api/v1/editions/${editionId}/experts/${idOf(mail)}`).expect(204);
    await setStageDates(app, editionId, 'ONLINE', {
      opensAt: new Date(Date.now() - 86_400_000),
      closesAt: new Date(Date.now() - 60_000),
    });
    const [other] = judges;
    await declare(other!.browser, review.desk);
    await other!.browser.put(`${review.desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    await page.reload();
    await picture(page, 'pool-entries');
    await page.goto(`${app.url}${round()}`);
    await page.getByText('其中逾期 1 份').waitFor();
    await picture(page, 'pool-overview');
    await page.goto(`${app.url}${round()}/judges`);
    await page.getByText('逾期 1').waitFor();
    await page.goto(`${app.url}${round()}/plan`);
    await page.getByLabel('阶段截止之后的评分').waitFor();
    await picture(page, 'pool-plan');
    await expectFits(page);
  });

  it('names the rows of a list whose experts were withdrawn, and restores them only when ticked', async () => {
    const { editionId, organiser } = review;
    const { body: before } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    const { person } = review.judges[1]!;
    const list = Buffer.from(`${COLUMNS}\r\n${person.name},${person.mail},投资,${INSTITUTE},,,EIT,,,`);
    await page.goto(`${app.url}/staff/editions/${editionId}/experts/import`);
    const choose = () =>
      page.locator('input[type=file]').setInputFiles({ name: '专家.csv', mimeType: 'text/csv', buffer: list });
    await choose();
    await page.getByText(`第 2 行：${person.name}（${person.mail}）`).waitFor();
    await picture(page, 'pool-import');
    await expectFits(page);
    await page.getByLabel('恢复这些专家，并按名单更新').check();
    await page.getByRole('button', { name: '全部 1 人入库' }).click();
    await page.getByText('恢复 1 人').waitFor();
    const { body: after } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    expect(after).toHaveLength(before.length + 1);
  });

  it('restores one expert only after saying so', async () => {
    const { editionId, organiser } = review;
    const { body: pool } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    const gone = pool.at(-1) as { id: string; name: string; mail: string };
    await organiser.delete(`/api/v1/editions/${editionId}/experts/${gone.id}`).expect(204);
    await page.goto(`${app.url}/staff/editions/${editionId}/experts`);
    await page.getByRole('button', { name: '添加专家' }).click();
    const form = page.getByRole('region', { name: '添加专家' });
    await form.getByLabel('姓名').fill(gone.name);
    await form.getByLabel('电子邮箱').fill(gone.mail);
    await form.getByLabel('单位', { exact: true }).fill(INSTITUTE);
    await page.locator('.division input').first().check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByLabel('恢复此专家').waitFor();
    await picture(page, 'pool-restore');
    await page.getByLabel('恢复此专家').check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(`“${gone.name}”已保存`).waitFor();
  });

  it('keeps no draft that was under way while its sheet was handed in', async () => {
    const judge = review.judges[3]!;
    await enter(review, judge);
    const { body } = await judge.browser.get(review.desk).expect(200);
    const own = body.entries[0].entryId as string;
    const context = await contextOf(app, browser, judge.person);
    const desk = await openPage(app, context, `/reviews/${review.id}/${own}`);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const asked = desk.waitForRequest('**/draft');
    await desk.route('**/draft', async (route) => {
      await held;
      await route.continue();
    });
    for (const [at, points] of ['20', '20', '15', '8', '10'].entries())
      await desk.locator('.criterion input').nth(at).fill(points);
    await asked;
    await desk.getByRole('button', { name: '提交评分' }).click();
    await pressByKey(desk.getByRole('dialog').getByRole('button', { name: '提交评分' }));
    await desk.getByText('服务器已收到 73.00 分').waitFor();
    const refused = desk.waitForResponse('**/draft');
    release();
    expect((await refused).status()).toBe(409);
    expect(await desk.locator('[data-test="receipt"]').innerText()).toContain('服务器已收到 73.00 分');
    expect(await desk.getByText('没有保存').count()).toBe(0);
    expect(
      await desk.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('haishi.review'))),
    ).toEqual([]);
    await desk.reload();
    await desk.getByText('服务器已收到 73.00 分').waitFor();
    await context.close();
  });

  it.each(['zh-CN', 'en-GB'])(
    'tells a judge that the review was due, what became of it, and that they left [%s]',
    async (locale) => {
      const english = locale.startsWith('en');
      const { editionId, organiser } = review;
      const [judge] = review.judges;
      const context = await contextOf(app, browser, judge!.person, { locale });
      const desk = await openPage(app, context, `/reviews/${review.id}/${entryId}`);
      await desk.getByText(english ? 'marked as late' : '提交的评分将标记为逾期').waitFor();
      await picture(desk, `pool-desk-${locale}`);
      const plan = { ...(await organiser.get(review.path).expect(200)).body.plan };
      const { mismatch, ...rest } = plan;
      const costs = { field: mismatch[0], division: mismatch[1], neither: mismatch[2] };
      const send = (lateSheets: string) =>
        organiser
          .put(`${review.path}/plan`)
          .set('if-match', '*')
          .send({ ...rest, costs, lateSheets })
          .expect(204);
      await send('refused');
      await desk.reload();
      await desk.getByText(english ? 'takes no more sheets' : '不再接受评分').waitFor();
      expect(await desk.getByRole('button', { name: english ? 'Submit correction' : '提交更正' }).count()).toBe(0);
      await send('marked');
      if (!english) return;
      const { body: pool } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
      const { id } = pool.find((one: { mail: string }) => one.mail === judge!.person.mail);
      await organiser.delete(`/api/v1/editions/${editionId}/experts/${id}`).expect(204);
      await desk.reload();
      await desk.getByText('no longer in this edition’s pool').waitFor();
      await picture(desk, 'pool-left');
      await desk.goto(`${app.url}/reviews`);
      await desk.getByText('Left the pool').waitFor();
      await picture(desk, 'pool-own');
      await expectFits(desk);
    },
  );
});
