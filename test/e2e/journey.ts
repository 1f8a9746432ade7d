import { SecondFactors } from '@haishi/identity';
import type { Browser, BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import type { TestApp } from '../support/app.js';
import { contextOf, openPage, type Visitor, visitorOf } from '../support/pages.js';
import { makePerson, TEST_PASSWORD, type TestPerson } from '../support/people.js';

/** One city from the first edition file on: every step finds what the steps before it left. */
export interface Journey {
  app: TestApp;
  browser: Browser;
  /** Who acts, by name: the person's id, empty while they have no account, and the address they come from. */
  people: Map<string, { id: string; address: string }>;
  /** What they act on, by the name that steps give it: its id. */
  subjects: Map<string, string>;
}

function settle(journey: Journey, name: string, id: string): string {
  const address = `198.51.100.${journey.people.size + 1}`;
  journey.people.set(name, { id, address });
  return address;
}

/** Somebody without an account, in a browser and at an address of their own. */
export function arrive(
  journey: Journey,
  name: string,
  options: Visitor = {},
  browser = journey.browser,
): Promise<BrowserContext> {
  return visitorOf(browser, { ...options, address: settle(journey, name, '') });
}

/** A person who is signed in already, in a browser and at an address of their own. */
export function bring(journey: Journey, person: TestPerson, options: Visitor = {}): Promise<BrowserContext> {
  const address = settle(journey, person.name, person.id);
  return contextOf(journey.app, journey.browser, person, { ...options, address });
}

/** Staff who hold `grants`: signed in, in a browser and at an address of their own. */
export async function bringStaff(
  journey: Journey,
  name: string,
  grants: TestPerson['grants'],
  options: Visitor = {},
): Promise<BrowserContext> {
  return bring(journey, await makePerson(journey.app, name, grants), options);
}

/** Staff who sign in by the form, with the digits that their authenticator shows, and agree to the notice. */
export async function signInByHand(
  journey: Journey,
  name: string,
  grants: TestPerson['grants'],
): Promise<BrowserContext> {
  const person = await makePerson(journey.app, name, grants);
  const context = await visitorOf(journey.browser, { address: settle(journey, name, person.id) });
  const page = await openPage(journey.app, context, '/sign-in');
  await page.getByLabel('手机号或邮箱').fill(person.mail);
  await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
  await page.locator('form').getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '请输入第二重验证' }).waitFor();
  const { code } = (await journey.app.get(SecondFactors).currentCode(person.id))!;
  await page.getByLabel('动态口令').fill(`${(Number(code[0]) + 5) % 10}${code.slice(1)}`);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.locator('[aria-invalid="true"], [role="alert"]').first().waitFor();
  await page.getByLabel('动态口令').fill(code);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.getByRole('button', { name: '同意并继续' }).click();
  await page.waitForURL('**/tasks');
  await page.close();
  return context;
}

/** What the mail page shows of the newest message to `to` that is headed `subject`. */
export async function readMail(
  journey: Journey,
  context: BrowserContext,
  to: string,
  subject: RegExp,
): Promise<{ text: string; href: string | null }> {
  const page = await openPage(journey.app, context, `/mail?to=${encodeURIComponent(to)}`);
  const message = page.getByRole('list', { name: '发出的邮件与短信' }).getByRole('link', { name: subject }).first();
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.waitForLoadState('networkidle');
        return message.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await message.click();
  await page.locator('article .body').waitFor();
  const text = await page.locator('article').innerText();
  const link = page.locator('article a').first();
  const href = (await link.count()) ? await link.getAttribute('href') : null;
  await page.close();
  return { text, href };
}
