import { randomUUID } from 'node:crypto';
import { Project } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser as Caller, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent } from '../support/contest.js';
import { contextOf, launchBrowser, openPage } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';

const API = '/api/v1';

/** A network that is cut after the server has stored what was sent, so that its answer is lost. */
describe('a project whose save is not answered', () => {
  let app: TestApp;
  let browser: Browser;
  let person: TestPerson;
  let caller: Caller;
  let context: BrowserContext;
  let code: string;
  let id: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    ({ code } = await openEdition(app, 'SAVES'));
    person = await makePerson(app, '张三');
    caller = await signIn(app, person);
    context = await contextOf(app, browser, person);
  });
  beforeEach(async () => {
    id = await draftProject(caller, code, { summary: randomUUID() }, false);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const held = async () => (await caller.get(`${API}/projects/${id}`).expect(200)).body;
  const state = (page: Page, name: string) => page.locator(`[data-state="${name}"]`).waitFor();
  const title = (page: Page) => page.getByLabel('项目名称');

  /** Cuts off every answer to a save, or to what is handed in, until told otherwise; the server gets what is sent. */
  async function cut(page: Page, act: '' | '/submit' = ''): Promise<() => Promise<void>> {
    const isSave = (url: URL) => url.pathname === `${API}/projects/${id}${act}`;
    const lose = async (route: Route) => {
      if (route.request().method() === 'GET') return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    };
    await page.route(isSave, lose);
    return () => page.unroute(isSave, lose);
  }

  it('is saved without a question once the network is back, with what was typed meanwhile', async () => {
    const page = await openPage(app, context, `/projects/${id}/edit`);
    const heal = await cut(page);
    await title(page).fill('  断网前的标题 ');
    await state(page, 'offline');
    expect((await held()).content.title).toBe('断网前的标题');
    await title(page).fill('断网后的标题');
    await heal();
    await state(page, 'saved');
    expect((await held()).content.title).toBe('断网后的标题');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.endsWith('.waiting')))).toEqual(
      [],
    );
    await page.close();
  });

  it('is saved without a question where the page was closed before the network was back', async () => {
    const page = await openPage(app, context, `/projects/${id}/edit`);
    await cut(page);
    await title(page).fill('关闭前的标题');
    await state(page, 'offline');
    await title(page).fill('关闭前最后的标题');
    await page.close();
    expect((await held()).content.title).toBe('关闭前的标题');

    const again = await openPage(app, context, `/projects/${id}/edit`);
    await state(again, 'saved');
    expect(await title(again).inputValue()).toBe('关闭前最后的标题');
    expect((await held()).content.title).toBe('关闭前最后的标题');
    await again.close();
  });

  it('was handed in where that was not answered: whoever types on is told so, and finds what they typed once it is returned', async () => {
    id = await draftProject(caller, code);
    const page = await openPage(app, context, `/projects/${id}/edit`);
    await cut(page, '/submit');
    await page.getByRole('button', { name: '提交项目' }).click();
    await page.getByText('网络').first().waitFor();
    await title(page).fill('提交以后输入的标题');
    await page.getByRole('heading', { name: '提交成功' }).waitFor();
    const { number, content } = await held();
    await page
      .getByText(number as string)
      .first()
      .waitFor();
    await page.getByText('在那以后输入的内容不在提交的材料中').waitFor();
    expect(content.title).not.toBe('提交以后输入的标题');
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, id, { state: 'returned', correctionDueAt: null }),
      );
    await page.goto(`${new URL(page.url()).origin}/projects/${id}/edit`);
    await state(page, 'kept');
    expect(await title(page).inputValue()).toBe('提交以后输入的标题');
    await page.close();
  });

  it('is saved but for the field that is refused, which keeps what was typed and says why', async () => {
    const { version } = await held();
    const before = projectContent({ title: '原来的标题', answers: { PATENTS: 3 } });
    await caller.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(before).expect(200);
    const page = await openPage(app, context, `/projects/${id}/edit`);
    const patents = page.getByLabel('已授权发明专利（件）');
    await patents.fill('10001');
    await title(page).fill('其余照常保存的标题');
    await page.getByLabel('组别').selectOption({ label: '团队组' });
    await state(page, 'partly');
    await expect
      .poll(async () => (await held()).content)
      .toMatchObject({ title: '其余照常保存的标题', group: 'TEAM', answers: { PATENTS: 3 } });
    await page.getByText('不应大于 10000。').waitFor();
    expect(await patents.inputValue()).toBe('10001');
    await page.reload();
    await state(page, 'partly');
    expect(await patents.inputValue()).toBe('10001');
    await patents.fill('7');
    await state(page, 'saved');
    expect((await held()).content.answers).toEqual({ PATENTS: 7 });
    // Beside another field, and then put back to what is stored.
    await patents.fill('10002');
    await title(page).fill('又改的标题');
    await state(page, 'partly');
    await expect.poll(async () => (await held()).content.title).toBe('又改的标题');
    await patents.fill('7');
    await state(page, 'saved');
    await page.getByText('不应大于 10000。').waitFor({ state: 'detached' });
    await page.close();
  });

  it('is told of what another device saved meanwhile, and loses nothing', async () => {
    const page = await openPage(app, context, `/projects/${id}/edit`);
    const heal = await cut(page);
    await title(page).fill('断网前的标题');
    await state(page, 'offline');
    const { version } = await held();
    const theirs = projectContent({ title: '另一台设备的标题' });
    await caller.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(theirs).expect(200);
    await heal();
    await state(page, 'stale');
    expect(await title(page).inputValue()).toBe('断网前的标题');
    expect((await held()).content.title).toBe('另一台设备的标题');
    await page.close();

    const again = await openPage(app, context, `/projects/${id}/edit`);
    await state(again, 'kept');
    expect(await title(again).inputValue()).toBe('断网前的标题');
    await again.getByRole('button', { name: '以我这里的为准' }).click();
    await state(again, 'saved');
    expect((await held()).content.title).toBe('断网前的标题');
    await again.close();
  });
});
