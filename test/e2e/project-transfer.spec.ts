import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import type { Browser as Session } from '../support/app.js';
import { addMaterial, draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { lastCode, lastLink } from '../support/messages.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson, signIn, TEST_PASSWORD, type TestPerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';

/** Two people, of whom one takes the other's project over, and a third who is asked to take part in it. */
describe('the people of a project, by hand', () => {
  let app: TestApp;
  let browser: Browser;
  let old: BrowserContext;
  let next: BrowserContext;
  let successor: TestPerson;
  let id: string;
  let session: Session;
  const PASSPORT = '司马相如·阿不都热合曼-护照与博士学位证书.pdf';
  const MEMBER = 'maximiliane.von.hohenstein@technische-universitaet.example.com';

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const edition = await openEdition(app, 'LEAD');
    const owner = await makePerson(app, '司马相如·阿不都热合曼');
    successor = await makePerson(app, 'Maximiliane Freifrau von und zu Hohenstein-Wolfenbüttel');
    session = await signIn(app, owner);
    const members = [
      { name: owner.name, role: '负责人', share: 6000, mail: owner.mail, isCore: true },
      { name: 'Maximiliane von Hohenstein', role: '首席科学家', share: 2550, mail: MEMBER, isCore: true },
      { name: '李外围', role: '顾问', share: null, mail: 'outer@example.com', isCore: false },
    ];
    id = await draftProject(session, edition.code, { title: LONG, members });
    await addMaterial(session, id, 'PROOF', PASSPORT);
    old = await contextOf(app, browser, owner);
    next = await contextOf(app, browser, successor, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are invited by their lead while it is written, and accept by the mail’s link under an account made for that', async () => {
    const page = await openPage(app, old, `/projects/${id}/edit`);
    await page.getByText('2 名成员尚未确认').waitFor();
    await page.getByRole('button', { name: '邀请 Maximiliane von Hohenstein' }).click();
    await page.getByText('已邀请，待答复').waitFor();
    await page.locator('#team').scrollIntoViewIfNeeded();
    await picture(page, 'team-edit');
    await expectFits(page);
    await page.close();

    const visitor = await visitorOf(browser, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    const { pathname, hash } = new URL(await lastLink(app, MEMBER));
    const invitation = await openPage(app, visitor, pathname + hash);
    await invitation.getByRole('heading', { name: '司马相如·阿不都热合曼 asks you to take part' }).waitFor();
    expect(invitation.url()).not.toContain('#');
    await picture(invitation, 'team-invitation-stranger');
    await invitation.getByRole('link', { name: 'Sign up' }).last().click();
    await invitation.getByLabel('Mobile number or mail address').fill('max@example.com');
    await invitation.getByRole('button', { name: 'Send a code' }).click();
    await invitation.getByText('a code has been sent').waitFor();
    await invitation.getByLabel('Code', { exact: true }).fill(await lastCode(app, 'max@example.com'));
    await invitation.getByLabel('Name', { exact: true }).fill('Max');
    await invitation.getByLabel('Password').first().fill(TEST_PASSWORD);
    await invitation.getByRole('checkbox').check();
    await invitation.getByRole('button', { name: 'Sign up' }).click();
    await invitation
      .getByText('The account that accepts is the one you are signed in with: Max (max@example.com).')
      .waitFor();
    await picture(invitation, 'team-invitation');
    await expectFits(invitation);
    await invitation.getByRole('button', { name: 'Accept and take part' }).click();
    await invitation.waitForURL(`**/projects/${id}`);
    await invitation.getByText('You are a member of this project').waitFor();
    for (const name of ['Withdraw the project', 'Invite all (1)'])
      expect(await invitation.getByRole('button', { name }).count()).toBe(0);
    expect(await invitation.getByRole('link', { name: 'Go on with it' }).count()).toBe(0);
    await invitation.getByText('A personal file, for the entrant, checkers and organisers alone').waitFor();
    expect(await invitation.getByText(PASSPORT).count()).toBe(0);
    await picture(invitation, 'team-member');
    await invitation.goto(new URL('/projects', app.url).href);
    await invitation.getByText('Member', { exact: true }).waitFor();
    await visitor.close();
  });

  it('stand as they are on its page, to who leads it and to who checks it', async () => {
    await submitProject(session, id, 2).expect(200);
    const page = await openPage(app, old, `/projects/${id}`);
    await page.getByText('已确认', { exact: true }).waitFor();
    await page.getByRole('button', { name: '撤回邀请 李外围' }).waitFor();
    await picture(page, 'team-lead');
    await expectFits(page);
    await page.close();
    const staff = await contextOf(app, browser, await makePerson(app, '周组织', [organiserOf()]));
    const seen = await openPage(app, staff, `/projects/${id}`);
    await seen.getByText('1 名成员尚未确认').waitFor();
    expect(await seen.getByRole('button', { name: /撤回邀请|重新发送/ }).count()).toBe(0);
    await seen.getByRole('link', { name: PASSPORT }).waitFor();
    await picture(seen, 'team-staff');
    await staff.close();
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
    await picture(page, 'transfer-accept');
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
    await read.getByText('个人材料，只有申报人和审核、组织人员可以打开').waitFor();
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
