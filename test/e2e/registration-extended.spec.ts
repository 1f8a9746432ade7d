import { systemActor, UnitOfWork } from '@haishi/platform';
import { EditionStage } from '@haishi/contest';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, setStageDates } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn } from '../support/people.js';

const HOUR = 3_600_000;
/** As clocks show in Shijiazhuang. */
const wall = (hours: number) => new Date(Date.now() + (8 + hours) * HOUR).toISOString().slice(0, 19);

/** An organiser ends registration after its deadline, as the tasks ask for, and has to extend it after all. */
describe('a registration that was ended', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string };
  let page: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'EXTEND');
    const { browser: entrant } = await signedIn(app, '张三');
    await draftProject(entrant, edition.code);
    const past = { opensAt: new Date(Date.now() - 48 * HOUR), closesAt: new Date(Date.now() - HOUR) };
    await setStageDates(app, edition.id, 'REG', past);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(EditionStage, { editionId: edition.id, code: 'REG' }, { state: 'closed' }),
      );
    const organiser = await makePerson(app, '周组织', [organiserOf(edition.id)]);
    const context = await contextOf(app, browser, organiser);
    page = await openPage(app, context, `/staff/editions/${edition.code}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is extended with a reason, once what that means was shown, and is open again', async () => {
    await page.getByRole('button', { name: '延长报名' }).click();
    const end = page.getByLabel('新的截止时间');
    await end.fill(wall(-0.5));
    await page.getByRole('button', { name: '查看影响' }).click();
    await page.locator('.refusal', { hasText: '的这个时间已经过去' }).waitFor();
    expect(await page.getByRole('button', { name: '延期并重新开启' }).count()).toBe(0);
    await end.fill(wall(24 * 3650));
    await page.getByRole('button', { name: '查看影响' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await page
      .getByText(/资格审查.*报名/)
      .first()
      .waitFor();
    await end.fill(wall(24));
    await page.getByRole('button', { name: '查看影响' }).click();
    await page.getByText('报名重新开启').waitFor();
    await page.getByText('1 份草稿的截止时间随之改变').waitFor();
    await picture(page, 'registration-extended');
    await expectFits(page);
    await page.getByRole('button', { name: '延期并重新开启' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel('延期原因').fill('系统故障，报名延期一天');
    await page.getByRole('button', { name: '延期并重新开启' }).click();
    await page.getByText('已延期并重新开启').waitFor();
    await page.getByRole('button', { name: '结束阶段' }).first().waitFor();
    expect(await page.getByRole('button', { name: '延长报名' }).count()).toBe(0);
  });
});
