import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importEdition } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startApp('sqlite');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it('sets up a heat abroad by the clock of its room', async () => {
  const editionId = await importEdition(app);
  const person = await makePerson(app, '组织者', [organiserOf(editionId)]);
  const page = await openPage(app, await contextOf(app, browser, person), '/roadshow');
  await page.getByRole('button', { name: '新建场次' }).first().click();
  await page.getByLabel('场次名称').fill('欧洲赛区第一场');
  await page.getByLabel('地点（厅室）').fill('柏林线上会议室');
  await page.getByLabel('阶段').selectOption({ label: '赛区赛' });
  await page.getByLabel('赛区', { exact: true }).selectOption({ label: '欧美赛区' });
  const zone = page.getByLabel('会场所在时区');
  expect(await zone.inputValue()).toBe('Europe/Berlin');
  expect(await zone.locator('option').allInnerTexts()).toHaveLength(4);
  await zone.selectOption('America/New_York');
  await zone.selectOption('Europe/Berlin');
  await page.getByLabel('开场时间').fill('2031-01-14T09:30');
  await expectFits(page);
  await picture(page, 'room-zone-new');
  await page.locator('form').getByRole('button', { name: '新建场次' }).click();
  await page.getByText('还没有编入项目').waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const session = await page.evaluate(
    async (name) => (await (await fetch(`/api/v1/sessions/${name}`)).json()) as { header: object },
    id,
  );
  expect(session.header).toMatchObject({ startsAt: Date.parse('2031-01-14T08:30:00Z'), timeZone: 'Europe/Berlin' });
  expect(await page.getByRole('textbox', { name: '开场时间' }).inputValue()).toBe('2031-01-14T09:30');
  await expectFits(page);
  await page.getByText('按会场时间填写（GMT+1）').waitFor();
  await page.getByRole('button', { name: '更改次序' }).click();
  await page.getByRole('button', { name: '移除“技术创新”' }).click();
  await page.getByRole('button', { name: '加入 网评成绩' }).click();
  await page.getByRole('button', { name: '保存次序' }).click();
  await page.getByText('现在为自行设定，不随阶段设定改变。').waitFor();
  const own = page.getByRole('region', { name: '同分次序' }).getByRole('listitem');
  expect(await own.allInnerTexts()).toEqual(['去分前均值', '网评成绩']);
  await page.getByText('此前阶段的成绩只在确定晋级时比较').waitFor();
  await expectFits(page);
  await picture(page, 'room-zone-made');
});
