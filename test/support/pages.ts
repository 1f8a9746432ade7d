import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestApp } from './app.js';
import { signIn, type TestPerson } from './people.js';

/** Where pictures are left for somebody to look at; none are taken without it. */
const PICTURES = process.env['HAISHI_PICTURES'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** The browser that the machine brings. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: [...ARGUMENTS, ...more],
  });
}

export interface Visitor {
  timezoneId?: string;
  locale?: string;
  width?: number;
  /** Whether it is a phone in somebody's hand. */
  touch?: boolean;
  /** Where the requests come from, as the proxy before the server reports it. */
  address?: string;
}

/** A browser of somebody's own, in which nobody is signed in yet. */
export function visitorOf(browser: Browser, options: Visitor = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: options.locale ?? 'zh-CN',
    timezoneId: options.timezoneId ?? 'Asia/Shanghai',
    viewport: { width: options.width ?? 1280, height: 900 },
    ...(options.touch ? { isMobile: true, hasTouch: true } : {}),
    ...(options.address ? { extraHTTPHeaders: { 'x-forwarded-for': options.address } } : {}),
  });
}

/** A browser of a person's own in which they are signed in and have agreed to the privacy notice. */
export async function contextOf(
  app: TestApp,
  browser: Browser,
  person: TestPerson,
  options: Visitor = {},
): Promise<BrowserContext> {
  const session = await signIn(app, person);
  const { body } = await session.get('/api/v1/consents/documents').expect(200);
  const notice = (body.items as { purpose: string; version: string }[]).find(({ purpose }) => purpose === 'privacy')!;
  await session.post('/api/v1/consents').send({ purpose: 'privacy', version: notice.version }).expect(204);
  const place = { path: '/', domain: '127.0.0.1', secure: false, script: false };
  const context = await visitorOf(browser, options);
  await context.addCookies([
    { name: 'haishi_session', value: session.jar.getCookie('haishi_session', place)!.value, url: app.url },
    { name: 'haishi_lang', value: options.locale?.startsWith('en') ? 'en' : 'zh', url: app.url },
  ]);
  return context;
}

/** Takes pictures of a page at the three widths that pages are held to. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  const before = page.viewportSize();
  for (const width of [360, 1024, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** A page of `context` at `path` (or a whole address), its heading there; what the page throws fails the test. */
export async function openPage(app: TestApp, context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(new URL(path, app.url).href);
  await page.locator('h1').first().waitFor();
  return page;
}

/**
 * Presses a button by key. A click on a dialog that came up over a PDF in this moment goes to the browser's viewer of PDFs, which is
 * a process of its own and stands there until the browser has drawn the dialog.
 */
export const pressByKey = (button: Locator): Promise<void> => button.press('Enter');

/** Waits for colours that change: half-way from one to the other, they have the contrast of neither. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** What axe finds serious on a page; it is brought there once, since that takes as long as its look at a short page. */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    type Axe = {
      run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
    };
    const { violations } = await (globalThis as never as { axe: Axe }).axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}

/** By how many pixels a page can be scrolled on after what it shows has ended. */
export const blankBelow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const shown = document.getElementById('app') ?? document.documentElement;
    const ends = shown.getBoundingClientRect().bottom + scrollY;
    return document.documentElement.scrollHeight - Math.max(innerHeight, Math.ceil(ends));
  });

/** Nothing beside the screen on a phone, nothing blank below the page, nothing serious for axe. */
export async function expectFits(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  const over: Record<number, number> = {};
  const below: Record<number, number> = {};
  for (const width of [360, 1024, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    over[width] = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    below[width] = await blankBelow(page);
  }
  await page.setViewportSize(size);
  expect(over).toEqual({ 360: 0, 1024: 0, 1920: 0 });
  expect(Math.max(...Object.values(below)), `blank below the page: ${JSON.stringify(below)}`).toBeLessThanOrEqual(0);
  await stillness(page);
  expect(await seriousFindings(page)).toEqual([]);
}
