import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, CRITERIA, openScoring, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { Project } from '@haishi/contest';
import { AbsenceService } from '@haishi/contest/roadshow/absence.service';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, promoted } from '../support/people.js';

/** Equal sheets of 80.00, and one that is far off. */
const EQUAL: Points = [24, 20, 16, 8, 12];
const OFF: Points = [30, 25, 20, 10, 15];

/** A Chinese character of this share of a screen's height is read from ten metres where the screen is two metres high. */
const LEAST_PERCENT = 2.2;

/**
 * Every word on a screen is large enough for the last row, on a usual screen and on a wide one; `least` says how many
 * percent of the height letters there have at least.
 */
async function expectReadable(screen: Page, least: Record<string, number>): Promise<void> {
  const before = screen.viewportSize()!;
  for (const [width, height] of [
    [1920, 1080],
    [2560, 1080],
  ] as const) {
    await screen.setViewportSize({ width, height });
    const small = await screen.evaluate(
      ({ least: named, all }) => {
        const percent = (element: Element) => (parseFloat(getComputedStyle(element).fontSize) / innerHeight) * 100;
        const shown = (element: Element) => element.getClientRects().length > 0 && !element.closest('.visually-hidden');
        const spoken = [...document.querySelectorAll('.session *')].filter(
          (element) =>
            shown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
        );
        const found = spoken.filter((element) => percent(element) < all).map((element) => element.outerHTML);
        for (const [selector, bound] of Object.entries(named)) {
          const elements = [...document.querySelectorAll(selector)].filter(shown);
          if (elements.length === 0) found.push(`no ${selector}`);
          found.push(...elements.filter((one) => percent(one) < bound).map((one) => `${selector}: ${percent(one)}`));
        }
        return found;
      },
      { least, all: LEAST_PERCENT },
    );
    expect({ width, small }).toEqual({ width, small: [] });
  }
  await screen.setViewportSize(before);
}

