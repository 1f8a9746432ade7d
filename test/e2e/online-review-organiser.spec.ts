import { EditionStage } from '@haishi/contest';
import { Database } from '@haishi/platform';
import type { Browser, Page } from 'playwright-core';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declare, handInWhole, sheetOf } from '../api/review-round.js';
import { acceptedProject, importEdition } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';

const LONG = '面向北斗三号全球系统的低功耗高精度授时芯片与时间频率传递成套装备研制及产业化项目';
const COLUMNS = '姓名,电子邮箱,类型,工作单位,统一社会信用代码,单位别名,领域,所在赛区,语言,最多评审项目数';
const INSTITUTE = '中国科学院国家授时中心时间频率测量与控制重点实验室（西安分部）';
const NAMES = ['欧阳·阿依古丽·买买提江', '张三', '李四', 'Maximilian von Wüstenhagen-Schleswig'];
const KINDS = ['技术', '技术', '技术', '投资'];

/** From an empty pool to confirmed results, by way of rules that cannot be met. */
describe('an online review, for an organiser', () => {
  let app: TestApp;
  let browser: Browser;
  let editionId: string;
  let page: Page;
  const judges: TestPerson[] = [];

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    editionId = await importEdition(app);
    const settings = { judgesPerProject: 2, blind: true, dropHighest: 0, dropLowest: 0, minValid: 2, decimals: 2 };
    await app
      .get(Database)
      .manager.update(EditionStage, { editionId: Equal(editionId), code: 'ONLINE' }, { settings: settings as never });
    const person = await makePerson(app, '组织者', [organiserOf(editionId)]);
    for (const name of NAMES)
      judges.push(await makePerson(app, name, [{ role: 'judge', scopeType: 'edition', scopeId: editionId }], false));
    for (const [at, title] of [LONG, '乙', '丙', '丁'].entries())
      await handInWhole(
        app,
        await acceptedProject(app, editionId, {
          title,
          region: at % 2 === 0 ? 'BJ' : 'XA',
          number: `T-EIT-000${at + 1}`,
          ...(at === 0 ? { organisationName: '石家庄海石时频科技集团股份有限公司高新技术产业开发区分公司' } : {}),
        }),
      );
    page = await openPage(app, await contextOf(app, browser, person), `/staff/editions/${editionId}`);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const dialog = () => page.getByRole('dialog');
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const tab = (name: RegExp) => page.getByRole('navigation', { name: '网评' }).getByRole('link', { name }).click();
  async function agree(action: string): Promise<void> {
    await dialog().getByRole('button', { name: action, exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
  }
  async function giveReason(reason: string, action: string): Promise<void> {
    await dialog().getByLabel('原因').fill(reason);
    await agree(action);
  }
  /** The page asks for a reason once the server has said what the entry or the judge has already. */
  async function giveBeyond(reason: string): Promise<void> {
    await dialog().getByRole('button', { name: '指定评委', exact: true }).click();
    await dialog()
      .getByText(/^该项目应有 \d 位评委，已有 \d 位/)
      .waitFor();
    await expectFits(page);
    await picture(page, 'review-give-beyond');
    await giveReason(reason, '指定评委');
  }
  /** A list with the judges and somebody unknown, whose field is `field`. */
  const listOf = (field: string) =>
    Buffer.from(
      [
        COLUMNS,
        ...judges.map(
          ({ name, mail }, at) => `${name},${mail},${KINDS[at]},${at === 0 ? INSTITUTE : `单位${at}`},,,EIT,,,`,
        ),
        `王五,wangwu@example.com,产业,某集团,,,${field},BJ,,6`,
      ].join('\n'),
    );
  const choose = (field: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: '专家名单.csv', mimeType: 'text/csv', buffer: listOf(field) });

  it('begins with a pool of experts, whose list names its faulty cell', async () => {
    await page.getByRole('link', { name: '专家库' }).click();
    await page.getByRole('heading', { name: '专家库还是空的' }).waitFor();
    await expectFits(page);
    await picture(page, 'experts-empty');
    await page.getByRole('link', { name: '导入名单' }).first().click();
    await choose('炼金术');
    await row('G6').getByText('炼金术').first().waitFor();
    expect(await page.getByRole('button', { name: /入库/ }).count()).toBe(0);
    await expectFits(page);
    await picture(page, 'experts-import-faulty');
    await choose('EIT');
    await press('全部 5 人入库');
    await page.getByText('新增 5 人，更新 0 人。').waitFor();
    await page.getByRole('link', { name: '查看专家库' }).last().click();
    await row(NAMES[0]!).getByText('已任评委').waitFor();
    await row('王五').getByText('未注册').waitFor();
    await row('王五').getByRole('button', { name: /^更新/ }).click();
    await page.getByLabel('最多评审项目数').fill('很多');
    await press('保存');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await page.getByLabel('最多评审项目数').fill('4');
    await expectFits(page);
    await picture(page, 'experts-form');
    await press('保存');
    await page.getByText('“王五”已保存。').waitFor();
    await press('邀请 1 人');
    await page.getByText('另外 4 位已是评委').waitFor();
    await agree('发送邀请');
    await page.getByText('已发送 1 份邀请。').waitFor();
    await page.getByLabel('状态').selectOption('invited');
    await row('王五').waitFor({ state: 'hidden' });
    await press('清除筛选');
    await expectFits(page);
    await picture(page, 'experts');
  });

  it('is set up on its stage, takes in projects and judges, and asks for rules', async () => {
    await page.goto(new URL(`/staff/editions/${editionId}`, app.url).href);
    await page.getByRole('link', { name: /^网评 / }).click();
    await press('设立网评');
    await page.getByRole('heading', { name: '编入项目与评委' }).waitFor();
    await press('更新项目与评委');
    await page.getByRole('heading', { name: '分配评委' }).waitFor();
    await expectFits(page);
    await picture(page, 'review-overview');
    await tab(/规则/);
    await page.getByLabel('每个项目的评委数').fill('2');
    await page.getByLabel('自行设定每位评委的项目数').check();
    await page.getByLabel('每位评委至少').fill('4');
    await page.getByLabel('每位评委至多').fill('3');
    await press('增加类型要求');
    await press('增加类型要求');
    await press('保存规则');
    await page.getByText('下限不能大于上限').waitFor();
    await page.getByLabel('每位评委至少').fill('0');
    await page.getByText('高级：分配的取舍').click();
    await expectFits(page);
    await picture(page, 'review-plan');
    await press('保存规则');
    await page.getByText('规则已保存。').waitFor();
  });

  it('keeps its rules as the default of the stage, and separates equal results in an order of its own', async () => {
    const shared = page.getByLabel('任意两位评委至少共评（项）');
    await shared.fill('101');
    await press('保存规则');
    await page.getByText('应在 0 与 100 之间').waitFor();
    await shared.fill('0');
    await press('存为本阶段默认方案');
    await dialog().getByText('阶段 › 网评 › 设置 › 网评默认方案').waitFor();
    await dialog().getByText('1 个已安排的场次保持原来的设置').waitFor();
    await expectFits(page);
    await picture(page, 'review-keep');
    await giveReason('本届起网评都按此分配', '存为默认方案');
    await page.getByText('已存为默认方案，赛事设置多了一个版本。').waitFor();
    await press('存为本阶段默认方案');
    await page.getByText('与本阶段的默认方案没有不同。').waitFor();

    await press('更改次序');
    const chain = page.getByRole('group', { name: '依次比较' });
    await chain.getByRole('button', { name: '加入 落地计划' }).click();
    await chain.getByRole('button', { name: '上移“落地计划”' }).press('Enter');
    await chain.getByRole('button', { name: '上移“落地计划”' }).press('Enter');
    expect(await chain.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('落地计划'),
      expect.stringContaining('技术创新'),
      expect.stringContaining('去分前均值'),
    ]);
    // At the top there is no way further up: the keyboard stays with it, on the way back.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('下移“落地计划”');
    await chain.getByRole('button', { name: '移除“去分前均值”' }).click();
    await expectFits(page);
    await picture(page, 'review-ties');
    await press('保存次序');
    await page.getByText('现在为自行设定，不随阶段设定改变。').waitFor();
    await press('更改次序');
    await press('改回阶段设定');
    await page.getByText('现在按阶段设定。').waitFor();
  });

  it('says of rules that cannot be met which demands fail and what alone would help', async () => {
    await tab(/分配/);
    await press('开始分配');
    await page.getByText('要求无法同时满足').waitFor();
    await page.getByText(/超出上限 1 项|缺 1 位投资类评委/).waitFor();
    await page.getByText(/提高评审项目数上限：.* 3 → 4/).waitFor();
    expect(await page.getByRole('button', { name: '采用此方案' }).count()).toBe(0);
    await expectFits(page);
    await picture(page, 'review-impossible');
    await page.getByRole('link', { name: '修改规则' }).click();
    await page.getByLabel('每位评委至多').fill('4');
    await page.getByLabel('结束评审时，分歧超过界限的项目自动开启复评').uncheck();
    await press('保存规则');
    await page.getByText('规则已保存。').last().waitFor();
  });

  it('finds an assignment, which is refused once the rules have changed, and applied when run again', async () => {
    await tab(/分配/);
    await press('重新分配');
    await page.getByText('已找到方案').waitFor();
    await page.getByText('新增 8 对，取消 0 对').waitFor();
    await expectFits(page);
    await picture(page, 'review-assigned');
    await tab(/规则/);
    await page.getByText('高级：分配的取舍').click();
    await page.getByLabel('保留的分量').fill('6');
    await press('保存规则');
    await page.getByText('规则已保存。').last().waitFor();
    await tab(/分配/);
    await press('采用此方案');
    await agree('采用此方案');
    await page.getByText('开始分配之后，项目、评委、回避或设定有变化').waitFor();
    await page.getByRole('alert').getByRole('button', { name: '重新分配' }).click();
    await page.getByRole('heading', { name: '第 3 次分配' }).waitFor();
    await press('采用此方案');
    await agree('采用此方案');
    await page.getByText('采用于').waitFor();
  });

  it('shows each entry with its judges, who are given, taken away and recused by hand', async () => {
    await page.getByRole('link', { name: '查看项目与评委' }).click();
    const entry = row(LONG);
    const free = (await entry.innerText()).includes('张三') ? '李四' : '张三';
    await entry.getByRole('button', { name: /^指定评委/ }).click();
    const option = dialog().getByRole('option', { name: new RegExp(`^${free}`) });
    await dialog()
      .getByLabel('评委')
      .selectOption((await option.getAttribute('value'))!);
    await picture(page, 'review-give');
    await giveBeyond('各类评委至少一位，再请一位');
    await entry.getByText('手工指定').waitFor();
    await entry.getByRole('button', { name: new RegExp(`^取消分配 ${free}`) }).click();
    await giveReason('日程冲突', '取消分配');
    await entry.getByText('手工指定').waitFor({ state: 'hidden' });
    await entry.getByRole('button', { name: new RegExp(`^指定评委`) }).click();
    await dialog()
      .getByLabel('评委')
      .selectOption((await option.getAttribute('value'))!);
    await giveBeyond('再请一位');
    await entry.getByRole('button', { name: new RegExp(`^回避 ${free}`) }).click();
    await giveReason('曾任该项目顾问', '回避');
    await entry.getByText('曾任该项目顾问').waitFor();
    await page.getByLabel('按编号或名称查找').fill('T-EIT-0001');
    await row('乙').waitFor({ state: 'hidden' });
    await expectFits(page);
    await picture(page, 'review-entries');
    await entry.getByRole('button', { name: new RegExp(`^解除回避 ${free}`) }).click();
    await giveReason('核实后不构成利害关系', '解除回避');
    await page.getByText('原来的分配不能归还：该项目的评委已经足够。').waitFor();
    await entry.getByText('曾任该项目顾问').waitFor({ state: 'hidden' });
    await tab(/评委/);
    await page.getByText('评审结束之前，任何人都看不到评分').waitFor();
    await page
      .getByRole('img', { name: /4 位评委，每位 \d 至 \d 项；规则为 0 至 4 项，不足的 0 位，超出的 0 位/ })
      .waitFor();
    await expectFits(page);
    await picture(page, 'review-judges');
  });

  it('is opened, followed, closed and confirmed, with results that say why', async () => {
    await tab(/概况/);
    await press('开始评审');
    await agree('开始评审');
    await page.getByRole('heading', { name: '等待评委完成' }).waitFor();
    await tab(/评委/);
    await press(/^提醒未完成的评委/);
    await agree('发送提醒');
    await page.getByText(/^已提醒 \d 位/).waitFor();
    await score();
    await tab(/概况/);
    await page.getByText('100%').first().waitFor();
    await press('结束评审');
    await agree('结束评审');
    await tab(/成绩/);
    await page.getByText('▲ 分歧').first().waitFor();
    const started = page.waitForEvent('download');
    await press('导出 PDF');
    expect((await started).suggestedFilename()).toMatch(/-ONLINE-results\.pdf$/);
    await expectFits(page);
    await picture(page, 'review-results');
    await tab(/概况/);
    await press('重新开放');
    await giveReason('有评委申请更正', '重新开放');
    await press('结束评审');
    await agree('结束评审');
    await press('确认成绩');
    await dialog().getByRole('button', { name: '确认成绩', exact: true }).click();
    await dialog().getByText('评分分歧超过界限而没有复评').waitFor();
    await giveReason('评审期已满，不再复评', '确认成绩');
    await page.getByText('成绩已确认', { exact: true }).waitFor();
  });

  /** Every judge scores all they were given; the first far off the others. */
  async function score(): Promise<void> {
    for (const [at, judge] of judges.entries()) {
      const client = await signIn(app, judge);
      const own = (await client.get('/api/v1/reviews').expect(200)).body as { id: string }[];
      if (own.length === 0) continue;
      const desk = `/api/v1/reviews/${own[0]!.id}`;
      await client.post(`${desk}/terms`).send({ ties: [] }).expect(204);
      await declare(client, desk);
      for (const { entryId } of (await client.get(desk).expect(200)).body.entries)
        await client
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(at === 3 ? 1 : 28))
          .expect(200);
    }
  }

  it('reads in English', async () => {
    const reader = await makePerson(app, '另一位组织者', [organiserOf(editionId)]);
    const context = await contextOf(app, browser, reader, { locale: 'en-GB' });
    const base = `/staff/editions/${editionId}/stages/ONLINE/review`;
    for (const [part, words] of [
      ['', 'The review is done'],
      ['plan', 'Judges for each entry'],
      ['assignment', 'Against before'],
      ['entries', 'T-EIT-0001'],
      ['judges', 'Terms accepted'],
      ['results', 'divergent'],
    ] as const) {
      const english = await openPage(app, context, `${base}/${part}`);
      await english.getByText(words).first().waitFor();
      await expectFits(english);
      await picture(english, `review-english-${part || 'overview'}`);
      await english.close();
    }
    const pool = await openPage(app, context, `/staff/editions/${editionId}/experts`);
    await pool.getByText('Not a judge yet').first().waitFor();
    await expectFits(pool);
    await picture(pool, 'experts-english');
  });
});
