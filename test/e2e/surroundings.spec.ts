import { Project } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { gate } from '../support/facts.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson } from '../support/people.js';
import { readCode } from '../support/ticket-code.js';

/** What an organiser prepares around a session: the planned start, the meeting from afar, the audience's page. */
describe('around the stage', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let setup: Page;
  let screen: Page;
  let entrant: Page;
  let link: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    await stage.organiser.post(`/api/v1/editions/${stage.editionId}/open`).set('If-Match', '"1"').expect(204);
    const owner = await makePerson(app, '参赛人', []);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, stage.projects.a.id, { ownerId: owner.id }));
    const abroad = await contextOf(app, browser, owner, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    entrant = await openPage(app, abroad, `/projects/${stage.projects.a.id}`);
    const role = { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId } as const;
    const organiser = await makePerson(app, '筹备人', [role]);
    setup = await openPage(app, await contextOf(app, browser, organiser), `/roadshow/${stage.id}`);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    link = `/screen#${body.token}`;
    const room = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    screen = await openPage(app, room, link);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('plans the start on the clocks of the room, and takes it back', async () => {
    const plan = setup.locator('section[aria-labelledby="plan-title"]');
    await plan.getByRole('textbox', { name: '开场时间' }).fill('2030-01-12T09:30');
    await plan.getByRole('button', { name: '保存开场时间' }).click();
    await screen.getByText('2030年1月12日 09:30').waitFor();
    await entrant.reload();
    await entrant.getByText('12 Jan 2030, 09:30 Beijing time', { exact: true }).waitFor();
    await entrant.getByText(/On your clock:.*12 Jan 2030, 02:30/).waitFor();
    await entrant.getByText('Not drawn yet').waitFor();
    await picture(setup, 'surroundings-setup');
    await expectFits(setup);
    await plan.getByRole('textbox', { name: '开场时间' }).fill('');
    await plan.getByRole('button', { name: '保存开场时间' }).click();
    await screen.getByText('2030年1月12日 09:30').waitFor({ state: 'detached' });
  });

  it('says what is wrong with a meeting link, and hands a good one to the desks alone', async () => {
    const meeting = setup.locator('section[aria-labelledby="meeting-title"]');
    await meeting.getByRole('textbox').fill('http://meet.example/1');
    await meeting.getByRole('button', { name: '保存链接' }).click();
    await meeting.locator('input[aria-invalid="true"]').waitFor();
    await meeting.getByRole('textbox').fill('https://meet.example/room-1');
    await meeting.getByRole('button', { name: '保存链接' }).click();
    await meeting.locator('input[aria-invalid="true"]').waitFor({ state: 'detached' });
    const desk = await openPage(
      app,
      await contextOf(app, browser, stage.judges[0]!.person),
      `/roadshow/${stage.id}/desk`,
    );
    expect(await desk.getByRole('link', { name: '线上会场' }).getAttribute('href')).toBe('https://meet.example/room-1');
    await entrant.reload();
    const join = entrant.getByRole('link', { name: 'Join the meeting' });
    expect(await join.getAttribute('href')).toBe('https://meet.example/room-1');
    expect(await screen.content()).not.toContain('meet.example');
    await desk.close();
  });

  it('opens the audience’s page, and screens show its code while nobody is on stage', async () => {
    const audience = setup.locator('section[aria-labelledby="audience-title"]');
    await audience.getByText('现在没有开放。').waitFor();
    expect(await screen.locator('[data-test=audience]').count()).toBe(0);
    await audience.getByRole('button', { name: '开放观看' }).click();
    const address = await audience.getByRole('textbox').inputValue();
    await expectFits(setup);
    const wall = await browser.newContext({ locale: 'zh-CN', viewport: { width: 3840, height: 1080 } });
    for (const one of [screen, await openPage(app, wall, link)]) {
      await one.locator('[data-test=audience] img').waitFor();
      await one.waitForFunction(() => document.images[0]!.complete);
      expect(await readCode(await one.screenshot())).toBe(address);
    }
    await picture(screen, 'surroundings-audience');
    const phone = await openPage(app, await visitorOf(browser, { width: 360, touch: true }), new URL(address).pathname);
    await phone.getByRole('heading', { name: '决赛第一场' }).waitFor();
    await phone.goto(new URL('/', app.url).href);
    await picture(phone, 'surroundings-home');
    await expectFits(phone);
    await phone.getByRole('link', { name: '观看 决赛第一场' }).click();
    await phone.getByRole('heading', { name: '决赛第一场' }).waitFor();
    await phone.close();
  });

  it('gives the screen to the entry on stage', async () => {
    await begin(stage);
    await stage.chair.post(`${stage.path}/call`).send({ entryId: stage.a }).expect(204);
    await screen.getByText('请上台').waitFor();
    await entrant.reload();
    await entrant.getByText(/No\. [123] of 3/).waitFor();
    await entrant.getByRole('link', { name: 'Follow it live' }).waitFor();
    await picture(entrant, 'surroundings-entrant');
    await expectFits(entrant);
    expect(await screen.locator('[data-test=audience]').count()).toBe(0);
    await setup.reload();
    await setup.locator('section[aria-labelledby="audience-title"]').waitFor();
    expect(await setup.locator('section[aria-labelledby="plan-title"]').count()).toBe(0);
  });

  it('closes the page again, which phones and screens are told', async () => {
    const phone = await openPage(app, await visitorOf(browser, { width: 360, touch: true }), `/live/${stage.id}`);
    await phone.getByRole('heading', { name: '决赛第一场' }).waitFor();
    await setup.getByRole('button', { name: '停止开放' }).click();
    await setup.getByRole('dialog').getByRole('button', { name: '停止开放' }).click();
    await setup.getByText('现在没有开放。').waitFor();
    await phone.getByRole('heading', { name: '此场路演现在没有开放观看' }).waitFor();
  });

  it('stays where somebody went while a page was asked for that did not load', async () => {
    const answers = gate();
    await setup.route(/assets\/AccountPage-.*\.js/, (route) => route.abort());
    await setup.route('**/api/v1/session', async (route) => {
      await answers.opened;
      await route.continue();
    });
    const asked = setup.waitForRequest('**/api/v1/session');
    const menu = setup.getByRole('navigation', { name: '主导航' });
    await menu.getByRole('link', { name: '账号与安全' }).click();
    await asked;
    await menu.getByRole('link', { name: '我的事项' }).click();
    await setup.waitForURL(`${app.url}/tasks`);
    const mark = await setup.evaluateHandle(() => document.documentElement);
    const answered = setup.waitForResponse('**/api/v1/session');
    answers.open();
    await (await answered).finished();
    await setup.goBack();
    await setup.waitForURL(`${app.url}/roadshow/${stage.id}`);
    expect(await mark.evaluate((html) => html.isConnected)).toBe(true);
  });
});
