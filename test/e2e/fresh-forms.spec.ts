import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser as Caller, startApp, type TestApp } from '../support/app.js';
import { openEdition, organiserOf } from '../support/contest.js';
import { contextOf, launchBrowser, openPage } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const API = '/api/v1';
const THEIRS = 'https://meet.example.com/theirs';
const MINE = 'https://meet.example.com/mine';

describe('a form', () => {
  let app: TestApp;
  let browser: Browser;
  let organiser: Caller;
  let context: BrowserContext;
  let id: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    ({ id, organiser } = await openEdition(app, 'FRESH'));
    context = await contextOf(app, browser, await makePerson(app, '吴组织', [organiserOf()]));
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('begins from what is saved now, and not from what an earlier look at the page kept', async () => {
    const session = { stageCode: 'FINAL', name: '决赛', room: '大剧院' };
    const { body } = await organiser.post(`${API}/editions/${id}/sessions`).send(session).expect(201);
    const page = await openPage(app, context, `/roadshow/${body.id}`);
    await page.getByLabel('会议链接').waitFor();
    await page.getByRole('link', { name: '路演场次' }).first().click();
    await page.waitForURL('**/roadshow');
    await organiser.put(`${API}/sessions/${body.id}/meeting`).set('if-match', '*').send({ meetingUrl: THEIRS });
    await page.goBack();
    const link = page.getByLabel('会议链接');
    await link.waitFor();
    expect(await link.inputValue()).toBe(THEIRS);
    await page.close();
  });

  it('writes over nothing that was saved meanwhile: what stands is loaded, and what was typed can be put back', async () => {
    const session = { stageCode: 'FINAL', name: '终场', room: '大剧院' };
    const { body } = await organiser.post(`${API}/editions/${id}/sessions`).send(session).expect(201);
    const meeting = () =>
      organiser.get(`${API}/sessions/${body.id}`).then(({ body: { meetingUrl } }) => meetingUrl as string);
    const page = await openPage(app, context, `/roadshow/${body.id}`);
    const link = page.getByLabel('会议链接');
    await link.fill(MINE);
    const theirs = organiser.put(`${API}/sessions/${body.id}/meeting`).set('if-match', '*');
    await theirs.send({ meetingUrl: THEIRS }).expect(204);
    await page.getByRole('button', { name: '保存链接' }).click();
    await page.getByText('内容已被他人更新').waitFor();
    expect(await link.inputValue()).toBe(MINE);
    expect(await meeting()).toBe(THEIRS);

    await page.getByRole('button', { name: '载入现在的内容' }).click();
    const putBack = page.getByRole('button', { name: '换回我填写的' });
    await putBack.waitFor();
    expect(await link.inputValue()).toBe(THEIRS);
    expect(await page.getByText('内容已被他人更新').count()).toBe(0);
    await putBack.click();
    expect(await link.inputValue()).toBe(MINE);
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/meeting') && answer.status() === 204);
    await page.getByRole('button', { name: '保存链接' }).click();
    await saved;
    expect(await meeting()).toBe(MINE);
    await page.close();
  });
});
