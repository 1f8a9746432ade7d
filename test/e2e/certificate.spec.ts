import { Certificate } from '@haishi/contest/certificate/certificate.entity';
import { Project } from '@haishi/contest';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decidedStage,
  type DecidedStage,
  endNoticeDays,
  nameCore,
  publishDecision,
  publishNotice,
} from '../api/published-stage.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const FIELD = { [LONG]: [30], 无人值守谷物烘干塔: [26] } as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 0, cutTies: 'order' };

/** From a concluded notice of awards to a certificate that somebody checks, and one that is revoked. */
describe('certificates', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: DecidedStage;
  let desk: Page;
  let certificate: Certificate;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await decidedStage(app, FIELD, PLAN);
    await nameCore(app, stage.projects[LONG]!, 'Wolfgang Bernstein');
    await publishDecision(stage);
    const notice = await publishNotice(stage, { kind: 'awards' });
    await endNoticeDays(app, notice);
    await stage.organiser.post(`/api/v1/public-notices/${notice}/conclude`).set('If-Match', '"1"').send({}).expect(204);
    const path = `/staff/editions/${stage.editionId}/stages/FINAL/public-notices`;
    desk = await openPage(app, await contextOf(app, browser, stage.person), path);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are issued by an organiser', async () => {
    await desk.getByRole('button', { name: '颁发证书（2 份）' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '颁发', exact: true }).click();
    await desk.getByText('证书（2 份）').click();
    await desk.getByText('一等奖').first().waitFor();
    expect(await desk.getByRole('button', { name: /^颁发证书/ }).count()).toBe(0);
    await expectFits(desk);
    await picture(desk, 'certificate-desk');
    certificate = await app
      .get(Database)
      .manager.findOneByOrFail(Certificate, { projectId: Equal(stage.projects[LONG]!.id) });
  });

  it('are downloaded by an entrant abroad, in both languages', async () => {
    const owner = await makePerson(app, 'Wolfgang Bernstein');
    const { id } = stage.projects[LONG]!;
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(id) }, { ownerId: owner.id, submittedAt: new Date() }),
      );
    const context = await contextOf(app, browser, owner, { locale: 'en-GB', timezoneId: 'Europe/Berlin', width: 360 });
    const page = await openPage(app, context, `/projects/${id}`);
    await page.getByRole('heading', { name: 'Certificate · First prize' }).waitFor();
    await page.getByText('Public notice concluded · Final').waitFor();
    await page.getByText('The certificate is ready to be downloaded on this page.').waitFor();
    for (const language of ['Chinese', 'English']) {
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name: `Download in ${language}` }).click();
      expect((await started).suggestedFilename()).toMatch(/-A0001-(zh|en)\.pdf$/);
    }
    await expectFits(page);
    await picture(page, 'certificate-entrant');
  });

  it('are found genuine by whoever scans the code, and by who types it, however', async () => {
    const context = await visitorOf(browser, { width: 360, touch: true });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await openPage(app, context, `/certificates/verify#${certificate.code}`);
    await page.getByText('证书真实有效').waitFor();
    await page.getByText('W******* B********').waitFor();
    expect(asked.filter((url) => url.includes(certificate.code) && !url.includes('#'))).toEqual([]);
    await expectFits(page);
    await picture(page, 'certificate-genuine');
    await page.getByLabel('校验码').fill('0000 0000 0000 0000');
    await page.getByRole('button', { name: '核验' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    expect(await page.getByText('证书真实有效').count()).toBe(0);
    await page.getByLabel('校验码').fill(certificate.code.toLowerCase().match(/.{4}/g)!.join(' '));
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByText('证书真实有效').waitFor();
  });

  it('are checked on a page that any page leads to, and that tells the year of the day of issue', async () => {
    const page = await openPage(app, await visitorOf(browser, { locale: 'en-GB', width: 360 }), '/');
    await page.getByRole('link', { name: 'Check a certificate' }).click();
    await page.getByLabel('Check code').fill(certificate.code);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('Genuine and valid').waitFor();
    const issued = page.locator('time').first();
    expect(await issued.textContent()).toContain(String(certificate.issuedAt.getFullYear()));
    await expectFits(page);
    await picture(page, 'certificate-genuine-english');
  });

  it('are told unknown where what was scanned is no address of ours', async () => {
    const page = await openPage(app, await visitorOf(browser, { width: 360 }), '/certificates/verify#%E4%');
    await page.locator('[aria-invalid="true"]').waitFor();
    await expectFits(page);
  });

  it('are revoked, and say so to whoever checks them', async () => {
    await desk.getByRole('button', { name: `撤销证书 ${certificate.number}` }).click();
    await desk.getByRole('dialog').getByLabel('原因').fill('经查申报材料不实');
    await desk.getByRole('dialog').getByRole('button', { name: '撤销证书' }).click();
    await desk.getByText('经查申报材料不实').waitFor();
    const context = await visitorOf(browser, { locale: 'en-GB' });
    const page = await openPage(app, context, `/certificates/verify#${certificate.code}`);
    await page.getByText('Revoked', { exact: true }).first().waitFor();
    await page.getByText('经查申报材料不实').waitFor();
    await expectFits(page);
    await picture(page, 'certificate-revoked');
  });
});
