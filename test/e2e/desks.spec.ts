import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handIn, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const LONG =
  '面向京津冀协同的高精度北斗授时芯片商业计划书（2026年终稿·含五年财务预测与落地方案）V12.3-final-final_revised.pdf';

const EQUAL: Points = [24, 20, 16, 8, 12];

/** What judges and the chair need beside the scores: materials, papers, reasons that are not lost. */
describe('the desks', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let judge: Page;
  let chair: Page;

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
    const person = await makePerson(app, '组长甲', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]);
    chair = await openPage(app, await contextOf(app, browser, person), `/roadshow/${stage.id}/chair`);
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
      await picture(judge, 'materials-closed');
      await materials.getByText('材料').tap();
      await materials.getByRole('link').nth(1).waitFor();
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

  it('take scores by taps alone on a phone of 360 pixels', async () => {
    const seat = await contextOf(app, browser, stage.judges[1]!.person, { width: 360, touch: true });
    const phone = await openPage(app, seat, `/roadshow/${stage.id}/desk`);
    const criteria = phone.locator('.row-score');
    await criteria.first().waitFor();
    const valueOf = (index: number) => criteria.nth(index).locator('input').inputValue();
    const tap = (index: number, sign: '+' | '−') => criteria.nth(index).getByText(sign, { exact: true }).tap();
    for (let index = 0; index < 5; index += 1) await tap(index, '+');
    const first = Number(await valueOf(0));
    for (const [sign, by] of [
      ['+', 0.5],
      ['+', 1],
      ['−', 0.5],
    ] as const) {
      await tap(0, sign);
      expect(Number(await valueOf(0))).toBe(first + by);
    }
    await criteria.nth(1).locator('.chip').last().tap();
    expect(await valueOf(1)).toBe('25');
    expect(await criteria.nth(1).getByText('+', { exact: true }).isDisabled()).toBe(true);
    for (const stepper of await phone.locator('.stepper').all()) {
      const box = (await stepper.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await expectFits(phone);
    await picture(phone, 'desk-360');
    await phone.getByRole('button', { name: '提交评分' }).tap();
    await phone.getByRole('dialog').getByRole('button', { name: '提交评分' }).tap();
    await phone.getByText(/服务器已收到 [\d.]+ 分/).waitFor();
    const total = (await Promise.all([0, 1, 2, 3, 4].map(async (index) => Number(await valueOf(index))))).reduce(
      (a, b) => a + b,
    );
    await phone.getByText(`服务器已收到 ${total.toFixed(2)} 分`).waitFor();
    await seat.close();
  });

  describe('a reason', () => {
    const dialog = (page: Page) => page.getByRole('dialog');
    const written = (page: Page) => dialog(page).getByLabel('原因');

    it('stays where the network was lost, and goes out with the next try', async () => {
      for (const one of stage.judges.slice(0, 6))
        await submit(stage, one, stage.a, EQUAL, { revision: one.seatNo === 2 ? 1 : 0 }).expect(200);
      await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a }).expect(204);
      await chair.context().route('**/strike', (route) => route.abort());
      await chair.getByRole('button', { name: '判为无效：1 号席的评分单' }).click();
      await written(chair).fill('误把百分制当满分，已与评委本人核实');
      await dialog(chair).getByRole('button', { name: '判为无效' }).click();
      await dialog(chair).getByRole('alert').waitFor();
      expect(await written(chair).inputValue()).toBe('误把百分制当满分，已与评委本人核实');
      await picture(chair, 'reason-unreachable');
      await expectFits(chair);
      await chair.context().unroute('**/strike');
      await dialog(chair).getByRole('button', { name: '重试' }).click();
      await dialog(chair).waitFor({ state: 'hidden' });
      await chair.getByText('无效', { exact: true }).waitFor();
    });

    it('stays where it was refused, says why, and is dropped only by who wrote it', async () => {
      await chair.getByRole('button', { name: '判为无效：2 号席的评分单' }).click();
      await stage.chair.post(`${stage.path}/strike`).send({ entryId: stage.a, seatNo: 2, reason: '先判' }).expect(204);
      await written(chair).fill('重复提交');
      await dialog(chair).getByRole('button', { name: '判为无效' }).click();
      await dialog(chair).getByText('该评分单已判为无效。').waitFor();
      expect(await written(chair).inputValue()).toBe('重复提交');
      await picture(chair, 'reason-refused');
      await dialog(chair).getByRole('button', { name: '取消' }).click();
      await dialog(chair).waitFor({ state: 'hidden' });
      await chair.getByRole('button', { name: '判为无效：3 号席的评分单' }).click();
      expect(await written(chair).inputValue()).toBe('');
      expect(await dialog(chair).getByRole('alert').count()).toBe(0);
      await chair.keyboard.press('Escape');
      await dialog(chair).waitFor({ state: 'hidden' });
    });

    it('is kept beside the field that is at fault', async () => {
      await chair.getByRole('button', { name: '中止' }).click();
      await chair.getByLabel('恢复时间（大屏会显示）').fill('2020-05-06T09:30');
      await written(chair).fill('会场停电');
      await dialog(chair).getByRole('button', { name: '中止' }).click();
      await dialog(chair).getByText('恢复时间应在现在之后。').waitFor();
      expect(await written(chair).inputValue()).toBe('会场停电');
      await picture(chair, 'reason-field');
      await dialog(chair).getByRole('button', { name: '取消' }).click();
      await dialog(chair).waitFor({ state: 'hidden' });
    });

    it('is kept at the judge’s desk and in the setting up as well', async () => {
      await openScoring(stage, stage.c);
      await judge.getByRole('heading', { name: '丙 项目' }).waitFor();
      await judge.context().route('**/recusals/own', (route) => route.abort());
      await judge.getByRole('button', { name: '申请回避' }).tap();
      await written(judge).fill('曾任其顾问');
      await dialog(judge).getByRole('button', { name: '申请回避' }).tap();
      await dialog(judge).getByRole('alert').waitFor();
      expect(await written(judge).inputValue()).toBe('曾任其顾问');
      await judge.context().unroute('**/recusals/own');
      await dialog(judge).getByRole('button', { name: '申请回避' }).tap();
      await judge.getByText('您已回避此项目').first().waitFor();

      const person = await makePerson(app, '组织者甲', [
        { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId },
      ]);
      const setup = await openPage(app, await contextOf(app, browser, person), `/roadshow/${stage.id}`);
      const entry = setup.getByRole('listitem').filter({ hasText: '丙 项目' });
      await entry.getByRole('button', { name: '解除' }).first().click();
      await setup.context().route('**/recusals/lift', (route) => route.abort());
      await written(setup).fill('查明无关联');
      await dialog(setup).getByRole('button', { name: '解除回避' }).click();
      await dialog(setup).getByRole('alert').waitFor();
      expect(await written(setup).inputValue()).toBe('查明无关联');
      await setup.context().unroute('**/recusals/lift');
      await dialog(setup).getByRole('button', { name: '解除回避' }).click();
      await dialog(setup).waitFor({ state: 'hidden' });
      await entry.getByText('曾任其顾问').waitFor({ state: 'detached' });
    });
  });
});
