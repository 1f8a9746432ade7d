import { readFileSync } from 'node:fs';
import { readSheet } from '@haishi/platform';
import type { BrowserContext } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayFromNow, fairStaff, freshCreditCode, sheetOf, sheetRow } from '../../support/fair.js';
import { expectFits, openPage, picture } from '../../support/pages.js';
import { makePerson } from '../../support/people.js';
import { pdfOf } from '../../support/uploads.js';
import { arrive, bring, bringStaff, type Journey } from '../journey.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAME = '石家庄海石芯片有限公司';

/** From the fair file to a position that the public finds, by hand, in the browsers of three people and a passer-by. */
export function fairSteps(journey: Journey): void {
  describe('the fair, by hand', () => {
    let organiser: BrowserContext;
    let employer: BrowserContext;
    let passerBy: BrowserContext;
    const creditCode = freshCreditCode();
    const open = (context: BrowserContext, path: string) => openPage(journey.app, context, path);

    beforeAll(async () => {
      organiser = await bringStaff(journey, '吴组织', [fairStaff('fair_organiser')]);
      employer = await bring(journey, await makePerson(journey.app, '李经办'));
      passerBy = await arrive(journey, '过路人', { width: 360 });
    });

    it('is imported from the supplied file, given its permit, and opened', async () => {
      const page = await open(organiser, '/staff/fairs');
      await picture(page, 'fairs-empty');
      await page.getByRole('link', { name: '导入洽谈会' }).click();
      await page.getByRole('button', { name: '使用随系统提供的文件' }).click();
      await page.getByLabel('首日').fill(dayFromNow(30));
      await picture(page, 'fair-import');
      await expectFits(page);
      await page.getByRole('button', { name: '导入为草稿' }).click();
      await page.getByText('请先填写大型群众性活动安全许可编号').waitFor();
      journey.subjects.set('fair', new URL(page.url()).pathname.split('/')[3]!);
      expect(await page.getByRole('button', { name: '开放', exact: true }).isDisabled()).toBe(true);
      await page.getByLabel('大型群众性活动安全许可编号').fill('石公治许〔2026〕18号');
      await page.getByLabel('闭馆').fill('08:00');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('闭馆时间应晚于开馆时间。').waitFor();
      await page.getByLabel('闭馆').fill('17:00');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存。').waitFor();
      await picture(page, 'fair-draft');
      await expectFits(page);
      await page.getByRole('button', { name: '开放', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: '开放' }).click();
      await page.getByText('洽谈会已开放。').waitFor();
    });

    it('is joined by an employer whose code and papers are checked', async () => {
      const page = await open(employer, '/employer');
      await picture(page, 'employer-empty');
      await page.getByRole('link', { name: '登记单位' }).click();
      await page.getByLabel('单位名称').fill(NAME);
      await page.getByLabel('统一社会信用代码').fill(`${creditCode.slice(0, 17)}${creditCode[17] === '0' ? '1' : '0'}`);
      await page.getByText('代码不对').waitFor();
      await page.getByLabel('统一社会信用代码').fill(creditCode);
      await page.getByLabel('单位性质').selectOption('private');
      await page.getByRole('button', { name: '登记' }).click();
      await page.waitForURL('**/organisations/0*');
      journey.subjects.set('organisation', new URL(page.url()).pathname.split('/').at(-1)!);
      const inputs = page.locator('input[type=file]');
      for (let index = 0; index < 3; index += 1) {
        await inputs.first().setInputFiles({ name: `材料${index}.pdf`, mimeType: 'application/pdf', buffer: pdfOf() });
        await page.getByRole('link', { name: `材料${index}.pdf` }).waitFor();
      }
      await page.getByRole('button', { name: '提交审核' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '提交审核' }).click();
      await page.getByText('待审核').first().waitFor();

      const vetting = await open(organiser, '/staff/organisations?state=submitted');
      await vetting.getByRole('link', { name: NAME }).click();
      await vetting.getByRole('button', { name: '通过', exact: true }).click();
      await vetting.getByText('已通过').first().waitFor();

      await page.goto(`${journey.app.url}/employer`);
      await page.getByRole('button', { name: '提交参会申请' }).click();
      await page.getByLabel('产业专区').selectOption('EIT');
      await picture(page, 'employer-apply');
      await expectFits(page);
      await page.getByRole('button', { name: '提交参会申请' }).click();
      await page.getByText('已申请，等待审核。').waitFor();
      await picture(page, 'employer-readiness');

      const queue = await open(organiser, '/tasks');
      await queue.getByRole('link', { name: /审核参会申请/ }).click();
      await queue.getByText(NAME).waitFor();
      await picture(queue, 'participations');
      await expectFits(queue);
      await queue.getByRole('button', { name: '通过', exact: true }).click();
      await queue.getByText(`已通过“${NAME}”。`).waitFor();
    });

    it('takes thirty positions from the template, four cells corrected', async () => {
      const page = await open(employer, '/employer');
      await page.getByRole('link', { name: '管理岗位' }).click();
      await page.getByText('还没有岗位').waitFor();
      await picture(page, 'positions-empty');
      await page.getByRole('link', { name: '从表格导入' }).first().click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载模板（XLSX）' }).click(),
      ]);
      const rows = await readSheet(readFileSync(await download.path()));
      expect(rows[0]).toHaveLength(22);
      expect(rows[1]!.slice(0, 3)).toEqual([NAME, creditCode, '民营企业']);

      const row = (index: number, change: Record<string, string> = {}) =>
        sheetRow({ name: NAME, creditCode }, { 岗位名称: `芯片工程师${index + 1}`, ...change });
      const faults: Record<number, Record<string, string>> = {
        3: { 招聘人数: '若干' },
        9: { 薪资待遇: '8000-12000' },
        15: { 联系电话: '12345' },
        21: { 有效期: '2026-02-30' },
      };
      const thirty = (correct: boolean) =>
        sheetOf(Array.from({ length: 30 }, (_, index) => row(index, correct ? {} : faults[index])));
      const file = async (correct: boolean) => ({
        name: '岗位信息表.xlsx',
        mimeType: XLSX,
        buffer: await thirty(correct),
      });
      await page.locator('input[type=file]').setInputFiles(await file(false));
      await page.getByText('需修改 4 行').waitFor();
      for (const cell of ['H5', 'O11', 'T17', 'V23']) await page.getByText(cell, { exact: true }).waitFor();
      await page.getByText('招聘人数请写确数，不用“若干”。').waitFor();
      await picture(page, 'import-faults');
      await expectFits(page);
      await page.locator('input[type=file]').setInputFiles(await file(true));
      await page.getByRole('button', { name: '导入全部 30 个岗位' }).click();
      await page.getByText('导入完成：新增 30 个').waitFor();
      await picture(page, 'import-done');
      await page.getByRole('link', { name: '查看岗位' }).click();
      await page.getByText('芯片工程师30').waitFor();
      await picture(page, 'own-positions');
      await expectFits(page);
    });

    it('holds a position entered by hand to fair wording', async () => {
      const page = await open(employer, '/employer');
      await page.getByRole('link', { name: '管理岗位' }).click();
      await page.getByRole('link', { name: '新增岗位' }).click();
      await page.getByRole('button', { name: '保存为草稿' }).click();
      await page.getByText('此项必填。').first().waitFor();
      await picture(page, 'position-form');
      await expectFits(page);
      await page.getByLabel('岗位名称').fill('接待专员');
      await page.getByLabel('岗位类别').selectOption('administration');
      await page.getByLabel('所在县区').selectOption('130102');
      await page.getByLabel('工作地点').fill('长安区');
      await page.getByLabel('学历要求（最低）').selectOption('bachelor');
      await page.getByLabel('专业要求').fill('不限');
      await page.getByLabel('薪资面议').check();
      await page.getByLabel('岗位职责').fill('限女性，负责接待');
      await page.getByLabel('联系人').fill('李工');
      await page.getByLabel('联系电话').fill('0311-88886666');
      await page.getByLabel('电子邮箱').fill('hr@example.com');
      await page.getByLabel('有效期至').fill(dayFromNow(90));
      await page.getByRole('button', { name: '保存为草稿' }).click();
      await page.getByText('岗位职责：“限女性”（性别）').waitFor();
      await picture(page, 'position-flagged');
      await expectFits(page);
      await page.getByRole('link', { name: '返回岗位列表' }).click();
      await page.getByRole('button', { name: '全部提交审核（31）' }).click();
      await page.getByText('已提交 31 个岗位').waitFor();
    });

    it('is reviewed by keyboard, by one who reviews positions and does nothing else', async () => {
      const fairId = journey.subjects.get('fair')!;
      const reviewer = await bringStaff(journey, '孙审核', [fairStaff('position_reviewer', fairId)]);
      const refused = await reviewer.request.get(`${journey.app.url}/api/v1/fairs/${fairId}/invitations`);
      expect(refused.status()).toBe(403);
      const page = await open(reviewer, '/tasks');
      await page.getByRole('link', { name: /审核岗位/ }).click();
      await page.getByText('共 31 个等待审核').waitFor();
      await picture(page, 'review');
      await expectFits(page);
      await page.keyboard.press('a');
      await page.getByText('已通过 1 个岗位。').waitFor();
      await page.getByLabel('用语').selectOption('flagged');
      await page.getByRole('heading', { name: '接待专员' }).waitFor();
      await page.keyboard.press('a');
      await page.getByText('解决前不能通过：“限女性”').waitFor();
      await page.keyboard.press('r');
      await page.getByRole('dialog').getByLabel('原因').fill('请删除对性别的限制');
      await page.getByRole('dialog').getByRole('button', { name: '退回' }).click();
      await page.getByText('已退回 1 个岗位。').waitFor();
      await page.getByLabel('用语').selectOption('');
      await page.getByText('共 29 个等待审核').waitFor();
      for (let index = 0; index < 29; index += 1) {
        await page.keyboard.press('x');
        await page.keyboard.press('j');
      }
      await page.getByRole('button', { name: '通过所选（29）' }).click();
      await page.getByText('没有等待审核的岗位').waitFor();
    });

    it('is found by a passer-by on a phone, by words and facets', async () => {
      const page = await open(passerBy, '/positions');
      await page.getByText('共 30 个岗位').waitFor();
      await page.getByPlaceholder('岗位、单位、专业或关键词').fill('芯片工程师7');
      await page.getByRole('button', { name: '搜索' }).click();
      await page.getByText('共 1 个岗位').waitFor();
      await page.waitForURL((url) => url.searchParams.get('q') === '芯片工程师7');
      await page.getByPlaceholder('岗位、单位、专业或关键词').fill('');
      await page.getByRole('button', { name: '搜索' }).click();
      await page.getByRole('button', { name: '筛选' }).click();
      await picture(page, 'search-facets');
      await page.getByLabel(/长安区/).check();
      await page.getByLabel(/18|15–20万/).check();
      await page.getByRole('button', { name: /去掉“长安区”/ }).waitFor();
      await page.getByText('共 30 个岗位').waitFor();
      await picture(page, 'search');
      await expectFits(page);
      await page.getByRole('link', { name: '芯片工程师30' }).click();
      await page.getByRole('heading', { name: '岗位职责' }).waitFor();
      const posting = await page.locator('script[type="application/ld+json"]').textContent();
      expect(JSON.parse(posting!)).toMatchObject({
        '@type': 'JobPosting',
        title: '芯片工程师30',
        hiringOrganization: { name: NAME },
      });
      await page.getByText('用人单位没有公开联系方式').waitFor();
      await picture(page, 'position');
      await expectFits(page);
      await page.goto(`${journey.app.url}/fairs/2023`);
      await page.getByText('30 个，招 60 人').waitFor();
      await picture(page, 'fair');
      await expectFits(page);
    });
  });
}
