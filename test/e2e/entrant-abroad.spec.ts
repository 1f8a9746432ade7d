import { EditionStage } from '@haishi/contest';
import { Database } from '@haishi/platform';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endNoticeDays } from '../api/published-stage.js';
import { addExpert, enter, openReview, PLAN, type Review, type Reviewer, sheetOf } from '../api/review-round.js';
import { confirmSession } from '../api/roadshow-confirmed.js';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn, signIn } from '../support/people.js';
import { pdfOf } from '../support/uploads.js';

const TITLE =
  'Timing chips for satellites, with a holdover better than five nanoseconds over a whole day without any signal';
const PLAN_OF_ADVANCE = { mode: 'total', size: 1, wildcards: 0, waiting: 1, cutTies: 'order' };

/** Somebody in New York who reads English, in an edition that is held by Berlin's clocks, from an empty page to a certificate. */
describe('an entrant abroad, in English', () => {
  let app: TestApp;
  let chromium: Chromium;
  let context: BrowserContext;
  let organiser: Browser;
  let checker: Browser;
  let edition: { id: string; code: string };
  let page: Page;
  let projectId: string;
  let other: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    chromium = await launchBrowser();
    const opened = await openEdition(app, 'ABROAD', (file) => {
      file['timeZone'] = 'Europe/Berlin';
      file['stages'][0].closesAt.time = '23:59:59';
    });
    ({ organiser } = opened);
    edition = opened;
    const settings = { judgesPerProject: 2, blind: false, dropHighest: 0, dropLowest: 0, minValid: 2, decimals: 2 };
    await app
      .get(Database)
      .manager.update(EditionStage, { editionId: Equal(edition.id), code: 'ONLINE' }, { settings: settings as never });
    checker = (await signedIn(app, '陈审查', [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }])).browser;
    const entrant = await makePerson(app, 'Grace Miller');
    const abroad = { locale: 'en-US', timezoneId: 'America/New_York' };
    context = await contextOf(app, chromium, entrant, abroad);
    page = await openPage(app, context, '/projects');
  });
  afterAll(async () => {
    await chromium?.close();
    await app?.close();
  });

  /** What was decided about the project last, by the one checker. */
  const decide = async (id: string, action: string, body: object) => {
    const { body: project } = await checker.get(`/api/v1/projects/${id}`).expect(200);
    await checker
      .post(`/api/v1/projects/${id}/${action}`)
      .send({ submission: project.submissions, ...body })
      .expect(200);
  };
  const advance = async (stage: string, plan: object) => {
    const path = `/api/v1/editions/${edition.id}/stages/${stage}/advancement`;
    const { body } = await organiser.post(`${path}/preview`).send({ plan }).expect(200);
    const { digest } = body.outcome;
    await organiser.post(`${path}/decide`).set('If-Match', '"0"').send({ plan, digest }).expect(204);
    await organiser.post(`${path}/publish`).set('If-Match', '"1"').send({}).expect(204);
  };

  it('starts a project, and reads its deadline by their own clock and by the edition’s', async () => {
    await page.getByRole('link', { name: 'New project' }).first().click();
    await page.locator('.countdown time').nth(1).waitFor();
    const [own, set] = await page.locator('.countdown time').allInnerTexts();
    expect(own).toMatch(/\d\d:\d\d:59\sEastern Time$/);
    expect(set).toMatch(/, 23:59:59\sCentral European Time$/);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.waitForURL('**/projects/*/edit');
    projectId = new URL(page.url()).pathname.split('/')[2]!;
  });

  it('finds the edition’s dates by its clocks wherever they stand, as staff at home do', async () => {
    const home = await contextOf(app, chromium, await makePerson(app, '周组织', [organiserOf()]));
    const places = [
      [context, '/', /, 23:59:59\sCentral European Time/],
      [context, '/editions/ABROAD', /, 23:59:59 Central European Time\n.*, \d\d:59:59 Eastern Time/],
      [home, '/editions/ABROAD', /23:59:59 中欧时间\n.*0[56]:59:59 北京时间/],
      [home, '/staff/editions', /23:59:59\s中欧时间 · .*0[56]:59:59\s北京时间/],
      [home, '/staff/editions/ABROAD', /23:59:59 中欧时间\n.*0[56]:59:59 北京时间/],
    ] as const;
    for (const [reader, path, dates] of places) {
      const shown = await openPage(app, reader, path);
      await expect.poll(() => shown.locator('main').innerText(), { timeout: 10_000 }).toMatch(dates);
      await expectFits(shown);
      await picture(shown, `zone${path.replaceAll('/', '-')}-${reader === home ? 'zh' : 'en'}`);
      await shown.close();
    }
    await home.close();
  });

  it('writes it, hands it in, and is told its number', async () => {
    await page.getByLabel('Project title').fill(TITLE);
    await page.getByLabel('Summary').fill('A chip of our own design.');
    await page.getByLabel('Division').selectOption({ label: 'Next-generation electronic information' });
    await page.getByLabel('Sub-field').selectOption({ index: 1 });
    await page.getByLabel('Region').selectOption({ index: 1 });
    await page.getByLabel('Group').selectOption({ index: 2 });
    for (const [index, name] of ['Ada Stone', 'Linus Park'].entries()) {
      await page.getByRole('button', { name: 'Add a member' }).click();
      const member = page.getByRole('group', { name: `Member ${index + 2}` });
      await member.getByLabel('Name').fill(name);
      await member.getByLabel('Role').fill('Research');
      await member.getByLabel('Mail address').fill(`core${index}@example.com`);
      await member.getByLabel('Core member').check();
    }
    await page
      .locator('#materials input[type="file"]')
      .first()
      .setInputFiles({ name: 'Business plan.pdf', mimeType: 'application/pdf', buffer: pdfOf(200_000) });
    await page.locator('#materials').getByRole('link', { name: 'Business plan.pdf' }).waitFor();
    await page.getByLabel('I have read this and undertake it').check();
    await page.getByText('Everything is there; it can be handed in.').waitFor();
    await expectFits(page);
    await page.getByRole('button', { name: 'Hand in the project' }).click();
    await page.getByText('ABROAD-EIT-0001').first().waitFor();
    await picture(page, 'abroad-received');
  });

  it('corrects what a checker asks for, by a deadline on their own clock', async () => {
    const dueAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await decide(projectId, 'return', { reasonCode: 'material_missing', text: 'Please say how it differs.', dueAt });
    page = await openPage(app, context, '/projects');
    await page.getByRole('link', { name: 'Correct and hand in again' }).click();
    await page.getByText('Please say how it differs.').waitFor();
    await page.getByText('Central European Time').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Beijing time');
    await picture(page, 'abroad-returned');
    await page.getByLabel('Summary').fill('Half the power of what is on sale.');
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await page.getByText('Handed in').first().waitFor();
    await decide(projectId, 'accept', {});
    page = await openPage(app, context, `/projects/${projectId}`);
    await page.getByText('Eligible').first().waitFor();
    await page.getByText('What changed from submission 1 to 2').waitFor();
    await expectFits(page);
    await picture(page, 'abroad-eligible');
  });

  it('advances from the online review, and reads nothing of it before it is published', async () => {
    const { browser: rival } = await signedIn(app, '对手');
    other = await draftProject(rival, edition.id);
    const draft = await rival.get(`/api/v1/projects/${other}`).expect(200);
    await submitProject(rival, other, draft.body.version).expect(200);
    await decide(other, 'accept', {});
    const judges: Reviewer[] = [];
    for (const name of ['评委一', '评委二']) {
      const person = await makePerson(app, name, [{ role: 'judge', scopeType: 'edition', scopeId: edition.id }], false);
      await addExpert(organiser, edition.id, person, { organisationName: `${name}的单位` });
      judges.push({ person, browser: await signIn(app, person) });
    }
    const { body } = await organiser.post(`/api/v1/editions/${edition.id}/stages/ONLINE/review`).send({}).expect(200);
    const path = `/api/v1/review-rounds/${body.id}`;
    const desk = `/api/v1/reviews/${body.id}`;
    const review: Review = { editionId: edition.id, organiser, id: body.id, path, desk, judges, projects: [] };
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    for (const judge of judges) {
      await enter(review, judge);
      for (const entry of (await judge.browser.get(desk).expect(200)).body.entries as {
        entryId: string;
        title: string;
      }[])
        await judge.browser
          .put(`${desk}/entries/${entry.entryId}/sheet`)
          .send(sheetOf(entry.title === TITLE ? 28 : 20))
          .expect(200);
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
    await page.reload();
    await page.getByText('Eligible').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Who advances' }).count()).toBe(0);
    await advance('ONLINE', PLAN_OF_ADVANCE);
    await page.reload();
    await page.getByRole('heading', { name: 'Who advances' }).waitFor();
    await page.getByText('Advances', { exact: true }).first().waitFor();
    await expectFits(page);
    await picture(page, 'abroad-advances');
  });

  it('wins in the final, and takes the certificate home in both languages', async () => {
    const { body } = await organiser
      .post(`/api/v1/editions/${edition.id}/sessions`)
      .send({ stageCode: 'FINAL', name: '决赛', room: '大剧院' })
      .expect(201);
    await organiser
      .post(`/api/v1/sessions/${body.id}/entries`)
      .send({ projectIds: [projectId] })
      .expect(204);
    await confirmSession(app, body.id, () => 30);
    await advance('FINAL', PLAN_OF_ADVANCE);
    const notices = `/api/v1/editions/${edition.id}/stages/FINAL/public-notices`;
    const notice = (await organiser.post(notices).send({ kind: 'awards', days: 5 }).expect(201)).body.id as string;
    await endNoticeDays(app, notice);
    await organiser.post(`/api/v1/public-notices/${notice}/conclude`).set('If-Match', '"1"').send({}).expect(204);
    await organiser.post(`/api/v1/public-notices/${notice}/certificates`).send({}).expect(201);
    await page.reload();
    await page.getByRole('heading', { name: 'Certificate · First prize' }).waitFor();
    for (const language of ['Chinese', 'English']) {
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name: `Download in ${language}` }).click();
      expect((await started).suggestedFilename()).toMatch(/-A0001-(zh|en)\.pdf$/);
    }
    await expectFits(page);
    await picture(page, 'abroad-certificate');
  });
});
