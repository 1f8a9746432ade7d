import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmSession } from '../api/roadshow-confirmed.js';
import { acceptedProject, importEdition } from '../api/roadshow-session.js';
import { type Browser as Client, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const PLAN = { mode: 'total', size: 1, wildcards: 0, waiting: 1, cutTies: 'order' };

/** What the entrant of a project reads before and after the publication. */
describe('who advances, for an entrant', () => {
  let app: TestApp;
  let browser: Browser;
  let organiser: Client;
  let path: string;
  let page: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const editionId = await importEdition(app);
    path = `/api/v1/editions/${editionId}/stages/FINAL/advancement`;
    organiser = (await signedIn(app, '组织者', [organiserOf(editionId)])).browser;
    const { body } = await organiser
      .post(`/api/v1/editions/${editionId}/sessions`)
      .send({ stageCode: 'FINAL', name: '决赛第一场', room: '大剧院' })
      .expect(201);
    await organiser.post(`/api/v1/editions/${editionId}/open`).set('If-Match', '"1"').send({}).expect(204);
    const owner = await makePerson(app, '参赛者');
    const own = await acceptedProject(app, editionId, { title: LONG, ownerId: owner.id });
    const other = await acceptedProject(app, editionId, { title: '甲' });
    const projectIds = [own.id, other.id];
    await organiser.post(`/api/v1/sessions/${body.id}/entries`).send({ projectIds }).expect(204);
    await confirmSession(app, body.id, (title) => (title === LONG ? 20 : 30));
    const { body: preview } = await organiser.post(`${path}/preview`).send({ plan: PLAN }).expect(200);
    const { digest } = preview.outcome;
    await organiser.post(`${path}/decide`).set('If-Match', '"0"').send({ plan: PLAN, digest }).expect(204);
    page = await openPage(app, await contextOf(app, browser, owner), `/projects/${own.id}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is told by nothing before it is published', async () => {
    await page.getByText(LONG).first().waitFor();
    expect(await page.getByText('晋级结果').count()).toBe(0);
  });

  it('is said of the own project, with the reason, on a phone and on a large screen', async () => {
    await organiser.post(`${path}/publish`).set('If-Match', '"1"').send({}).expect(204);
    await page.reload();
    const said = page.getByText('第 2 名（共 2 名）；名额 1 个；候补第 1 位');
    await said.first().waitFor();
    // Once as the result, once in the course of the project.
    await expect.poll(() => said.count()).toBe(2);
    await expectFits(page);
    await picture(page, 'advancement-entrant');
  });
});
