import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, setStageDates } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';

const HOUR = 3_600_000;
const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR);

/** From an organiser who makes a late code to the project that it let in. */
describe('late codes, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let organiser: BrowserContext;
  let entrant: BrowserContext;
  let desk: Page;
  let code: string;
  let id: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const edition = await openEdition(app, 'LATE');
    const owner = await makePerson(app, '司马相如·阿不都热合曼');
    id = await draftProject(await signIn(app, owner), edition.code, { title: LONG });
    await setStageDates(app, edition.id, 'REG', { opensAt: inHours(-48), closesAt: inHours(-1) });
    organiser = await contextOf(app, browser, await makePerson(app, '吴组织', [organiserOf(edition.id)]));
    entrant = await contextOf(app, browser, owner, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are made by an organiser, who is shown them once', async () => {
    desk = await openPage(app, organiser, '/staff/editions/LATE');
    await desk.getByRole('link', { name: '补交码' }).click();
    await desk.getByRole('heading', { name: '补交码', exact: true }).waitFor();
    await desk.getByRole('button', { name: '生成补交码' }).click();
    await desk.locator('[aria-invalid="true"]').first().waitFor();
    await desk.getByLabel('事由').fill('截止当晚机房断电，经核实同意补交。');
    await desk.getByLabel('可用于几个项目').fill('2');
    await desk.getByRole('button', { name: '生成补交码' }).click();
    await desk.getByText('第 1 号补交码已生成').waitFor();
    code = await desk.getByRole('status').locator('input').inputValue();
    expect(code).toMatch(/^\w{4}(-\w{4}){3}$/);
    await picture(desk, 'late-code-made');
    await desk.getByRole('button', { name: '已记下，不再显示' }).click();
    expect(await desk.content()).not.toContain(code);
    await desk.getByText('剩余 2 次，共 2 次').waitFor();
    expect(desk.url()).not.toContain(code);
    await expectFits(desk);
  });

  it('let an entrant hand in after the deadline, on the project’s page', async () => {
    const page = await openPage(app, entrant, `/projects/${id}/edit`);
    await page.getByText('a file that is still uploading then is not part of it').waitFor();
    await picture(page, 'late-code-edit');
    await page.getByRole('link', { name: /use it on the project/ }).click();
    await page.getByLabel('Late code').fill('AAAA BBBB CCCC DDDD');
    await page.getByRole('button', { name: 'Use the code' }).click();
    await page.getByText('This edition has no such late code').first().waitFor();
    await picture(page, 'late-code-refused');
    await expectFits(page);
    await page.getByLabel('Late code').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Use the code' }).click();
    await page.getByText('You have used a late code').waitFor();
    await page.getByText('Late code used').waitFor();
    await page.getByText('Complete it and hand it in by').waitFor();
    expect(page.url()).not.toContain(code);
    await picture(page, 'late-code-used');
    await page.getByRole('link', { name: 'Go on with it' }).click();
    await page.getByRole('button', { name: 'Hand in the project' }).click();
    await page.getByText('Handed in', { exact: true }).first().waitFor();
    await page.getByText('Late: with a late code').waitFor();
    await page.close();
  });

  it('let one begin a project, too', async () => {
    const page = await openPage(app, entrant, '/projects/new');
    await page.getByText('No edition takes projects now').waitFor();
    await page.getByRole('button', { name: 'I have a late code' }).click();
    await page.getByLabel('Late code').fill(code);
    await picture(page, 'late-code-new');
    await expectFits(page);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.waitForURL('**/projects/*/edit');
    await page.close();
  });

  it('are listed with who used them, and revoked; what came late says so', async () => {
    await desk.reload();
    await desk.getByText('已用完').waitFor();
    await desk.getByRole('link', { name: 'LATE-EIT-0001' }).waitFor();
    await desk.getByText('尚未提交').waitFor();
    await picture(desk, 'late-code-list');
    await expectFits(desk);
    await desk.getByLabel('事由').fill('备用');
    await desk.getByRole('button', { name: '生成补交码' }).click();
    await desk.getByRole('button', { name: '撤销 第 2 号' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
    await desk.getByText('第 2 号补交码已撤销').first().waitFor();
    await desk.getByText('已撤销', { exact: true }).waitFor();
    const list = await openPage(app, organiser, '/staff/editions/LATE/projects');
    await list.getByText('迟交').waitFor();
    await picture(list, 'late-code-projects');
    await expectFits(list);
  });
});
