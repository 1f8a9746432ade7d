import { ProjectSubmission } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { ScoreSheet } from '@haishi/review';
import type { Browser, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeUnequally } from '../api/judged-stage.js';
import { type DecidedStage, decidedStage, publishDecision, referred } from '../api/published-stage.js';
import { acceptedProject, importEdition } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf, setStageDates } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson } from '../support/people.js';

const FIELD = {
  甲: [30],
  乙: [28, { region: 'XA' }],
  丙: [26, { division: 'BIO', groupCode: 'TEAM' }],
  丁: [24],
} as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 0, cutTies: 'order' };

/** An edition in numbers, from its page to who advanced. */
describe('statistics, for an organiser', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: DecidedStage;
  let page: Page;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await decidedStage(app, FIELD, PLAN);
    await publishDecision(stage);
    await referred(app, stage.projects['丙']!.id, 'county');
    const sessionId = await judgeUnequally(app, stage.editionId, [100, 0, -300, 100, 100]);
    // The harshest is not so alike on every entry, which the others' differences vary with.
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      const own = await work.manager.findBy(ScoreSheet, { panelId: Equal(sessionId), seatNo: Equal(3) });
      for (const [at, { id, total }] of own.entries())
        await work.manager.update(ScoreSheet, id, { total: total + (at % 2 === 0 ? 60 : -60) });
    });
    const places = ['EUA', 'ASIA', 'BJ', 'XA', 'HZ'] as const;
    const dates = { opensAt: new Date('2026-03-01T01:00:00Z'), closesAt: new Date('2026-04-30T10:00:00Z') };
    await setStageDates(app, stage.editionId, 'REG', dates);
    for (let index = 0; index < 30; index += 1) {
      const { id: projectId, ownerId: byId } = await acceptedProject(app, stage.editionId, {
        region: places[index % 5]!,
        division: ['EIT', 'BIO', 'EQP', 'FOOD'][index % 4]!,
        state: (['submitted', 'accepted', 'returned', 'rejected', 'withdrawn'] as const)[index % 5]!,
      });
      // More and more of them towards the end, as people do.
      const at = new Date(dates.closesAt.getTime() - 3_600_000 - ((29 - index) / 4) ** 2 * 86_400_000);
      const rest = { id: newId(), projectId, number: 1, requestKey: newId(), snapshot: {} as never, byId };
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) => work.manager.insert(ProjectSubmission, { ...rest, at }));
    }
    page = await openPage(app, await contextOf(app, browser, stage.person), `/staff/editions/${stage.editionId}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const numbers = async (region: string, row: string) =>
    (await page.getByRole('region', { name: region }).getByRole('row').filter({ hasText: row }).innerText())
      .split(/\s+/)
      .slice(1);

  it('are found on the edition’s page, and say how far its projects came', async () => {
    await page.getByRole('link', { name: '统计', exact: true }).click();
    const funnel = page.getByRole('table', { name: '各环节的项目数' });
    await funnel.waitFor();
    const row = (name: string) => funnel.getByRole('row', { name }).innerText();
    expect(await row('已提交 34')).toMatch(/34/);
    expect(await row('参加决赛')).toMatch(/4\s+11\.8%/);
    expect(await row('决赛晋级')).toMatch(/2\s+5\.9%/);
    expect((await numbers('各赛区', '西安')).slice(0, 2)).toEqual(['7', '7']);
    expect((await numbers('各领域', '合计')).slice(0, 2)).toEqual(['34', '34']);
    const judges = page.getByRole('table', { name: '评委' });
    expect(await judges.getByRole('row').nth(1).innerText()).toMatch(/评委丙\s+−3\.00\s+−3\.89 至 −2\.11\s+80\.00/);
    expect(await judges.getByRole('row').nth(5).innerText()).toMatch(/\+1\.00/);
    await page
      .getByRole('img', {
        name: /5 位评委中，最严的是评委丙（−3\.00），最宽的是.*（\+1\.00）。95% 区间全在 0 以下的 1 位，全在 0 以上的 3 位，不足以判断的 0 位/,
      })
      .waitFor();
    await page.getByRole('img', { name: /5 位评委，一致性中位数 1\.00；低于 0\.30 的有 0 位/ }).waitFor();
    await page.getByRole('img', { name: /首次提交的项目共 30 个，最多的一天是 2026年4月30日/ }).waitFor();
    await page.getByText('逐日数字').click();
    const days = page.getByRole('table', { name: '每日提交' }).getByRole('row');
    expect(await days.count()).toBe(62);
    expect(await days.last().innerText()).toMatch(/2026年4月30日\s+4/);
    await expectFits(page);
    await page.getByText('逐日数字').click();
    await picture(page, 'statistics');
  });

  it('are shown by region and division at the step one chooses', async () => {
    const matrix = page.getByRole('region', { name: '赛区与领域' });
    const row = async (name: string) =>
      (await matrix.getByRole('row').filter({ hasText: name }).last().innerText()).split(/\s+/).slice(1);
    expect((await row('合计')).at(-1)).toBe('34');
    expect(await row('西安')).toHaveLength((await row('合计')).length);
    expect((await row('西安')).at(-1)).toBe('7');
    await page.getByLabel('环节').selectOption({ label: '决赛晋级' });
    await expect.poll(async () => (await row('合计')).at(-1)).toBe('2');
    await matrix.focus();
    await expectFits(page);
  });

  it('are narrowed to a group, a region, a division', async () => {
    await page.getByLabel('赛区', { exact: true }).selectOption('XA');
    expect((await numbers('各领域', '合计')).slice(0, 2)).toEqual(['7', '7']);
    await page.getByLabel('组别').selectOption({ index: 2 });
    await page.waitForURL(/group=TEAM/);
    await expect.poll(async () => (await numbers('各赛区', '合计')).slice(0, 2)).toEqual(['1', '1']);
    await page.getByLabel('来源').selectOption({ label: '自行报名' });
    await page.waitForURL(/channel=own/);
    await expect.poll(async () => (await numbers('各赛区', '合计')).slice(0, 2)).toEqual(['0', '0']);
    await page.getByLabel('来源').selectOption({ label: '县市区' });
    await expect.poll(async () => (await numbers('各赛区', '合计')).slice(0, 2)).toEqual(['1', '1']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/-statistics\.pdf$/);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(async () => (await numbers('各赛区', '合计')).slice(0, 2)).toEqual(['34', '34']);
  });

  it('read in English, and say so where there is no project', async () => {
    const editionId = await importEdition(app);
    const reader = await makePerson(app, '另一位', [organiserOf(stage.editionId), organiserOf(editionId)]);
    const context = await contextOf(app, browser, reader, { locale: 'en-GB' });
    const english = await openPage(app, context, `/staff/editions/${stage.editionId}/statistics`);
    await english.getByRole('table', { name: 'Projects at each step' }).waitFor();
    await expectFits(english);
    await picture(english, 'statistics-english');
    await english.goto(new URL(`/staff/editions/${editionId}/statistics`, app.url).href);
    await english.getByText('No projects yet').waitFor();
    await expectFits(english);
    await picture(english, 'statistics-empty');
  });
});
