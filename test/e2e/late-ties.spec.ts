import type { Browser, Page } from 'playwright-core';
import { Edition } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, openReview, type Review, reviewOf, sheetOf } from '../api/review-round.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage } from '../support/pages.js';
import { makePerson } from '../support/people.js';

/** What judges declare late or before, on the pages of both sides. */
describe('ties that judges declare, on pages', () => {
  let app: TestApp;
  let browser: Browser;
  let review: Review;
  let organiser: Page;
  let desk: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    review = await reviewOf(app, 2, 4);
    await openReview(review);
    const [judge] = review.judges;
    await enter(review, judge!, ['别的单位']);
    const { entryId } = (await judge!.browser.get(review.desk).expect(200)).body.entries[0];
    await judge!.browser.put(`${review.desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    const person = await makePerson(app, '组织者二', [organiserOf(review.editionId)]);
    organiser = await openPage(app, await contextOf(app, browser, person), '/');
    desk = await openPage(app, await contextOf(app, browser, judge!.person), `/reviews/${review.id}/${entryId}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are said after the sheet, and decided on by an organiser who keeps it', async () => {
    await desk.getByRole('button', { name: '申请回避' }).click();
    const asked = desk.getByRole('dialog');
    await asked.getByText('由其决定评分是否计入').waitFor();
    await asked.getByLabel('原因').fill('负责人是我弟弟');
    await asked.getByRole('button', { name: '申请回避' }).click();
    await asked.waitFor({ state: 'detached' });

    await organiser.goto(`${app.url}/staff/editions/${review.editionId}/stages/ONLINE/review/entries`);
    await organiser.getByText('评分后声明有利害关系，待处理：负责人是我弟弟').waitFor();
    await expectFits(organiser);
    await organiser.getByRole('button', { name: /^保留评分 评委1/ }).click();
    const dialog = organiser.getByRole('dialog');
    await dialog.getByLabel('原因').fill('核实后并非亲属');
    await dialog.getByRole('button', { name: '保留评分', exact: true }).click();
    await organiser.getByText('评分后声明有利害关系').waitFor({ state: 'detached' });
  });

  it('stand beside what is asked with changed terms, and are taken back by an organiser', async () => {
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      const { definition } = await work.manager.findOneByOrFail(Edition, { id: review.editionId });
      const judgeTerms = { zh: '新须知', en: 'New terms' };
      await work.manager.update(Edition, review.editionId, { definition: { ...definition, judgeTerms } } as never);
    });
    await desk.goto(`${app.url}/reviews/${review.id}`);
    await desk.getByText('您已声明与以下单位有利害关系：别的单位').waitFor();
    expect(await desk.locator('textarea[name=ties]').inputValue()).toBe('');
    await desk.getByRole('button', { name: '我已阅读并接受' }).click();
    await desk.getByRole('button', { name: '我已阅读并接受' }).waitFor({ state: 'detached' });

    await organiser.goto(`${app.url}/staff/editions/${review.editionId}/experts`);
    await organiser.getByRole('button', { name: '撤下 评委1 · 别的单位' }).click();
    const dialog = organiser.getByRole('dialog');
    await dialog.getByLabel('原因').fill('误填');
    await dialog.getByRole('button', { name: '撤下', exact: true }).click();
    await organiser.getByText('声明有利害关系：别的单位').waitFor({ state: 'detached' });
    await expectFits(organiser);
  });
});
