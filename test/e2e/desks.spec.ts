import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handIn, openScoring, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';

const LONG =
  '面向京津冀协同的高精度北斗授时芯片商业计划书（2026年终稿·含五年财务预测与落地方案）V12.3-final-final_revised.pdf';

/** What judges and the chair need beside the scores: materials, papers, reasons that are not lost. */
describe('the desks', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let judge: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    await handIn(app, stage.projects.a, [
      ['PLAN', LONG],
      ['DECK', '路演文稿.pdf'],
      ['PLEDGE', '承诺书-签字.pdf'],
    ]);
    await handIn(app, stage.projects.b, [['PLAN', '乙-商业计划书.pdf']]);
    const seat = await contextOf(app, browser, stage.judges[0]!.person, { width: 1024, touch: true });
    judge = await openPage(app, seat, `/roadshow/${stage.id}/desk`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  describe('materials', () => {
    it('are read from the draw on, before anybody is on stage', async () => {
      expect(await judge.getByText('材料').count()).toBe(0);
      await stage.organiser.post(`${stage.path}/draw`).expect(204);
      const row = judge.getByRole('listitem').filter({ hasText: '丙 项目' });
      await row.getByText('材料').tap();
      await row.getByText('没有供评委查阅的材料').waitFor();
      await judge.getByRole('listitem').filter({ hasText: '乙 项目' }).getByText('材料').tap();
      await judge.getByText('乙-商业计划书.pdf').waitFor();
      await picture(judge, 'materials-waiting');
      await expectFits(judge);
    });

    it('of the entry on stage are one tap away; a PDF opens beside the desk', async () => {
      await stage.chair.post(`${stage.path}/start`).expect(204);
      await openScoring(stage, stage.a);
      const materials = judge.locator('section.entry details.materials');
      await judge.getByRole('heading', { name: '甲 项目' }).waitFor();
      await materials.getByText('2', { exact: true }).waitFor();
      await picture(judge, 'materials-closed');
      await materials.getByText('材料').tap();
      expect(await materials.getByRole('link').count()).toBe(2);
      expect(await materials.innerText()).not.toContain('承诺书');
      await picture(judge, 'materials-open');
      await expectFits(judge);
      const [opened] = await Promise.all([
        judge.context().waitForEvent('page'),
        materials.getByRole('link', { name: /商业计划书/ }).tap(),
      ]);
      await opened.waitForURL(/\/api\/v1\/files\/.*disposition=inline/);
      await opened.close();
      expect(await judge.getByRole('heading', { name: '甲 项目' }).isVisible()).toBe(true);
    });

    it('say what is wrong where they cannot be had, and come with the next try', async () => {
      await judge.context().route('**/materials', (route) => route.abort());
      await judge.reload();
      const materials = judge.locator('section.entry details.materials');
      await materials.getByText('材料').tap();
      await materials.getByRole('alert').waitFor();
      await picture(judge, 'materials-failed');
      await judge.context().unroute('**/materials');
      await materials.getByRole('button', { name: '重试' }).tap();
      await materials.getByRole('link').first().waitFor();
    });

    it('are nowhere for who is recused', async () => {
      const seat = await contextOf(app, browser, stage.judges[6]!.person, { width: 360, touch: true, locale: 'en-GB' });
      const recused = await openPage(app, seat, `/roadshow/${stage.id}/desk`);
      await recused.locator('details.materials summary').tap();
      await recused.getByRole('link', { name: /Business plan/ }).waitFor();
      await picture(recused, 'materials-en');
      await expectFits(recused);
      await recused.getByRole('button', { name: 'Declare a recusal' }).tap();
      await recused.getByLabel('Reason').fill('Kin');
      await recused.getByRole('dialog').getByRole('button', { name: 'Declare a recusal' }).tap();
      await recused.getByText('You are recused from this entry').waitFor();
      expect(await recused.locator('details.materials').count()).toBe(0);
    });
  });
});
