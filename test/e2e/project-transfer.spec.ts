import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';

/** Two people, of whom one takes the other's project over. */
describe('a project passed on, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let old: BrowserContext;
  let next: BrowserContext;
  let successor: TestPerson;
  let id: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const edition = await openEdition(app, 'LEAD');
    const owner = await makePerson(app, '司马相如·阿不都热合曼');
    successor = await makePerson(app, 'Maximiliane Freifrau von und zu Hohenstein-Wolfenbüttel');
    const session = await signIn(app, owner);
    id = await draftProject(session, edition.code, { title: LONG });
    await submitProject(session, id, 2).expect(200);
    old = await contextOf(app, browser, owner);
    next = await contextOf(app, browser, successor, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is offered from its page, to nobody unknown', async () => {
    const page = await openPage(app, old, `/projects/${id}`);
    await page.getByRole('button', { name: '请他人接手…' }).click();
    await page.getByLabel('对方的邮箱').fill('nobody@example.com');
    await page.getByRole('button', { name: '发出邀请' }).click();
    await page.getByText('该邮箱没有注册账号').first().waitFor();
    await picture(page, 'transfer-refused');
    await page.getByLabel('对方的邮箱').fill(successor.mail);
    await page.getByRole('button', { name: '发出邀请' }).click();
    await page.getByText(`已请 ${successor.mail} 接手`).waitFor();
    await picture(page, 'transfer-offered');
    await expectFits(page);
    await page.close();
  });

  it('is accepted under “My projects”, and is read-only among the other’s until that ends', async () => {
    const page = await openPage(app, next, '/tasks');
    await page.getByText(/who offers you/).click();
    await page.getByRole('heading', { name: 'Projects offered to you' }).waitFor();
    await picture(page, 'transfer-to-me');
    await expectFits(page);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await page.waitForURL(`**/projects/${id}`);
    await page.getByText(`From 司马相如·阿不都热合曼 to ${successor.name}`).waitFor();
    await picture(page, 'transfer-taken');
    await expectFits(page);
    await page.getByRole('heading', { name: 'Who had it and still reads it' }).waitFor();
    const read = await openPage(app, old, '/projects');
    await read.getByText('只读', { exact: true }).waitFor();
    await picture(read, 'transfer-read-only-list');
    await expectFits(read);
    await read.getByRole('link', { name: LONG }).click();
    await read.getByText('您已将本项目转给他人负责').waitFor();
    expect(await read.getByRole('button', { name: '撤回项目' }).count()).toBe(0);
    await picture(read, 'transfer-read-only');
    await expectFits(read);
    await page.getByRole('button', { name: 'End their reading' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End their reading' }).click();
    await page.getByText('no longer reads the project').waitFor();
    await page.getByRole('heading', { name: 'Who had it and still reads it' }).waitFor({ state: 'hidden' });
    const gone = await openPage(app, old, '/projects');
    await gone.getByText('您还没有参赛项目').waitFor();
    expect(await gone.getByText(LONG).count()).toBe(0);
  });
});
