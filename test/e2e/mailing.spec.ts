import { Mailing, MailingRecipient } from '@haishi/contest/mailing/mailing.entity';
import { newId } from '@haishi/kernel';
import { Database, Notice, systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedProject } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { openEdition, organiserOf } from '../support/contest.js';
import { lastMessage } from '../support/messages.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, type TestPerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';

/** From an empty list to what became of each address. */
describe('messages to many', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string };
  let organiser: TestPerson;
  let entrant: TestPerson;
  let staff: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'MAILING');
    entrant = await makePerson(app, '负责人甲');
    await acceptedProject(app, edition.id, { title: LONG, region: 'BJ', ownerId: entrant.id });
    const other = await makePerson(app, '负责人乙');
    await acceptedProject(app, edition.id, { title: '西安的项目', region: 'XA', ownerId: other.id });
    organiser = await makePerson(app, '组织者', [organiserOf(edition.id)]);
    staff = await openPage(app, await contextOf(app, browser, organiser), `/staff/editions/${edition.code}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('name the faulty field before anything is sent', async () => {
    await staff.getByRole('link', { name: '群发邮件' }).click();
    await staff.getByText('还没有群发过邮件').waitFor();
    await staff.getByRole('link', { name: '写邮件' }).click();
    await staff.getByLabel('赛区').selectOption({ label: '北京赛区' });
    await staff.getByLabel('审查通过', { exact: true }).check();
    await staff.getByLabel('主题（中文）').fill('{edition}：请准备路演');
    await staff.getByLabel('正文（中文）').fill('{name}：您好，{who} 请准备。');
    await staff.getByLabel('主题（英文）').fill('{edition}: prepare for the roadshow');
    await staff.getByLabel('正文（英文）').fill('Dear {name}, please prepare “{title}”.');
    await staff.getByRole('button', { name: '预览' }).click();
    await staff.getByText('“{who}”不能用在这里，可以用 {name} {title} {number} {edition}。').waitFor();
    await expectFits(staff);
    await picture(staff, 'mailing-faulty');
  });

  it('are kept while they are written, read as each will read them, and tried on oneself', async () => {
    await staff.getByLabel('正文（中文）').fill('{name}：您好，项目“{title}”（{number}）请准备。');
    await staff.waitForFunction(() =>
      Object.entries(localStorage).some(([key, value]) => key.includes('mailing') && value.includes('（{number}）')),
    );
    await staff.reload();
    await expect.poll(() => staff.getByLabel('赛区').inputValue()).toBe('BJ');
    await staff.getByRole('button', { name: '预览' }).click();
    await staff.getByText('共 1 位收件人').waitFor();
    await staff.getByText(`负责人甲：您好，项目“${LONG}”`).waitFor();
    await staff.getByRole('button', { name: '给自己试发一封' }).click();
    await staff.getByText('已发到您的邮箱。').waitFor();
    expect(JSON.stringify(await lastMessage(app, organiser.mail))).toContain(LONG);
    await expectFits(staff);
    await picture(staff, 'mailing-preview');
  });

  it('are looked at again where they were changed, and sent to those alone who were named', async () => {
    await staff.getByLabel('赛区').selectOption('');
    await staff.getByText('内容有改动，请重新预览后再发送。').waitFor();
    expect(await staff.getByRole('button', { name: /^发送给/ }).count()).toBe(0);
    await staff.getByLabel('赛区').selectOption({ label: '北京赛区' });
    await staff.getByRole('button', { name: '发送给 1 位收件人' }).click();
    await staff.getByRole('dialog').getByRole('button', { name: '发送', exact: true }).click();
    await staff.waitForURL(/\/mailings\/[^/]+$/);
    await staff.getByRole('row').filter({ hasText: '负责人甲' }).getByText('已送出').waitFor();
    await staff.getByText('已送出 1').waitFor();
    expect(await staff.getByText('负责人乙').count()).toBe(0);
    expect(JSON.stringify(await lastMessage(app, entrant.mail))).toContain('请准备');
    await expectFits(staff);
    await picture(staff, 'mailing-sent');
    await staff.getByRole('link', { name: '查看群发邮件' }).click();
    const told = staff.getByRole('link', { name: /请准备路演/ });
    await told.waitFor();
    expect(await told.innerText()).not.toContain('{');
    await picture(staff, 'mailing-list');
  });

  it('go once more to the address where it failed', async () => {
    const { manager } = app.get(Database);
    const [sent] = await manager.find(MailingRecipient);
    const where = { noticeKey: sent!.noticeKey, channel: 'mail' as const };
    await manager.update(Notice, where, { state: 'failed', reason: '550 5.1.1 mailbox unavailable' });
    await staff.getByRole('link', { name: /请准备路演/ }).click();
    await staff.waitForURL(/\/mailings\/[^/]+$/);
    await staff.reload();
    await staff.getByText('550 5.1.1 mailbox unavailable').waitFor();
    await expectFits(staff);
    await picture(staff, 'mailing-failed');
    await staff.getByRole('button', { name: '重发失败的 1 封' }).click();
    await staff.getByRole('dialog').getByRole('button', { name: '重发', exact: true }).click();
    await staff.getByText('第 2 次发送').waitFor();
    await staff.getByText('已送出 1').waitFor();
    expect(await staff.getByRole('button', { name: /^重发/ }).count()).toBe(0);
    await picture(staff, 'mailing-again');
  });

  it('are looked at again while they are under way, those alone', async () => {
    const { manager } = app.get(Database);
    const before = (await manager.find(Mailing))[0]!;
    const [to] = await manager.findBy(MailingRecipient, { mailingId: Equal(before.id) });
    const id = newId();
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await work.manager.insert(Mailing, { ...before, id, subject: { zh: '第二封', en: 'The second' } });
      await work.manager.insert(MailingRecipient, {
        ...{ ...to!, id: newId(), mailingId: id, noticeKey: newId() },
        orderedAt: null,
      });
    });
    const other = await makePerson(app, '另一位组织者', [organiserOf(edition.id)]);
    const context = await contextOf(app, browser, other);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const page = await openPage(app, context, `/staff/editions/${edition.code}/mailings`);
    const second = page.getByRole('listitem').filter({ hasText: '第二封' });
    await second.getByText('等待 1').waitFor();
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(MailingRecipient, { mailingId: Equal(id) }, { orderedAt: work.now }),
      );
    await second.getByText('失败 1').waitFor();
    const counted = asked.filter((path) => path.startsWith('/api/') && path.includes('/mailings'));
    expect(counted.shift()).toMatch(/^\/api\/v1\/editions\/[^/]+\/mailings$/);
    expect(new Set(counted)).toEqual(new Set([`/api/v1/mailings/${id}`]));
    await page.close();
  });

  it('are written on a phone and in English, too', async () => {
    const context = await contextOf(app, browser, organiser, { locale: 'en-GB', width: 360, touch: true });
    const page = await openPage(app, context, `/staff/editions/${edition.code}/mailings/new`);
    await page.getByLabel('Subject (English)').waitFor();
    await expectFits(page);
    await picture(page, 'mailing-phone');
    await page.getByLabel('Recipients').selectOption('judges');
    expect(await page.getByLabel('Region').count()).toBe(0);
    for (const field of ['Subject (Chinese)', 'Text (Chinese)', 'Subject (English)', 'Text (English)'])
      await page.getByLabel(field).fill('{name}');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByText('Nobody would get this. Choose more widely.').waitFor();
  });
});
