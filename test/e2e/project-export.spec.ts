import { readFile } from 'node:fs/promises';
import { readTable } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn } from '../support/people.js';

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

it('takes home what the list of projects shows, by its filters, in each format, and says why where it cannot', async () => {
  const { id, code } = await openEdition(app, 'EXPORT');
  const { browser: entrant } = await signedIn(app, '张三');
  for (const change of [{ title: '甲' }, { title: '乙', division: 'BIO', field: 'TCM' }])
    await submitProject(entrant, await draftProject(entrant, code, change), 2).expect(200);
  const organiser = await makePerson(app, '组织者', [organiserOf(id)]);
  const page = await openPage(app, await contextOf(app, browser, organiser), `/staff/editions/${code}/projects`);
  await page.getByLabel('参赛领域').selectOption({ label: '生物医药' });
  await page.getByText('已显示 1 条，共 1 条').waitFor();
  for (const format of ['XLSX', 'CSV', 'PDF']) {
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: `导出 ${format}` }).click();
    const file = await started;
    expect(file.suggestedFilename()).toBe(`EXPORT-projects.${format.toLowerCase()}`);
    await page.getByText(`已下载“EXPORT-projects.${format.toLowerCase()}”。`).waitFor();
    const bytes = await readFile(await file.path());
    if (format === 'PDF') {
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      continue;
    }
    const [header, ...rows] = await readTable(bytes);
    expect(rows.map((row) => row[header!.indexOf('项目名称')])).toEqual(['乙']);
  }
  await expectFits(page);
  await picture(page, 'project-export');
  await page.route('**/projects/export**', (route) => route.abort());
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await page.getByText('连不上服务器').waitFor();
});
