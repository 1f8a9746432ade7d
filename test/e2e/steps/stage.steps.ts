import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CRITERIA, type Points, type Stage, setStageIn } from '../../api/roadshow-session.js';
import { type Balancer, startBalancer } from '../../support/balancer.js';
import { organiserOf } from '../../support/contest.js';
import { expectFits, openPage, picture } from '../../support/pages.js';
import { makePerson, TEST_PASSWORD } from '../../support/people.js';
import { arrive, bring, bringStaff, type Journey, readMail } from '../journey.js';

/** What the contest's steps accepted. */
const ACCEPTED = '面向北斗的高精度授时芯片';

/** In points, by seat: 86, 88.5, 91 (highest), 79.5 (lowest), 84, 90, 87.5; (86 + 88.5 + 84 + 90 + 87.5) / 5 = 87.20. */
const A: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];
/** Seat 7 is recused: 86.5, 88, 90.5 (highest), 85 (lowest), 87, 89.5; (86.5 + 88 + 87 + 89.5) / 4 = 87.75. */
const B: Points[] = [
  [27, 21.5, 17, 8.5, 12.5],
  [27.5, 22, 17.5, 8, 13],
  [28, 22.5, 18, 9, 13],
  [26.5, 21, 17, 8, 12.5],
  [27, 21.5, 17.5, 8.5, 12.5],
  [28, 22.5, 18, 8.5, 12.5],
];
/** 86, 88.5, 92.5 (highest), 79 (lowest), 84, 90, 87.5: 87.20 again; technology 26.90 against A's 27.10 places it behind. */
const C: Points[] = [
  [26.5, 22, 17, 8, 12.5],
  [27, 22.5, 17.5, 8.5, 13],
  [28, 23.5, 18.5, 9, 13.5],
  [23.5, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];

/** Seven judges score the accepted project and two more live, in browsers of their own, before a big screen. */
export function stageSteps(journey: Journey): void {
  describe('the stage, by hand', () => {
    let stage: Stage;
    let organiser: BrowserContext;
    let setup: Page;
    let screen: Page;
    let chair: Page;
    let first: BrowserContext;
    let judges: Page[];
    let supervisor: Page;
    let manager: Page;
    /** Between the third judge's tablet and the server. */
    let line: Balancer;
    const bringStaffOf = async (name: string, role: 'recorder' | 'supervisor' | 'stage_manager') =>
      bring(journey, await makePerson(journey.app, name, [{ role, scopeType: 'session', scopeId: stage.id }], false));
    const title = (entry: 'a' | 'b' | 'c') => stage.projects[entry].title;
    const open = (context: BrowserContext, path: string) => openPage(journey.app, context, path);

    beforeAll(async () => {
      organiser = await bringStaff(journey, '郑组织', [organiserOf()]);
      line = await startBalancer([Number(new URL(journey.app.url).port)]);
    });
    afterAll(() => line?.close());

    it('is set up, and its first judge invited by a link that works once', async () => {
      setup = await open(organiser, '/roadshow');
      await setup.getByRole('button', { name: '新建场次' }).first().click();
      await setup.getByLabel('场次名称').fill('决赛第一场');
      await setup.getByLabel('地点（厅室）').fill('大剧院');
      await setup.getByLabel('阶段').selectOption({ label: '决赛' });
      await setup.locator('form').getByRole('button', { name: '新建场次' }).click();
      await setup.getByText('还没有编入项目').waitFor();
      const id = new URL(setup.url()).pathname.split('/').at(-1)!;
      journey.subjects.set('session', id);
      await setup.getByRole('button', { name: '编入项目' }).click();
      await setup.getByLabel(new RegExp(ACCEPTED)).check();
      await setup.getByRole('button', { name: '编入 1 个项目' }).click();
      await setup.getByText(ACCEPTED).first().waitFor();
      await picture(setup, 'stage-empty');
      await expectFits(setup);

      const invite = await open(organiser, '/people/invite');
      await invite.getByLabel('角色', { exact: true }).selectOption('judge');
      await invite.getByLabel('范围类别').selectOption('session');
      await invite.getByLabel(/^范围 · /).click();
      await invite.getByRole('option', { name: /决赛第一场/ }).click();
      await invite.getByLabel(/^姓名/).fill('评委1');
      await invite.getByLabel(/^邮箱/).fill('judge-one@example.com');
      await picture(invite, 'invite');
      await invite.locator('form button[type="submit"]').click();
      await invite.waitForURL('**/people/invitations');
      first = await arrive(journey, '评委1', { width: 1024 });
      const link = (await readMail(journey, first, 'judge-one@example.com', /邀请您担任/)).href!;
      const page = await open(first, new URL(link).pathname + new URL(link).hash);
      await page.getByText('邀请您担任“评委”').waitFor();
      await page.getByLabel('设置密码').fill(TEST_PASSWORD);
      await page.getByRole('checkbox').check();
      await picture(page, 'invitation');
      await page.getByRole('button', { name: '接受邀请' }).click();
      await page.waitForURL('**/tasks');
      const { person } = await (await first.request.get(`${journey.app.url}/api/v1/session`)).json();
      journey.people.get('评委1')!.id = person.id;
      const again = await open(
        await journey.browser.newContext({ locale: 'zh-CN' }),
        new URL(link).pathname + new URL(link).hash,
      );
      await again.getByText('identity.invitation_not_valid').waitFor();
      expect(await again.getByRole('button', { name: '接受邀请' }).count()).toBe(0);

      await setup.reload();
      await setup.getByLabel(/^评委（1 号席）/).selectOption({ label: '评委1' });
      await setup.getByLabel('工作单位').fill('单位 1');
      await setup.getByRole('button', { name: '就座' }).click();
      await setup.getByText('没有可就座的评委').waitFor();
      stage = await setStageIn(journey.app, id, ACCEPTED);
    });

    it('gathers its judges at their desks and its entrants at the recorder’s', async () => {
      await setup.reload();
      await setup.getByRole('button', { name: '开始签到' }).click();
      await setup.getByRole('dialog').getByRole('button', { name: '开始签到' }).click();
      await setup.getByText('签到中').first().waitFor();
      const recorder = await open(await bringStaffOf('场记甲', 'recorder'), `/roadshow/${stage.id}/sign-in`);
      await recorder.getByRole('heading', { name: '评委 0 / 7' }).waitFor();
      const desk = `/roadshow/${stage.id}/desk`;
      judges = [await open(first, desk)];
      for (const judge of stage.judges.slice(1)) {
        const context = await bring(journey, judge.person, { width: 1024 });
        const app = judge.seatNo === 3 ? { ...journey.app, url: line.url } : journey.app;
        judges.push(await openPage(app, context, desk));
      }
      for (const page of judges) {
        await page.getByRole('button', { name: '我已到场，签到' }).click();
        await page.getByRole('heading', { name: '请签到' }).waitFor({ state: 'detached' });
      }
      await recorder.getByRole('heading', { name: '评委 7 / 7' }).waitFor();
      for (const [index, entry] of (['a', 'b', 'c'] as const).entries()) {
        await recorder.getByRole('button', { name: `签到 ${title(entry)}` }).click();
        const dialog = recorder.getByRole('dialog');
        await dialog.getByLabel('发言人 1').fill(`发言人${index + 1}`);
        await dialog.getByRole('button', { name: '签到' }).click();
        await recorder.getByRole('heading', { name: `项目 ${index + 1} / 3` }).waitFor();
      }
      await recorder.getByText('发言人1').waitFor();
      await picture(recorder, 'stage-sign-in');
      await expectFits(recorder);
    });

    it('is drawn by lot, and its screen opened with a link alone', async () => {
      await setup.reload();
      await setup.getByText('抽签后公布', { exact: true }).waitFor();
      await setup.getByRole('button', { name: '抽签定序' }).click();
      await setup.getByRole('dialog').getByRole('button', { name: '抽签定序' }).click();
      await setup.getByText('已抽签').first().waitFor();
      await setup.getByLabel('屏幕位置').fill('主屏');
      await setup.getByRole('button', { name: '生成大屏链接' }).click();
      const link = await setup.locator('input[readonly]').inputValue();
      await picture(setup, 'stage-setup');
      const audience = await journey.browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
      screen = await open(audience, link);
      await screen.getByText('即将开始').waitFor();
      await screen.getByText('亮分后显示排名').waitFor();
    });

    it('has its draw witnessed by a supervisor', async () => {
      supervisor = await open(await bringStaffOf('监督员甲', 'supervisor'), `/roadshow/${stage.id}/record`);
      await supervisor.getByText('待监督员见证').waitFor();
      await supervisor.getByRole('button', { name: '我已核对，予以见证' }).click();
      await supervisor.getByRole('dialog').getByRole('button', { name: '我已核对，予以见证' }).click();
      await supervisor.getByText('已见证').waitFor();
      await supervisor.getByText('本场结束后，成绩列在这里').waitFor();
    });

    it('is started by its chair, the judges at their desks', async () => {
      const person = await makePerson(
        journey.app,
        '王组长',
        [{ role: 'chair', scopeType: 'session', scopeId: stage.id }],
        false,
      );
      chair = await open(await bring(journey, person), `/roadshow/${stage.id}/chair`);
      await chair.getByRole('button', { name: '开始路演' }).click();
      await chair.getByRole('dialog').getByRole('button', { name: '开始路演' }).click();
      for (const page of judges) await page.getByText('等待叫号').waitFor();
      await chair.locator('[data-test="quorum"]').getByText('签到评委 7 位，至少 5 位').waitFor();
    });

    it('has a stage manager, who finds their desk from the sessions and is told who is there', async () => {
      const sessions = await open(await bringStaffOf('梁监督', 'stage_manager'), '/roadshow');
      await sessions.getByRole('link', { name: '进入舞台监督台' }).click();
      await sessions.getByText('台上没有项目').waitFor();
      manager = sessions;
      await manager.locator('[data-test="quorum"]').getByText('签到评委 7 位，至少 5 位').waitFor();
      await manager.getByRole('button', { name: '遮蔽大屏' }).click();
      await screen.getByText('亮分后显示排名').waitFor({ state: 'detached' });
      await manager.getByRole('button', { name: '恢复大屏' }).click();
      await screen.getByText('亮分后显示排名').waitFor();
      await manager.getByRole('button', { name: '中场休息' }).click();
      await manager.getByRole('dialog').getByRole('textbox').last().fill('茶歇');
      await manager.getByRole('dialog').getByRole('button', { name: '中场休息' }).click();
      await screen.getByRole('heading', { name: '茶歇' }).waitFor();
      expect(await manager.getByRole('button', { name: /结束本场|中止|揭晓/ }).count()).toBe(0);
    });

    async function scoreAt(page: Page, points: Points, button: string): Promise<void> {
      for (const [index, code] of CRITERIA.entries())
        await page.locator(`input[name="scores.${code}"]`).fill(String(points[index]));
      await page.locator('input[name="scores.LANDING"]').blur();
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').getByRole('button', { name: button }).click();
    }
    /** What happens otherwise than planned while an entry is on. */
    interface Incidents {
      /** The seat whose tablet loses its network for a minute. */
      offline?: number;
      /** The seat whose judge errs at first, and is asked to correct. */
      corrects?: { seat: number; wrong: Points; told: string };
      /** Who leads the entry over the stage; the chair unless said otherwise. */
      by?: Page;
    }
    /** The timer, stopped and prolonged by the stage manager. */
    async function isTimed(): Promise<void> {
      const clock = manager.getByRole('timer');
      await manager.getByRole('button', { name: '暂停计时' }).click();
      await screen.getByText('暂停', { exact: true }).waitFor();
      await chair.getByText('已暂停').waitFor();
      const stood = await clock.innerText();
      await manager.getByRole('button', { name: '加 1 分钟' }).click();
      await expect.poll(async () => minutes(await clock.innerText())).toBe(minutes(stood) + 1);
      expect(minutes(await chair.getByRole('timer').innerText())).toBe(minutes(stood) + 1);
      await manager.getByRole('button', { name: '继续计时' }).click();
      await screen.getByText('暂停', { exact: true }).waitFor({ state: 'detached' });
    }
    const minutes = (clock: string) => Number(clock.split(':')[0]);
    /** One entry from its call to its score on the screen. `sheets` are by seat; a seat without one is recused. */
    async function perform(
      heading: string,
      sheets: readonly Points[],
      totals: readonly string[],
      score: string,
      { offline, corrects, by = chair }: Incidents = {},
    ) {
      await by.locator('li', { hasText: heading }).getByRole('button', { name: '叫号' }).click();
      await screen.getByRole('heading', { name: heading }).waitFor();
      await by.getByRole('button', { name: '开始陈述' }).click();
      await screen.getByText('路演陈述').waitFor();
      if (by === manager) await isTimed();
      await by.getByRole('button', { name: '开始提问' }).click();
      await by.getByRole('button', { name: '开放评分' }).click();
      if (by === manager) {
        await manager.getByRole('button', { name: '提醒 2 号席提交评分' }).click();
        await judges[1]!.getByText('请您尽快提交评分').waitFor();
        await manager.getByText('已提醒').waitFor();
        await picture(manager, 'stage-manager');
        await expectFits(manager);
      }
      await Promise.all(
        judges.map(async (page, at) => {
          const seat = at + 1;
          await page.getByRole('heading', { name: heading }).waitFor();
          const points = seat === corrects?.seat ? corrects.wrong : sheets[at];
          if (!points) {
            await page.getByText('您已回避此项目').waitFor();
            return;
          }
          if (seat === offline) {
            await page.getByText('评委评分').waitFor();
            await page.context().setOffline(true);
            line.cut();
            const since = Date.now();
            await scoreAt(page, points, '提交评分');
            await page.getByText('网络中断，评分已存在本机').waitFor();
            await expect.poll(() => Date.now() - since, { timeout: 65_000, interval: 1_000 }).toBeGreaterThan(60_000);
            await page.getByText('网络中断，评分已存在本机').waitFor();
            await chair.getByText(`已评 ${sheets.length - 1} / ${sheets.length}`).waitFor();
            line.heal();
            await page.context().setOffline(false);
          } else {
            await scoreAt(page, points, '提交评分');
          }
          const told = seat === corrects?.seat ? corrects.told : totals[at];
          await page.getByText(`服务器已收到 ${told} 分`).waitFor();
        }),
      );
      await screen.getByText(`已评 ${sheets.length} / ${sheets.length}`).waitFor();
      const sealed = await screen.locator('body').innerText();
      for (const figure of [...totals, score]) if (!shown.has(figure)) expect(sealed).not.toContain(figure);
      if (by === manager) {
        await manager.getByText('全部评委已提交，等待组长锁定').waitFor();
        expect(await manager.getByText('已提交', { exact: true }).count()).toBe(7);
        expect(await manager.getByRole('button', { name: /锁定|亮分|重开|无效|裁定|退赛|纸质/ }).count()).toBe(0);
        const told = await manager.locator('body').innerText();
        for (const figure of [...totals, score]) expect(told).not.toContain(figure);
      }
      await chair.getByRole('button', { name: '锁定评分' }).click();
      if (corrects) {
        const { seat } = corrects;
        const page = judges[seat - 1]!;
        await chair.getByRole('button', { name: `重开 ${seat} 号席的评分单` }).click();
        await chair.getByRole('dialog').getByRole('textbox').fill('评委误触');
        await chair.getByRole('dialog').getByRole('button', { name: '重开' }).click();
        await page.getByText('组长请您更正此项目的评分：评委误触').waitFor();
        await scoreAt(page, sheets[seat - 1]!, '提交更正');
        await page.getByText(`服务器已收到 ${totals[seat - 1]} 分`).waitFor();
        await chair.getByText('等待更正').waitFor({ state: 'detached' });
        const still = await screen.locator('body').innerText();
        for (const figure of [...totals, score, corrects.told])
          if (!shown.has(figure)) expect(still).not.toContain(figure);
      }
      await chair.getByRole('button', { name: '亮分', exact: true }).click();
      await chair.getByRole('dialog').getByRole('button', { name: '亮分' }).click();
      await screen.locator('[data-test="final"]', { hasText: score }).waitFor();
      for (const figure of [...totals, score]) shown.add(figure);
    }
    /** Figures that the audience has seen. */
    const shown = new Set<string>();
    const struck = () => screen.locator('.judges s').allInnerTexts();
    const board = () => screen.locator('.board li').allInnerTexts();

    it('shows the first score, struck of its highest and lowest, without a reload', async () => {
      await perform(title('a'), A, ['86.00', '88.50', '91.00', '79.50', '84.00', '90.00', '87.50'], '87.20', {
        by: manager,
      });
      expect(await struck()).toEqual(['91.00', '79.50']);
      await picture(judges[0]!, 'stage-judge');
      await picture(chair, 'stage-chair');
      await screen.setViewportSize({ width: 1920, height: 1080 });
    });

    it('leaves the recused seat out', async () => {
      await perform(title('b'), B, ['86.50', '88.00', '90.50', '85.00', '87.00', '89.50'], '87.75');
      expect(await struck()).toEqual(['90.50', '85.00']);
      await screen
        .locator('.judges li')
        .filter({ hasText: /评委 7\s*回避/ })
        .waitFor();
    });

    it('breaks the tie by technology, after a minute without network at one tablet and a correction at another', async () => {
      await perform(title('c'), C, ['86.00', '88.50', '92.50', '79.00', '84.00', '90.00', '87.50'], '87.20', {
        offline: 3,
        corrects: { seat: 2, wrong: [17, 22.5, 17.5, 8.5, 13], told: '78.50' },
      });
      expect(await struck()).toEqual(['92.50', '79.00']);
      const rows = (await board()).map((row) => row.split('\n').map((part) => part.trim()));
      expect(rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
        ['1', title('b'), '87.75'],
        ['2', title('a'), '87.20'],
        ['3', title('c'), '87.20'],
      ]);
      await picture(screen, 'stage-screen');
    });

    it('is closed, signed on paper, witnessed and confirmed for good', async () => {
      await chair.getByRole('button', { name: '结束本场' }).click();
      await chair.getByRole('dialog').getByRole('button', { name: '结束本场' }).click();
      await screen.getByText('本场路演已结束').waitFor();
      const record = await open(chair.context(), `/roadshow/${stage.id}/record`);
      const code = await record.locator('[data-test="code"]').innerText();
      await record.getByRole('button', { name: '登记签字 1 号席 评委1' }).click();
      await record.getByRole('listitem').filter({ hasText: '1 号席' }).getByText('已签').waitFor();
      await record.getByRole('button', { name: '全部已签' }).click();
      await record.getByRole('dialog').getByRole('button', { name: '全部已签' }).click();
      await record.getByText('未签').first().waitFor({ state: 'detached' });
      await supervisor.reload();
      expect(await supervisor.locator('[data-test="code"]').innerText()).toBe(code);
      await supervisor.getByText('87.75').waitFor();
      await supervisor.getByRole('button', { name: '我已核对，予以见证' }).click();
      await supervisor.getByRole('dialog').getByRole('button', { name: '我已核对，予以见证' }).click();
      await supervisor.getByRole('button', { name: '我已核对，予以见证' }).waitFor({ state: 'detached' });
      await picture(supervisor, 'stage-record');
      await expectFits(supervisor);
      await record.reload();
      await record.getByRole('button', { name: '确认成绩' }).click();
      await record.getByRole('dialog').getByRole('button', { name: '确认成绩' }).click();
      await record.getByText('已确认，成绩不再改动。').waitFor();
      await picture(record, 'stage-confirmed');
    });
  });
}