/** What goes otherwise than planned, at the chair's desk, at a judge's, and before the big screen. */
describe('the chair, when it goes otherwise than planned', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let chair: Page;
  let judge: Page;
  let screen: Page;

  const row = (title: string) =>
    chair.getByRole('region', { name: '出场顺序' }).getByRole('listitem').filter({ hasText: title });
  async function giveReason(reason: string, action: string): Promise<void> {
    const dialog = chair.getByRole('dialog');
    const button = dialog.getByRole('button', { name: action, exact: true });
    expect(await button.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').last().fill(reason);
    await button.click();
    await dialog.waitFor({ state: 'hidden' });
  }
  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    const person = await makePerson(app, '组长甲', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]);
    await begin(stage);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const room = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    screen = await openPage(app, room, `/screen#${body.token}`);
    chair = await openPage(app, await contextOf(app, browser, person), `/roadshow/${stage.id}/chair`);
    const seat = await contextOf(app, browser, stage.judges[0]!.person, { width: 1024 });
    judge = await openPage(app, seat, `/roadshow/${stage.id}/desk`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('says to a chair who also judges that scores are sealed here which they see, and where their own sheet is', async () => {
    await chair
      .getByRole('heading', { name: '评分情况（密封）' })
      .or(chair.getByText('台上没有项目'))
      .first()
      .waitFor();
    expect(await chair.getByText(/您也是本场/).count()).toBe(0);
    const { person } = stage.judges[3]!;
    await promoted(app, person, { role: 'chair', scopeType: 'session', scopeId: stage.id });
    const page = await openPage(
      app,
      await contextOf(app, browser, person, { locale: 'en-GB' }),
      `/roadshow/${stage.id}/chair`,
    );
    await page.getByText('You also judge here, on seat 4').waitFor();
    await page.getByText(/^As the chair you see here what other judges gave/).waitFor();
    await expectFits(page);
    await picture(page, 'conduct-judging-chair-english');
    await page.getByRole('link', { name: 'To your desk' }).click();
    await page.waitForURL(/\/desk$/);
    await page.close();
  });

  it('puts off an entry that is not there', async () => {
    await row('甲 项目').getByRole('button', { name: '叫号' }).click();
    await screen.getByText('请上台').waitFor();
    await row('甲 项目').getByRole('button', { name: '未到场，延后' }).click();
    await row('甲 项目').getByText('缺席，已延后').waitFor();
    expect(await chair.getByRole('region', { name: '出场顺序' }).getByRole('listitem').last().innerText()).toContain(
      '甲 项目',
    );
    await screen.getByText('请上台').waitFor({ state: 'detached' });
    await picture(chair, 'conduct-skipped');
  });

  it('calls a judge who has not scored, who sees it', async () => {
    await stage.chair.post(`${stage.path}/call`).send({ entryId: stage.b }).expect(204);
    await stage.chair.post(`${stage.path}/phase`).send({ entryId: stage.b, phase: 'pitch' }).expect(204);
    await screen.getByRole('timer').waitFor();
    await expectReadable(screen, { '[role="timer"]': 20, h1: 6, '.team': 3 });
    await chair.getByRole('button', { name: '开放评分' }).click();
    await chair.getByRole('button', { name: '提醒 1 号席提交评分' }).click();
    await judge.getByRole('alert').waitFor();
    await picture(judge, 'conduct-called');
    await chair.getByRole('button', { name: '提醒 1 号席提交评分' }).click();
    await chair.getByText(/刚刚已提醒过该评委/).waitFor();
    for (const [index, one] of stage.judges.slice(0, 6).entries())
      await submit(stage, one, stage.b, index === 0 ? OFF : EQUAL).expect(200);
    await judge.getByRole('alert').waitFor({ state: 'detached' });
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.b }).expect(204);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.b }).expect(204);
  });

  it('strikes a sheet: the screen changes only once it is shown again, also where the score stays', async () => {
    await row('乙 项目').getByRole('button', { name: '乙 项目' }).click();
    const again = chair.getByRole('button', { name: '重新亮分' });
    expect(await again.count()).toBe(0);
    await chair.getByRole('button', { name: '判为无效：1 号席的评分单' }).click();
    await giveReason('评委误把百分制当满分', '判为无效');
    await chair.getByText('无效', { exact: true }).waitFor();
    expect(await screen.locator('.judges li').count()).toBe(7);
    await again.click();
    await chair.getByRole('dialog').getByRole('button', { name: '亮分' }).click();
    await screen.locator('.judges li').filter({ hasText: '100.00' }).waitFor({ state: 'detached' });
    const seats = (await screen.locator('.judges li').allInnerTexts()).map((text) => text.split(/\s*\n\s*/));
    expect(seats.map(([who]) => who)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `评委 ${n}`));
    expect([seats[0]![1], seats[6]![1]]).toEqual(['评分无效', '回避']);
    await again.waitFor({ state: 'detached' });
    await picture(chair, 'conduct-struck');
    await expectReadable(screen, {
      '.points': 4,
      '[data-test="final"]': 11,
      '.board .place': 3.5,
      '.board .title': 2.8,
    });
    await picture(screen, 'conduct-struck-screen');
    await expectFits(chair);
    await chair.getByRole('button', { name: '撤销无效：1 号席的评分单' }).click();
    await giveReason('复核后有效', '撤销无效');
    await again.click();
    await chair.getByRole('dialog').getByRole('button', { name: '亮分' }).click();
    await screen.locator('.judges li').filter({ hasText: '100.00' }).waitFor();
    await again.waitFor({ state: 'detached' });
  });

  it('blanks every screen at once, and brings it back', async () => {
    await chair.getByRole('button', { name: '遮蔽大屏' }).click();
    await screen.getByText('乙 项目').first().waitFor({ state: 'detached' });
    await picture(screen, 'conduct-blank');
    await chair.getByRole('button', { name: '恢复大屏' }).click();
    await screen.getByText('乙 项目').first().waitFor();
  });

  it('rests: screens and judges are told what and until when, beside the board', async () => {
    await chair.getByRole('button', { name: '中场休息' }).click();
    await chair.getByRole('dialog').getByLabel('恢复时间（大屏会显示）').fill('2031-05-06T10:30');
    await giveReason('茶歇', '中场休息');
    await screen.getByRole('heading', { name: '茶歇' }).waitFor();
    await screen.getByText(/2031.*10:30/).waitFor();
    await judge.getByText('茶歇').waitFor();
    await expectReadable(screen, { h1: 8, '.board .score': 3.5, '.board .title': 3, '.board .team': 2.4 });
    await picture(screen, 'conduct-intermission');
    await chair.getByRole('button', { name: '结束休息' }).click();
    await screen.getByRole('heading', { name: '茶歇' }).waitFor({ state: 'detached' });
  });

  it('stops and goes on another day; screens say until when, and not why', async () => {
    await chair.getByRole('button', { name: '中止' }).click();
    await chair.getByLabel('恢复时间（大屏会显示）').fill('2031-05-06T09:30');
    await giveReason('会场停电', '中止');
    await chair.getByText('会场停电').waitFor();
    await judge.getByText('会场停电').waitFor();
    await screen.getByText(/2031/).waitFor();
    expect(await screen.getByText('会场停电').count()).toBe(0);
    await picture(screen, 'conduct-stopped-screen');
    await picture(chair, 'conduct-stopped');
    await expectFits(chair);
    await row('丙 项目').getByRole('button', { name: '丙 项目' }).click();
    await row('丙 项目').getByRole('button', { name: '退赛', exact: true }).click();
    await giveReason('负责人放弃', '退赛');
    await row('丙 项目').getByRole('button', { name: '撤销退赛' }).waitFor();
    await chair.getByRole('button', { name: '恢复路演' }).click();
    await chair.getByText('会场停电').waitFor({ state: 'detached' });
  });

  it('takes a withdrawal back', async () => {
    await row('丙 项目').getByRole('button', { name: '撤销退赛' }).click();
    await giveReason('与负责人核实，仍然参赛', '撤销退赛');
    await row('丙 项目').getByRole('button', { name: '叫号' }).waitFor();
  });

  it('lets a judge hand in late who could not, also while another entry has the stage', async () => {
    await openScoring(stage, stage.a);
    for (const one of stage.judges.slice(1)) await submit(stage, one, stage.a, EQUAL).expect(200);
    await chair.getByRole('button', { name: '锁定评分' }).click();
    await chair.getByText(/1 号席尚未提交；锁定后须经您准予才能补交。/).waitFor();
    await giveReason('1 号席平板故障', '锁定评分');
    await openScoring(stage, stage.c);
    await judge.getByRole('heading', { name: '丙 项目' }).waitFor();
    await row('甲 项目').getByRole('button', { name: '甲 项目' }).click();
    await chair.getByRole('button', { name: '准予 1 号席补交评分' }).click();
    await giveReason('平板已更换', '准予补交');
    await chair.getByText('等待补交').waitFor();
    const waiting = judge.getByRole('button', { name: /甲 项目.*可补交/ });
    await waiting.waitFor();
    await judge.reload();
    await judge.getByRole('heading', { name: '丙 项目' }).waitFor();
    await waiting.click();
    await judge.getByText('组长准予您补交此项目的评分').waitFor();
    await picture(judge, 'conduct-late');
    await expectFits(judge);
    for (const [index, code] of CRITERIA.entries())
      await judge.locator(`input[name="scores.${code}"]`).fill(String(EQUAL[index]));
    await judge.locator('input[name="scores.LANDING"]').blur();
    await judge.getByRole('button', { name: '提交评分' }).click();
    await judge.getByRole('dialog').getByRole('button', { name: '提交评分' }).click();
    await judge.getByText('服务器已收到 80.00 分').waitFor();
    await chair.getByText('等待补交').waitFor({ state: 'detached' });
  });

  it('rules a tie that nothing else breaks, and closes only when all was told', async () => {
    for (const one of stage.judges) await submit(stage, one, stage.c, EQUAL).expect(200);
    await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.c }).expect(204);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.c }).expect(204);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);
    const board = chair.getByRole('region', { name: '当前排名（密封）' });
    const tied = board.getByRole('listitem').filter({ hasText: '丙 项目' });
    await tied.getByRole('button', { name: '裁定在前' }).click();
    await giveReason('评审组合议', '裁定名次');
    await tied.getByRole('button', { name: '撤销裁定' }).waitFor();
    await picture(chair, 'conduct-ruled');
    expect((await screen.locator('.board li').allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual([
      '1',
      '2',
      '3',
    ]);
    await row('丙 项目').getByRole('button', { name: '丙 项目' }).click();
    await chair.getByRole('button', { name: '重开 1 号席的评分单' }).click();
    await giveReason('笔误', '重开');
    await chair.getByRole('button', { name: '结束本场' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await submit(stage, stage.judges[0]!, stage.c, [23, 20, 16, 8, 12], { revision: 1 }).expect(200);
    await chair.getByRole('button', { name: '结束本场' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '结束本场' }).click();
    await chair.getByText('1 个已亮分项目的成绩更正后尚未重新亮分').waitFor();
    await chair.getByRole('button', { name: '重新亮分' }).first().click();
    await chair.getByRole('dialog').getByRole('button', { name: '亮分' }).click();
    await chair.getByRole('dialog').waitFor({ state: 'hidden' });
    const moved = (title: string) => screen.locator('.board li').filter({ hasText: title }).innerText();
    await screen.locator('.board li').filter({ hasText: '▼' }).waitFor();
    expect(await moved('丙 项目')).toMatch(/^3\s.*▼1\s+下降 1 位/s);
    expect(await moved('甲 项目')).toMatch(/^2\s.*▲1\s+上升 1 位/s);
    expect(await moved('乙 项目')).toMatch(/^1\s.*名次不变/s);
    await picture(screen, 'conduct-moved');
    await chair.getByRole('button', { name: '结束本场' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '结束本场' }).click();
    await chair.getByText('已结束').first().waitFor();
  });

  it('hands out what is printed and kept, at the chair’s desk and the judge’s own', async () => {
    const bytesOf = async (page: Page, link: string | RegExp) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
      return readFileSync(await file.path());
    };
    await chair.getByText('纸质材料与数据').click();
    for (const link of ['抽签记录', '空白评分表', /^评分表/, '成绩汇总表', '打印评分表'])
      expect((await bytesOf(chair, link)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await bytesOf(chair, '全部数据')).subarray(0, 2).toString()).toBe('PK');
    const log = (await bytesOf(chair, '事件记录')).toString('utf8').trim().split('\n');
    expect(JSON.parse(log[0]!)).toMatchObject({ kind: 'session', id: stage.id });
    await picture(chair, 'conduct-papers');
    await expectFits(chair);
    expect((await bytesOf(judge, '下载我的评分表')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is told at once that the owner of who has the stage withdrew the project, and takes it out', async () => {
    const other = await setStage(app);
    const role = { role: 'chair', scopeType: 'session', scopeId: other.id } as const;
    const context = await contextOf(app, browser, await makePerson(app, '组长乙', [role]), { locale: 'en-GB' });
    const page = await openPage(app, context, `/roadshow/${other.id}/chair`);
    await begin(other);
    await openScoring(other, other.a);
    await page.getByRole('heading', { name: '甲 项目' }).first().waitFor();
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await work.manager.update(Project, other.projects.a.id, { state: 'withdrawn' });
      await app.get(AbsenceService).projectWithdrew(work, other.projects.a);
    });
    const note = page.getByText('The owner of “甲 项目” withdrew the project. Please take it out.');
    await note.waitFor();
    await expectFits(page);
    await picture(page, 'conduct-gave-up-english');
    await note.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The owner withdrew');
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await note.waitFor({ state: 'detached' });
    await page.close();
  });
});
