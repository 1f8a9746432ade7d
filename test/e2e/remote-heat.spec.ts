import { Project } from '@haishi/contest';
import type { Grant } from '@haishi/contracts';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CRITERIA, importEdition, type Points, setStage, type Stage, submit } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture, visitorOf } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const MEETING = 'https://meet.example/eu-heat?pwd=7GfQ';
const SHEET: Points = [24, 20, 16, 8, 12];
const HOUR = 3_600_000;
/** What the meeting is known by wherever it stands. */
const SECRET = /meet\.example|7GfQ/;

/** A heat whose judges and entrants are elsewhere, in English and Chinese, stopped in the middle and resumed another day. */
describe('a heat from afar', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let setup: Page;
  let chair: Page;
  let judge: Page;
  let manager: Page;
  let recorder: Page;
  let supervisor: Page;
  let entrant: Page;
  let screen: Page;
  let phone: Page;
  /** All that the screen and the phone were sent. */
  const sent: string[] = [];

  const asked = (page: Page) => page.getByRole('dialog');
  const clockOf = async (page: Page) => (await page.getByRole('timer').innerText()).match(/\d+:\d\d/)![0];
  const secondsOf = async (page: Page) => {
    const [minutes, seconds] = (await clockOf(page)).split(':').map(Number);
    return minutes! * 60 + seconds!;
  };
  /** A device whose clock is wrong. */
  async function wrong(context: BrowserContext, milliseconds: number): Promise<BrowserContext> {
    await context.addInitScript((off) => {
      const honest = Date.now.bind(Date);
      Date.now = () => honest() + off;
    }, milliseconds);
    return context;
  }
  /** A page of somebody who looks on from outside, who keeps what it is sent. */
  async function outside(page: Page): Promise<Page> {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => sent.push(String(payload))));
    page.on('response', async (response) => {
      if (response.url().includes('/api/')) sent.push(await response.text().catch(() => ''));
    });
    await page.reload();
    await page.locator('h1').first().waitFor();
    return page;
  }

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    const editionId = await importEdition(app);
    stage = await setStage(app, false, { heat: { editionId, regionCode: 'EUA', timeZone: 'Europe/Berlin' } });
    await stage.organiser.post(`/api/v1/editions/${editionId}/open`).set('If-Match', '"1"').expect(204);
    await stage.organiser.post(`${stage.path}/audience/open`).expect(204);
    const here = { scopeType: 'session', scopeId: stage.id } as const;
    const at = async (role: Grant['role'], name: string, path: string, options = {}) => {
      const person = await makePerson(app, name, [{ role, ...here }], false);
      return openPage(app, await contextOf(app, browser, person, options), path);
    };
    const owner = await makePerson(app, '参赛人', []);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, stage.projects.a.id, { ownerId: owner.id }));
    const organises = { role: 'contest_organiser', scopeType: 'region', scopeId: `${editionId}/EUA` } as const;
    const organiser = await makePerson(app, '赛区组织者', [organises]);
    const path = `/roadshow/${stage.id}`;
    setup = await openPage(app, await contextOf(app, browser, organiser), path);
    chair = await at('chair', '组长', `${path}/chair`, { timezoneId: 'Asia/Shanghai' });
    manager = await at('stage_manager', '舞台监督', `${path}/stage`, { locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    recorder = await at('recorder', '场记员', `${path}/sign-in`);
    supervisor = await at('supervisor', '监督员', `${path}/record`);
    const seat = { locale: 'en-GB', timezoneId: 'America/New_York', width: 1024 };
    const tablet = await wrong(await contextOf(app, browser, stage.judges[0]!.person, seat), HOUR);
    judge = await openPage(app, tablet, `${path}/desk`);
    const abroad = { locale: 'en-GB', timezoneId: 'America/Los_Angeles' };
    const project = `/projects/${stage.projects.a.id}`;
    entrant = await openPage(app, await contextOf(app, browser, owner, abroad), project);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const room = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    screen = await outside(await openPage(app, await wrong(room, -HOUR), `/screen#${body.token}`));
    const hand = await visitorOf(browser, { width: 360, touch: true, locale: 'en-GB', timezoneId: 'Asia/Tokyo' });
    phone = await outside(await openPage(app, hand, `/live/${stage.id}`));
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is staffed by its organiser, but for its supervisor, whom an administrator appoints', async () => {
    const rolesOn = (page: Page) => page.getByLabel('角色', { exact: true }).locator('option').allInnerTexts();
    const invite = await openPage(app, setup.context(), '/people/invite');
    const offered = await rolesOn(invite);
    for (const role of ['评审组长', '舞台监督', '场记员', '评委']) expect(offered).toContain(role);
    for (const role of ['监督员', '系统管理员', '人才洽谈会组织者']) expect(offered).not.toContain(role);
    await invite.getByText('监督员独立于组织方，由系统管理员任命。').waitFor();
    await expectFits(invite);
    await picture(invite, 'remote-invite-organiser');
    await invite.close();
    const grant = { role: 'administrator', scopeType: 'system', scopeId: '' } as const;
    const administrator = await contextOf(app, browser, await makePerson(app, '管理员', [grant]));
    const page = await openPage(app, administrator, '/people/invite');
    await page.getByLabel('角色', { exact: true }).selectOption('supervisor');
    await page.getByLabel('范围类别').selectOption('session');
    await page.getByLabel(/^范围 · /).click();
    await page.getByRole('option', { name: /决赛第一场/ }).click();
    await page.getByLabel(/^姓名/).fill('纪委监督员');
    await page.getByLabel(/^邮箱/).fill('supervisor@example.com');
    await picture(page, 'remote-invite-administrator');
    await page.locator('form button[type="submit"]').click();
    await page.waitForURL('**/people/invitations');
    await page.getByText('纪委监督员').first().waitFor();
    await page.close();
  });

  it('takes everybody of the stage to its meeting, and nobody else', async () => {
    await setup.getByLabel('会议链接').fill(MEETING);
    await setup.getByRole('button', { name: '保存链接' }).click();
    const joins: [Page, string][] = [
      [chair, '进入线上会场'],
      [manager, 'Join the meeting'],
      [recorder, '进入线上会场'],
      [judge, 'Join the meeting'],
    ];
    for (const [page, name] of joins) expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(MEETING);
    for (const [page, name] of [
      [supervisor, '进入线上会场'],
      [entrant, 'Join the meeting'],
    ] as const) {
      await page.reload();
      expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(MEETING);
    }
    for (const page of [chair, judge, supervisor, entrant]) await expectFits(page);
    await picture(chair, 'remote-meeting-chair');
    await picture(judge, 'remote-meeting-judge');
    await picture(recorder, 'remote-meeting-recorder');
    await picture(supervisor, 'remote-meeting-supervisor');
    await picture(entrant, 'remote-meeting-entrant');
  });

  it('stops in the middle, and says everywhere when it goes on, by the room’s clock and the reader’s own', async () => {
    await stage.organiser.post(`${stage.path}/draw`).send({}).expect(204);
    await supervisor.reload();
    await supervisor.getByRole('button', { name: '我已核对，予以见证' }).click();
    await asked(supervisor).getByRole('button', { name: '我已核对，予以见证' }).click();
    await supervisor.getByText('已见证', { exact: true }).waitFor();
    await stage.chair.post(`${stage.path}/start`).send({}).expect(204);
    const call = chair.getByRole('region', { name: '出场顺序' }).getByRole('listitem').filter({ hasText: '甲 项目' });
    await call.getByRole('button', { name: '叫号' }).click();
    await chair.getByRole('button', { name: '开始陈述' }).click();
    await screen.getByRole('timer').waitFor();
    await judge.locator('input[name="scores.TECH"]').fill('24');
    await judge.locator('input[name="scores.TECH"]').blur();
    await chair.getByRole('button', { name: '中止' }).click();
    await asked(chair).getByLabel('恢复时间（大屏会显示）').fill('2031-05-06T09:30');
    await asked(chair).getByText('按会场时间填写（GMT+2）').waitFor();
    await asked(chair).getByRole('textbox').last().fill('会场停电');
    await picture(chair, 'remote-stop-asked');
    await asked(chair).getByRole('button', { name: '中止', exact: true }).click();

    await chair.getByText('路演中止：会场停电').waitFor();
    await chair.getByText('2031年5月6日 09:30 GMT+2').waitFor();
    await chair.getByText('2031年5月6日 15:30 北京时间').waitFor();
    await chair.getByText('甲 项目').first().waitFor();
    expect(await chair.getByRole('button', { name: '开始提问' }).count()).toBe(0);
    await manager.getByText('6 May 2031, 09:30 GMT+2').waitFor();
    expect(await manager.getByText('Your time').count()).toBe(0);
    await judge.getByText('6 May 2031, 09:30 GMT+2').waitFor();
    await judge.getByText('6 May 2031, 03:30 GMT-4').waitFor();
    await screen.getByText('2031年5月6日 09:30 GMT+2').waitFor();
    await phone.getByText('6 May 2031, 09:30 GMT+2').waitFor();
    await phone.getByText('6 May 2031, 16:30 GMT+9').waitFor();
    await phone.getByText('It goes on with “甲 项目”.').waitFor();
    await entrant.reload();
    await entrant.getByText('6 May 2031, 09:30 GMT+2').waitFor();
    await entrant.getByText(/On your clock:.*6 May 2031, 00:30\sGMT-7/).waitFor();
    for (const page of [screen, phone]) expect(await page.getByText('会场停电').count()).toBe(0);
    for (const page of [chair, manager, judge, phone, entrant]) await expectFits(page);
    await picture(chair, 'remote-stopped-chair');
    await picture(manager, 'remote-stopped-manager');
    await picture(judge, 'remote-stopped-judge');
    await picture(screen, 'remote-stopped-screen');
    await picture(phone, 'remote-stopped-phone');
    await picture(entrant, 'remote-stopped-entrant');
  });

  it('is put off further without going on between', async () => {
    await chair.getByRole('button', { name: '更改恢复时间' }).click();
    expect(await asked(chair).getByLabel('恢复时间（大屏会显示）').inputValue()).toBe('2031-05-06T09:30');
    await asked(chair).getByLabel('恢复时间（大屏会显示）').fill('2031-05-08T14:00');
    await asked(chair).getByRole('textbox').last().fill('场馆检修');
    await asked(chair).getByRole('button', { name: '更改恢复时间' }).click();
    await screen.getByText('2031年5月8日 14:00 GMT+2').waitFor();
    await phone.getByText('8 May 2031, 14:00 GMT+2').waitFor();
    await judge.getByText(/场馆检修/).waitFor();
    const home = await openPage(app, await visitorOf(browser, { width: 360, touch: true }), '/');
    await home.getByText(/恢复时间.*2031年5月8日 14:00\sGMT\+2/).waitFor();
    await expectFits(home);
    await picture(home, 'remote-stopped-home');
    await home.close();
    const list = await openPage(app, setup.context(), '/roadshow');
    await list
      .getByText(/恢复时间.*2031年5月8日 14:00\sGMT\+2/)
      .first()
      .waitFor();
    await picture(list, 'remote-stopped-list');
    await list.close();
  });

  it('goes on another day where it stopped: the timer as it stood, whatever a device’s clock says, and what was typed', async () => {
    for (const page of [chair, judge, screen, phone]) await page.reload();
    await chair.getByText('路演中止：场馆检修').waitFor();
    const left = await clockOf(chair);
    expect(await judge.locator('input[name="scores.TECH"]').inputValue()).toBe('24');
    await chair.getByRole('button', { name: '恢复路演' }).click();
    await chair.getByText('路演中止').waitFor({ state: 'detached' });
    await screen.getByRole('timer').waitFor();
    await phone.getByRole('timer').waitFor();
    for (const page of [chair, judge, screen, phone]) expect(await clockOf(page)).toBe(left);
    await judge.getByText('Paused').waitFor();
    await picture(chair, 'remote-resumed-chair');
    await chair.getByRole('button', { name: '继续计时' }).click();
    await judge.getByText('Paused').waitFor({ state: 'detached' });
    await expect.poll(() => clockOf(chair)).not.toBe(left);
    const shown = await Promise.all([chair, judge, screen, phone].map(secondsOf));
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(1);
  });

  it('takes sheets while it is stopped during scoring, and keeps every one', async () => {
    await chair.getByRole('button', { name: '开始提问' }).click();
    await chair.getByRole('button', { name: '开放评分' }).click();
    for (const one of stage.judges.slice(1, 4)) await submit(stage, one, stage.a, SHEET).expect(200);
    await stage.chair.post(`${stage.path}/stop`).send({ reason: '网络故障' }).expect(204);
    await screen.getByText('恢复时间另行通知').waitFor();
    await phone.getByText(/When it goes on will be told/).waitFor();
    await judge.getByText('Scoring that is open goes on').waitFor();
    await picture(judge, 'remote-stopped-scoring');
    await picture(screen, 'remote-stopped-unsaid');
    for (const [index, code] of CRITERIA.entries())
      await judge.locator(`input[name="scores.${code}"]`).fill(String(SHEET[index]));
    await judge.locator('input[name="scores.LANDING"]').blur();
    await judge.getByRole('button', { name: 'Submit scores' }).click();
    await asked(judge).getByRole('button', { name: 'Submit scores' }).click();
    await judge.getByText(/The server has received 80\.00/).waitFor();
    await judge.getByRole('button', { name: /甲 项目.*80\.00/ }).waitFor();
    await chair.reload();
    await chair.getByText('已评 4 / 7').waitFor();
    expect(await chair.getByRole('button', { name: '锁定评分' }).count()).toBe(0);
    await chair.getByRole('button', { name: '恢复路演' }).click();
    for (const one of stage.judges.slice(4)) await submit(stage, one, stage.a, SHEET).expect(200);
    await chair.getByText('已评 7 / 7').waitFor();
    await chair.getByRole('button', { name: '锁定评分' }).click();
    await chair.getByRole('button', { name: '亮分' }).first().click();
    await asked(chair).getByRole('button', { name: '亮分' }).click();
    await screen.locator('[data-test="final"]').getByText('80.00').waitFor();
    await phone.getByText('80.00').first().waitFor();
  });

  it('told neither screen nor phone of the meeting, whatever happened', async () => {
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.filter((one) => SECRET.test(one))).toEqual([]);
    for (const page of [screen, phone]) expect(SECRET.test(await page.content())).toBe(false);
  });
});
