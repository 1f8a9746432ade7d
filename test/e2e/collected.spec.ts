import { CollectedProject } from '@haishi/contest/collected/collected.entity';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser as ApiBrowser, startApp, type TestApp } from '../support/app.js';
import { importCollected } from '../support/collected.js';
import { openEdition, organiserOf, setStageDates } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, type TestPerson } from '../support/people.js';

const HEADER =
  '项目名称,项目简介,参赛领域,细分方向,赛区,组别,单位名称,注册地代码,信用代码或登记号,负责人,负责人邮箱,推荐渠道,推荐单位';
const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';

/** From a list that partners sent to a draft of the entrant's own. */
describe('collected projects', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: { id: string; code: string; organiser: ApiBrowser };
  let staff: Page;
  let entrant: TestPerson;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'COLLECT');
    entrant = await makePerson(app, 'Wolfgang Bernstein');
    const organiser = await makePerson(app, '组织者', [organiserOf(edition.id)]);
    staff = await openPage(app, await contextOf(app, browser, organiser), `/staff/editions/${edition.code}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const line = (title: string, mail: string) =>
    `${title},一段简介,新一代电子信息,集成电路,欧美赛区,企业组,Bernstein GmbH,DE,HRB 12345,Wolfgang Bernstein,${mail},引才工作站,慕尼黑引才工作站`;
  const give = (lines: string[]) =>
    staff.locator('input[type="file"]').setInputFiles({
      name: '征集项目.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([HEADER, ...lines].join('\n')),
    });

  it('come in by a list, whose faulty cell is named before anybody is told', async () => {
    await staff.getByRole('link', { name: '征集项目' }).click();
    await staff.getByText('还没有征集项目').waitFor();
    await picture(staff, 'collected-empty');
    await staff.getByRole('link', { name: '导入名单' }).click();
    await give([line(LONG, 'no address')]);
    await staff.getByText('K2').waitFor();
    await expectFits(staff);
    await picture(staff, 'collected-faulty');
    await staff.reload();
    await give([line(LONG, entrant.mail), line('另一个项目', entrant.mail), line('不参赛的项目', entrant.mail)]);
    await staff.getByRole('button', { name: '导入 3 个项目并通知负责人' }).click();
    await staff.getByText('新增 3 个，已通知负责人；0 个此前已导入。').waitFor();
    await staff.getByRole('link', { name: '查看征集项目' }).last().click();
    await staff.getByText(LONG).waitFor();
    await expectFits(staff);
    await picture(staff, 'collected-list');
  });

  it('come in without the faulty rows where that is chosen, and say who referred one of them first', async () => {
    await staff.getByRole('link', { name: '导入名单' }).click();
    await give([
      line(LONG, entrant.mail).replace('慕尼黑引才工作站', '柏林引才工作站'),
      line('地址不对的项目', 'no address'),
    ]);
    await staff.getByText('不导入的行：第 3 行。').waitFor();
    await staff.getByText('本名单由柏林引才工作站推荐，此前由慕尼黑引才工作站推荐').waitFor();
    await picture(staff, 'collected-skip');
    await expectFits(staff);
    await staff.getByRole('button', { name: '只导入 1 个项目并通知负责人，跳过 1 行' }).click();
    await staff.getByText('新增 0 个，已通知负责人；1 个此前已导入。').waitFor();
    await staff.getByText('不导入的行：第 3 行。').waitFor();
    await staff.getByText('K3').waitFor();
    await staff.getByRole('link', { name: '查看征集项目' }).last().click();
  });

  it('are taken back by staff with a reason', async () => {
    const row = staff.getByRole('row').filter({ hasText: '另一个项目' });
    await row.getByRole('button', { name: '撤回' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('textbox').fill('与另一名单重复');
    await dialog.getByRole('button', { name: '撤回' }).click();
    await row.getByText('已撤回').waitFor();
  });

  it('are offered again by a list, where that is ticked', async () => {
    await staff.getByRole('link', { name: '导入名单' }).click();
    await give([line(LONG, entrant.mail), line('另一个项目', entrant.mail)]);
    await staff.getByLabel('再次提供其中已谢绝或已撤回的 1 个项目').check();
    await expectFits(staff);
    await picture(staff, 'collected-again');
    await staff.getByRole('button', { name: '导入 2 个项目并通知负责人' }).click();
    await staff.getByText('其中 1 个此前已谢绝或已撤回，现已更新并再次通知负责人。').waitFor();
    await staff.getByRole('link', { name: '查看征集项目' }).last().click();
    const row = staff.getByRole('row').filter({ hasText: '另一个项目' });
    await row.getByText('再次征集').waitFor();
    await row.getByRole('button', { name: '撤回' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByRole('textbox').fill('与另一名单重复');
    await dialog.getByRole('button', { name: '撤回' }).click();
    await row.getByText('已撤回').waitFor();
  });

  it('are claimed or declined by their entrant, abroad and in English', async () => {
    const context = await contextOf(app, browser, entrant, {
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      width: 360,
      touch: true,
    });
    const page = await openPage(app, context, '/tasks');
    await page
      .getByRole('link', { name: /Claim “/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Projects referred for you to claim' }).waitFor();
    await expectFits(page);
    await picture(page, 'collected-claims');
    const declined = page.getByRole('listitem').filter({ hasText: '不参赛的项目' });
    await declined.getByRole('button', { name: 'Decline' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Not this year');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await declined.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.waitForURL('**/projects/*/edit');
    await expect.poll(() => page.getByLabel('Project title').inputValue()).toBe(LONG);
    expect(await page.getByLabel('Company', { exact: true }).inputValue()).toBe('Bernstein GmbH');
    await staff.reload();
    const row = staff.getByRole('row').filter({ hasText: '不参赛的项目' });
    await row.getByText('已谢绝').waitFor();
    await row.getByText('Not this year').waitFor();
  });

  it('say when registration begins and what is to be chosen again, and are claimed late with a code', async () => {
    const late = await makePerson(app, 'Greta Sommer');
    await importCollected(edition.organiser, edition.code, [line('Sensorik', late.mail)]);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(CollectedProject, { title: Equal('Sensorik') }, { region: 'GONE' }),
      );
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const context = await contextOf(app, browser, late, {
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      width: 360,
      touch: true,
    });
    const page = await openPage(app, context, '/projects');
    const offer = page.getByRole('listitem').filter({ hasText: 'Sensorik' });
    await offer.getByRole('button', { name: 'Claim', exact: true }).waitFor();
    await setStageDates(app, edition.id, 'REG', { opensAt: inDays(10), closesAt: inDays(20) });
    await offer.getByRole('button', { name: 'Claim', exact: true }).click();
    await offer.getByText('Registration begins on').waitFor();
    await offer.getByText('This edition no longer has the region it was referred under').waitFor();
    const begins = offer.getByText('Registration begins on');
    expect(await begins.textContent()).toMatch(/\sBeijing time · .*\sCentral European Time\. You can claim it then\.$/);
    expect(await offer.getByRole('button').allTextContents()).toHaveLength(1);
    await setStageDates(app, edition.id, 'REG', { opensAt: inDays(-20), closesAt: inDays(-10) });
    await page.reload();
    const made = await edition.organiser
      .post(`/api/v1/editions/${edition.code}/late-codes`)
      .send({ reason: '征集单位补报', uses: 1, expiresAt: inDays(1).toISOString() })
      .expect(201);
    expect(await offer.getByText('Registration closed on').textContent()).toContain('can no longer be claimed');
    expect(await offer.textContent()).not.toContain('is kept');
    await offer.getByRole('button', { name: 'I have a late code' }).click();
    await offer.getByLabel('Late code').fill('0000-0000-0000-0000');
    await offer.getByRole('button', { name: 'Claim', exact: true }).click();
    await offer.getByRole('textbox', { name: 'Late code' }).and(page.locator('[aria-invalid="true"]')).waitFor();
    await expectFits(page);
    await picture(page, 'collected-late-code');
    await offer.getByLabel('Late code').fill(made.body.code);
    await offer.getByRole('button', { name: 'Claim', exact: true }).click();
    await page.waitForURL('**/projects/*/edit');
    await expect.poll(() => page.getByLabel('Project title').inputValue()).toBe('Sensorik');
  });
});
