import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_NAMES } from '@haishi/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { blankBelow, launchBrowser, seriousFindings } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';
import { declaredRoutes } from './routes.js';

/** Where pictures of every page are left for somebody to look at; none are taken without it. */
const PICTURES = process.env['HAISHI_PICTURES'];
const WIDTHS = [360, 1024, 1920];
const LANGUAGES = ['zh', 'en'] as const;

const routes = declaredRoutes().filter((route) => !route.path.includes(':'));
let app: TestApp;
let browser: Browser;
let cookie: string;

beforeAll(async () => {
  app = await startApp('sqlite');
  browser = await launchBrowser();
  const everyRole = ROLE_NAMES.map((role) => ({ role, scopeType: 'system' as const, scopeId: '' }));
  const person = await makePerson(app, '欧阳·阿依古丽', everyRole);
  const session = await signIn(app, person);
  const { body } = await session.get('/api/v1/consents/documents').expect(200);
  const notice = (body.items as { purpose: string; version: string }[]).find((one) => one.purpose === 'privacy')!;
  await session.post('/api/v1/consents').send({ purpose: 'privacy', version: notice.version }).expect(204);
  cookie = session.jar.getCookie('haishi_session', {
    path: '/',
    domain: '127.0.0.1',
    secure: false,
    script: false,
  })!.value;
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const opened = new Map<string, Promise<Page>>();

/** The tab of somebody who reads in `language`, and goes from one address to the next in it. */
function tabOf(language: 'zh' | 'en', signedIn: boolean): Promise<Page> {
  const name = `${language} ${signedIn}`;
  if (!opened.has(name)) opened.set(name, open(language, signedIn));
  return opened.get(name)!;
}

async function open(language: 'zh' | 'en', signedIn: boolean): Promise<Page> {
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  });
  const cookies: { name: string; value: string; url: string }[] = [
    { name: 'haishi_lang', value: language, url: app.url },
  ];
  if (signedIn) cookies.push({ name: 'haishi_session', value: cookie, url: app.url });
  await context.addCookies(cookies);
  return context.newPage();
}

/** Whatever the page reports as broken: thrown errors, and texts that are missing in the reader's language. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) found.push(message.text());
  });
  return found;
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Keys shown instead of texts, such as `people.title`. */
const bareKeys = (page: Page) =>
  page.evaluate(
    () => document.body.innerText.match(/(?:^|\s)[a-z][A-Za-z]+\.[a-z][A-Za-z]*(?:\.[A-Za-z]+)*(?=\s|$)/g) ?? [],
  );

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES!, { recursive: true });
  await page.screenshot({ path: join(PICTURES!, `${name}.png`), fullPage: true });
}

describe.each(LANGUAGES)('every page without parameters, in %s', (language) => {
  it.each(routes)('$path', async ({ path, layout }) => {
    const page = await tabOf(language, layout !== 'screen' && !path.startsWith('/sign-'));
    const found = complaints(page);
    await page.goto(app.url + path);
    await settled(page);
    expect(await page.title()).not.toBe('');
    expect(await bareKeys(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      expect(await sideways(page), `${path} at ${width} px runs beside the screen`).toBeLessThanOrEqual(0);
      expect(await blankBelow(page), `${path} at ${width} px goes on after its end`).toBeLessThanOrEqual(0);
      if (width !== 1920) expect(await seriousFindings(page), `${path} at ${width} px`).toEqual([]);
      if (PICTURES)
        await picture(page, `${path === '/' ? 'home' : path.slice(1).replaceAll('/', '-')}-${language}-${width}`);
    }
    expect(found).toEqual([]);
    page.removeAllListeners();
  });
});
