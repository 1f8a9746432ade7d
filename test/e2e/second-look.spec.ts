import { Project } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signedIn, type TestPerson } from '../support/people.js';

const API = '/api/v1';
const DAY = 86_400_000;

/** What staff do with a project that was decided on, or whose correction is overdue. */
describe('a second look', () => {
  let app: TestApp;
  let browser: Browser;
  let edition: Awaited<ReturnType<typeof openEdition>>;
  let owner: TestPerson;
  let accepted: string;
  let overdue: string;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    edition = await openEdition(app, 'LOOK');
    const entrant = await signedIn(app, '参赛者');
    owner = entrant.person;
    const submitted = async (title: string) => {
      const id = await draftProject(entrant.browser, edition.code, { title });
      await submitProject(entrant.browser, id, 2).expect(200);
      return id;
    };
    accepted = await submitted('面向北斗的高精度授时芯片');
    await edition.organiser.post(`${API}/projects/${accepted}/accept`).send({ submission: 1 }).expect(200);
    overdue = await submitted('肺癌早筛试剂盒');
    const dueAt = new Date(Date.now() + 2 * DAY).toISOString();
    await edition.organiser
      .post(`${API}/projects/${overdue}/return`)
      .send({ submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt })
      .expect(200);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, overdue, { correctionDueAt: new Date(Date.now() - 60_000) }),
      );
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const pageOf = async (path: string, locale?: string) => {
    const organiser = await makePerson(app, '周组织', [organiserOf(edition.id)]);
    return openPage(app, await contextOf(app, browser, organiser, locale ? { locale } : {}), path);
  };

  it('takes a mistaken acceptance back, with a reason that its entrant reads', async () => {
    const page = await pageOf(`/projects/${accepted}`);
    await page.getByRole('button', { name: '撤回结论，重新审查' }).click();
    await page.getByLabel('说明').fill('误判：注册时间不符，重新审查。');
    await picture(page, 'second-look-reopen');
    await expectFits(page);
    await page.getByRole('button', { name: '撤回结论，重新审查' }).click();
    await page.getByText('待审查').first().waitFor();
    const entrant = await openPage(app, await contextOf(app, browser, owner), `/projects/${accepted}`);
    await entrant.getByText('误判：注册时间不符，重新审查。').waitFor();
    await entrant.getByText('等待资格审查').waitFor();
  });

  it.each([
    ['zh-CN', '补正逾期的项目', '补正逾期', '补正截止'],
    ['en-GB', 'Corrections overdue', 'Overdue', 'Correct by'],
  ])(
    'leads from the task to what is overdue alone, with until when it was due (%s)',
    async (locale, task, mark, due) => {
      const page = await pageOf('/tasks', locale);
      await page.getByRole('link', { name: new RegExp(task) }).click();
      await page.getByRole('row', { name: /肺癌早筛试剂盒/ }).waitFor();
      expect(new URL(page.url()).search).toBe('?overdue=yes');
      await page.reload();
      const row = page.getByRole('row', { name: /肺癌早筛试剂盒/ });
      await row.getByText(mark, { exact: true }).waitFor();
      expect(await row.innerText()).toContain(due);
      expect(await page.getByRole('row').count()).toBe(2);
      await picture(page, `projects-overdue-${locale}`);
      await expectFits(page);
    },
  );

  it('gives an overdue correction longer, in English too', async () => {
    const entrant = await openPage(app, await contextOf(app, browser, owner), `/projects/${overdue}`);
    await entrant.getByText('补正期限已过，等待组织者延长期限或作出结论').waitFor();
    await picture(entrant, 'second-look-overdue-entrant');
    const page = await pageOf(`/projects/${overdue}`, 'en-GB');
    await page.getByText('The time for correction is over').waitFor();
    expect(await page.getByRole('button', { name: 'Reject it' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Give it longer' }).click();
    await picture(page, 'second-look-prolong');
    await expectFits(page);
    await page.getByRole('button', { name: 'Give it longer' }).click();
    await page.getByText('Time for correction prolonged').waitFor();
    await entrant.reload();
    await entrant.getByText('按要求补正并重新提交，期限至').waitFor();
  });
});
