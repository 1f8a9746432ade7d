import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startApp('sqlite');
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it.each([360, 1024, 1920])('shows the sign-in page at %i px, with nothing beside the screen', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  await page.goto(`${app.url}/sign-in`);
  await page.locator('input[type="password"], input[name]').first().waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.close();
});
