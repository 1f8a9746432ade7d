import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addExpert, enter, openReview, PLAN, type Review, reviewOf, sheetOf } from '../api/review-round.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

/** An online review that is closed while judges have come to ties. */
describe('closing an online review', () => {
  let app: TestApp;
  let browser: Browser;
  let review: Review;
  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    review = await reviewOf(app, 2, 2);
    const plan = { ...PLAN, composition: [], judgesPerEntry: 2 };
    await review.organiser.put(`${review.path}/plan`).set('if-match', '*').send(plan).expect(204);
    await openReview(review);
    const { body } = await review.organiser.get(`${review.path}/entries`).expect(200);
    for (const judge of review.judges) {
      await enter(review, judge);
      for (const { entryId } of body.items as { entryId: string }[])
        await judge.browser.put(`${review.desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('names to its organiser whose sheets count no more, and confirms nothing before they read that', async () => {
    const tie = (at: number, organisationName: string) =>
      addExpert(review.organiser, review.editionId, review.judges[at]!.person, { organisationName });
    await tie(0, '参赛公司1');
    const reader = await makePerson(app, '结束网评的组织者', [organiserOf(review.editionId)]);
    const base = `/staff/editions/${review.editionId}/stages/ONLINE/review`;
    const page = await openPage(app, await contextOf(app, browser, reader), base);
    await page.getByRole('button', { name: '结束评审' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束评审' }).click();
    const number = review.projects[0]!.number!;
    const lost = page.getByRole('listitem').filter({ hasText: review.judges[0]!.person.name });
    await lost.filter({ hasText: number }).waitFor();
    await expectFits(page);
    await picture(page, 'review-lost');
    await tie(1, '参赛公司2');
    await page.getByRole('button', { name: '确认成绩' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认成绩' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('listitem').filter({ hasText: review.projects[1]!.number! }).first().waitFor();
    await page.getByText('已结束，待确认').first().waitFor();
    expect(await page.getByText('成绩已确认').count()).toBe(0);
    const english = await contextOf(app, browser, reader, { locale: 'en-GB', width: 360, touch: true });
    const phone = await openPage(app, english, base);
    await phone.getByRole('listitem').filter({ hasText: number }).waitFor();
    await expectFits(phone);
    await picture(phone, 'review-lost-english');
  });
});
