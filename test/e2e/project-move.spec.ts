import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';

/** An organiser who moves a project, and the entrant who is told. */
describe('a project moved, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let organiser: BrowserContext;
  let entrant: BrowserContext;
  let id: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const edition = await openEdition(app, 'MOVE');
    const owner = await makePerson(app, '司马相如·阿不都热合曼');
    const session = await signIn(app, owner);
    id = await draftProject(session, edition.code, { title: LONG });
    await submitProject(session, id, 2).expect(200);
    await makePerson(app, '西安赛区审查员', [{ role: 'checker', scopeType: 'region', scopeId: `${edition.id}/XA` }]);
    organiser = await contextOf(app, browser, await makePerson(app, '吴组织', [organiserOf(edition.id)]), {
      locale: 'en-GB',
    });
    entrant = await contextOf(app, browser, owner);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('shows what it affects first, then goes with a reason', async () => {
    const page = await openPage(app, organiser, `/projects/${id}`);
    await page.getByRole('link', { name: 'Move to another division, region or group' }).click();
    await page.getByLabel('Region').waitFor();
    await page.getByRole('button', { name: 'Show what it affects' }).click();
    await page.getByText('stands in this division, region and group already').first().waitFor();
    await page.getByLabel('Region').selectOption('XA');
    await page.getByLabel('Group').selectOption('TEAM');
    await page.getByRole('button', { name: 'Show what it affects' }).click();
    const effects = page.getByRole('status').filter({ hasText: 'What it affects' });
    await effects.getByText('This group needs at least 3 core members; there are 1.').waitFor();
    await effects.getByText('西安赛区审查员').waitFor();
    await page.getByRole('button', { name: 'Move the project' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await picture(page, 'move-effects');
    await expectFits(page);
    await page.getByLabel('Reason').fill('公司尚未登记注册，按团队组参赛。');
    await page.getByRole('button', { name: 'Move the project' }).click();
    await page.waitForURL(`**/projects/${id}`);
    await page.getByText('Moved by the organisers (no. 2)').waitFor();
    await page.getByText('What changed from submission 1 to 2').waitFor();
    await picture(page, 'move-done');
    await expectFits(page);
  });

  it('is told to its entrant on the project’s page, with the reason', async () => {
    const page = await openPage(app, entrant, `/projects/${id}`);
    await page.getByText('组委会调整（第 2 次提交）').waitFor();
    await page.getByText('公司尚未登记注册，按团队组参赛。').waitFor();
    expect(await page.getByRole('link', { name: '调整领域、赛区或组别' }).count()).toBe(0);
    await picture(page, 'move-entrant');
  });
});
