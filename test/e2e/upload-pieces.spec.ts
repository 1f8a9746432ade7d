import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { addMaterial, draftProject, openEdition } from '../support/contest.js';
import { contextOf, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';
import { pdfOf } from '../support/uploads.js';

const MEGABYTE = 1 << 20;
const LARGEST_THROUGH = 2 * MEGABYTE;

/** A file sent through something that lets no large piece pass, as gateways of offices do. */
describe('an upload in pieces', () => {
  let app: TestApp;
  let browser: Browser;
  let entrant: TestPerson;
  let code: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    ({ code } = await openEdition(app, 'PIECES'));
    entrant = await makePerson(app, '张三');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it.each([
    ['breaks the connection', 'break'],
    ['answers that it is too large', 'refuse'],
  ] as const)('arrives where something between %s at a larger one', async (_, how) => {
    const id = await draftProject(await signIn(app, entrant), code, {}, false);
    const page = await openPage(app, await contextOf(app, browser, entrant), `/projects/${id}/edit`);
    let stopped = 0;
    await page.route('**/files/tus/**', async (route) => {
      if ((route.request().postDataBuffer()?.length ?? 0) <= LARGEST_THROUGH) return route.continue();
      stopped += 1;
      await (how === 'break' ? route.abort('connectionreset') : route.fulfill({ status: 413, body: 'too large' }));
    });
    const file = { name: '商业计划书.pdf', mimeType: 'application/pdf', buffer: pdfOf(9 * MEGABYTE) };
    await page.locator('#materials input[type="file"]').first().setInputFiles(file);
    await page.locator('#materials').getByRole('link', { name: '商业计划书.pdf' }).waitFor({ timeout: 60_000 });
    expect(stopped).toBeGreaterThan(0);
  });

  it('that its place does not take is shown as refused, and kept neither on the server nor on the device', async () => {
    const id = await draftProject(await signIn(app, entrant), code, {}, false);
    const page = await openPage(app, await contextOf(app, browser, entrant), `/projects/${id}/edit`);
    await page.locator('#materials input[type="file"]').first().waitFor({ state: 'attached' });
    // Another device was faster.
    await addMaterial(await signIn(app, entrant), id, 'PLAN', '先到的计划书.pdf');
    const removed = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
    const file = { name: '后到的计划书.pdf', mimeType: 'application/pdf', buffer: pdfOf() };
    await page.locator('#materials input[type="file"]').first().setInputFiles(file);
    await page.locator('#materials').getByText('后到的计划书.pdf').waitFor();
    await page.locator('#materials').getByText('换一个文件').waitFor();
    expect((await removed).status()).toBe(204);
    await picture(page, 'upload-refused');
    await page.reload();
    await page.locator('#materials').getByRole('link', { name: '先到的计划书.pdf' }).waitFor();
    expect(await page.getByText('后到的计划书.pdf').count()).toBe(0);
  });
});
