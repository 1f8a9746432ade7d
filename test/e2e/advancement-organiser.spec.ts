import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmSession } from '../api/roadshow-confirmed.js';
import { acceptedProject, importEdition } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';
import { recuse } from '../support/ties.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
/** Entries of both sessions: technology in points, region, division. */
const FIELD: readonly (readonly [title: string, tech: number, region: string, division: string])[][] = [
  [
    [LONG, 30, 'BJ', 'EIT'],
    ['乙', 28, 'BJ', 'EIT'],
    ['丙', 20, 'BJ', 'BIO'],
  ],
  [
    ['丁', 26, 'XA', 'EIT'],
    ['戊', 24, 'XA', 'BIO'],
    ['己', 22, 'XA', 'BIO'],
  ],
];

/** From sessions that are not confirmed yet to a published list on which somebody moved up. */
describe('who advances, for an organiser', () => {
  let app: TestApp;
  let browser: Browser;
  let editionId: string;
  let person: TestPerson;
  let page: Page;
  const sessions: string[] = [];
  const projects = new Map<string, string>();

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    editionId = await importEdition(app);
    person = await makePerson(app, '组织者', [organiserOf(editionId)]);
    const organiser = await signIn(app, person);
    for (const [index, entries] of FIELD.entries()) {
      const { body } = await organiser
        .post(`/api/v1/editions/${editionId}/sessions`)
        .send({ stageCode: 'FINAL', name: `决赛第${index + 1}场`, room: '大剧院' })
        .expect(201);
      for (const [title, , region, division] of entries)
        projects.set(title, (await acceptedProject(app, editionId, { title, region, division })).id);
      const projectIds = entries.map(([title]) => projects.get(title)!);
      await organiser.post(`/api/v1/sessions/${body.id}/entries`).send({ projectIds }).expect(204);
      sessions.push(body.id);
    }
    await confirm(sessions[0]!);
    page = await openPage(app, await contextOf(app, browser, person), `/staff/editions/${editionId}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const confirm = (id: string) => confirmSession(app, id, (title) => FIELD.flat().find((one) => one[0] === title)![1]);
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  const dialog = () => page.getByRole('dialog');
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  async function giveReason(reason: string, action: string): Promise<void> {
    await dialog().getByLabel('原因').fill(reason);
    await dialog().getByRole('button', { name: action, exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
  }

  it('is found on the edition’s page, and waits until all sessions are confirmed', async () => {
    await page.getByRole('link', { name: '晋级名单 决赛' }).click();
    await page.getByRole('link', { name: '决赛第2场' }).waitFor();
    const waits = page.getByText('共 2 场，还有 1 场的成绩没有确认');
    await waits.waitFor();
    expect(await page.getByRole('button', { name: '预览结果' }).count()).toBe(0);
    await expectFits(page);
    await picture(page, 'advancement-waits');
    await confirm(sessions[1]!);
    await page.reload();
    await page.getByRole('button', { name: '预览结果' }).waitFor();
  });

  it('says of seats that cannot be given which demands fail and what comes nearest', async () => {
    await page.getByText('与赛事设置中本阶段的规则一致。').waitFor();
    await page.getByLabel('方式').selectOption('share');
    await page.getByText('与赛事设置中本阶段的规则不同').waitFor();
    await picture(page, 'advancement-not-usual');
    await press('改回赛事设置的规则');
    await page.getByText('与赛事设置中本阶段的规则一致。').waitFor();
    await page.getByLabel('方式').selectOption('biproportional');
    await page.getByLabel('手工指定各赛区、各领域的名额').check();
    const regions = page.getByRole('group', { name: /赛区名额/ });
    const divisions = page.getByRole('group', { name: /领域名额/ });
    await regions.getByLabel('北京').fill('3');
    await regions.getByLabel('西安').fill('1');
    await divisions.getByLabel('生物', { exact: false }).first().fill('3');
    await page.getByText('赛区名额与领域名额的合计应当相等').waitFor();
    await divisions.getByLabel('电子', { exact: false }).first().fill('1');
    await page.getByText('赛区名额与领域名额的合计应当相等').waitFor({ state: 'hidden' });
    await press('预览结果');
    await page.getByText('按这些名额无法分配').waitFor();
    await page.getByText('最接近的可行名额').waitFor();
    expect(await page.getByRole('button', { name: '按此决定' }).count()).toBe(0);
    await expectFits(page);
    await picture(page, 'advancement-impossible');
    await regions.getByLabel('北京').fill('一');
    await press('预览结果');
    const wrong = regions.getByLabel('北京');
    await page.waitForFunction((one) => one?.getAttribute('aria-invalid') === 'true', await wrong.elementHandle());
    await regions.getByLabel('北京').fill('2');
    await regions.getByLabel('西安').fill('2');
    await divisions.getByLabel('生物', { exact: false }).first().fill('2');
    await divisions.getByLabel('电子', { exact: false }).first().fill('2');
  });

  it('previews seats, ranks and reasons, and decides nothing but what was previewed', async () => {
    await page.getByLabel('候补').fill('1');
    await press('预览结果');
    await row(LONG).getByText('晋级', { exact: true }).waitFor();
    await page.getByRole('region', { name: '名额' }).waitFor();
    expect(
      await row('乙')
        .getByText(/候补第 1 位|未晋级/)
        .count(),
    ).toBeGreaterThan(0);
    await row('丁')
      .getByRole('button', { name: /^不参加晋级/ })
      .click();
    await giveReason('与往届获奖项目重复', '不参加晋级');
    await row('丁').getByText('不参加晋级：与往届获奖项目重复').waitFor();
    await expectFits(page);
    await picture(page, 'advancement-preview');
    await page.getByLabel('候补').fill('2');
    await page.getByText('规则已改动').waitFor();
    expect(await page.getByRole('button', { name: '按此决定' }).isDisabled()).toBe(true);
    await press('预览结果');
    await page.getByText('规则已改动').waitFor({ state: 'hidden' });
    await press('按此决定');
    await dialog().getByRole('button', { name: '按此决定' }).click();
    await page.getByRole('heading', { name: '第 1 次决定' }).waitFor();
  });

  it('is decided anew with a reason, kept beside the former decision', async () => {
    await press('重新决定');
    await page.getByLabel('方式').selectOption('total');
    await page.getByLabel('晋级名额').fill('3');
    await page.getByRole('button', { name: /^恢复/ }).click();
    await press('预览结果');
    await page.getByRole('button', { name: '按此决定' }).click();
    await giveReason('组委会决定按总名次取前三', '按此决定');
    await page.getByRole('heading', { name: '第 2 次决定' }).waitFor();
    await page.getByText('理由：组委会决定按总名次取前三').waitFor();
    await page.getByText('此前的 1 次决定').click();
    await page.getByText('第 1 次决定', { exact: false }).first().waitFor();
  });

  it('keeps from an organiser with a tie to an entry what it came to, and leaves the stage to others', async () => {
    const reader = await makePerson(app, '须回避的组织者', [organiserOf(editionId)]);
    await recuse(app, reader.id, projects.get('丁')!);
    const context = await contextOf(app, browser, reader);
    const tied = await openPage(app, context, `/staff/editions/${editionId}/stages/FINAL/advancement`);
    await tied.getByText('该阶段的晋级由其他组织者预览、决定和公布').waitFor();
    await tied.getByRole('heading', { name: '场次' }).waitFor();
    expect(await tied.getByRole('row').count()).toBe(0);
    for (const told of [/8\d\.00/, '甲', '第 2 次决定']) expect(await tied.getByText(told).count()).toBe(0);
    expect(await tied.getByRole('button', { name: /^(公布|重新决定|预览结果)$/ }).count()).toBe(0);
    await expectFits(tied);
    await picture(tied, 'advancement-tied');
    await context.close();
    const english = await contextOf(app, browser, reader, { locale: 'en-GB' });
    const page2 = await openPage(app, english, `/staff/editions/${editionId}/stages/FINAL/advancement`);
    await page2.getByText('other organisers preview, decide and publish who advances').waitFor();
    await picture(page2, 'advancement-tied-english');
    await english.close();
  });

  it('is published, and who gives up makes room for the next', async () => {
    await press('公布');
    await dialog().getByRole('button', { name: '公布' }).click();
    await page.getByText('已公布', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '重新决定' }).count()).toBe(0);
    await row(LONG)
      .getByRole('button', { name: /^退出或放弃/ })
      .click();
    await giveReason('团队放弃参赛', '退出或放弃');
    await row(LONG).getByText('已退出', { exact: true }).waitFor();
    await row('戊').getByText('晋级', { exact: true }).waitFor();
    await page.getByText(/移出，.* 递补/).waitFor();
    await press('用评分表重新计算');
    await page.getByText('结果与决定完全一致').waitFor();
    await page.getByRole('button', { name: /^候补/ }).click();
    await row(LONG).waitFor({ state: 'detached' });
    await press(/^全部/);
    const words = page.getByRole('searchbox');
    await words.fill('没有这个项目');
    await words.press('Enter');
    await page.getByText('没有符合的项目').waitFor();
    await press('清除筛选');
    await page.getByLabel('赛区', { exact: true }).selectOption('西安赛区');
    await row(LONG).waitFor({ state: 'hidden' });
    await row('戊').waitFor();
    await page.getByLabel('只看末位上下').check();
    await row('己').waitFor();
    await press('清除筛选');
    await row(LONG).waitFor();
    await expectFits(page);
    await picture(page, 'advancement-published');
  });

  it('reads in English', async () => {
    const reader = await makePerson(app, '另一位组织者', [organiserOf(editionId)]);
    const context = await contextOf(app, browser, reader, { locale: 'en-GB' });
    const english = await openPage(app, context, `/staff/editions/${editionId}/stages/FINAL/advancement`);
    await english.getByText('Decision 2').first().waitFor();
    await english.getByText('Withdrew or gave up its place').waitFor();
    await expectFits(english);
    await picture(english, 'advancement-english');
  });
});
