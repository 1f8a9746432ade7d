import type { BrowserContext } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { organiserOf } from '../../support/contest.js';
import { lastMessage } from '../../support/messages.js';
import { contextOf, expectFits, openPage, picture } from '../../support/pages.js';
import { makePerson, type TestPerson } from '../../support/people.js';
import { pdfOf } from '../../support/uploads.js';
import type { Journey } from '../journey.js';

const MEGABYTE = 1024 * 1024;

/** From the edition file to an accepted project, by hand, in the browsers of three people. */
export function contestSteps(journey: Journey): void {
  describe('the contest, by hand', () => {
    let organiser: BrowserContext;
    let entrant: BrowserContext;
    let person: TestPerson;
    let projectPath: string;
    const open = (context: BrowserContext, path: string) => openPage(journey.app, context, path);

    beforeAll(async () => {
      const { app, browser } = journey;
      organiser = await contextOf(app, browser, await makePerson(app, '周组织', [organiserOf()]));
      person = await makePerson(app, 'Anna Berger');
      entrant = await contextOf(app, browser, person, { timezoneId: 'Europe/Berlin' });
    });

    it('is set up from the supplied file, moved by a day, and opened', async () => {
      const page = await open(organiser, '/staff/editions');
      await picture(page, 'editions-empty');
      await page.getByRole('link', { name: '导入赛事' }).click();
      await page.getByRole('button', { name: '检查文件' }).click();
      await page.getByText('4 个领域、5 个赛区、2 个组别、5 个评分项。').waitFor();
      await picture(page, 'edition-import');
      await expectFits(page);
      await page.getByRole('button', { name: '建立赛事' }).click();
      await page.waitForURL('**/staff/editions/HSB-2026');
      await page.getByRole('button', { name: '改时间 报名' }).click();
      const until = page.getByLabel('结束', { exact: true });
      const before = await until.inputValue();
      const next = new Date(Date.parse(`${before}Z`) + 3_600_000).toISOString().slice(0, 19);
      await until.fill(next);
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('“报名”的时间已更新').waitFor();
      await page.getByRole('button', { name: '开放报名' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '开放报名' }).click();
      await page.getByText('报名已开放').first().waitFor();
      await picture(page, 'edition');
      await expectFits(page);
      await page.close();
    });

    it('tells the public what it is and until when, in their own time', async () => {
      const page = await open(entrant, '/editions/HSB-2026');
      await page.getByText('正在报名').waitFor();
      await page.getByText('北京时间').first().waitFor();
      await page.getByText('GMT+1').first().waitFor();
      await picture(page, 'edition-public');
      await expectFits(page);
      await page.getByRole('link', { name: '报名参赛' }).click();
      await page.getByRole('button', { name: '开始填写' }).click();
      await page.waitForURL('**/projects/*/edit');
      projectPath = new URL(page.url()).pathname;
      await page.close();
    });

    it('takes a project that is typed over a broken connection, and acknowledges it', async () => {
      const page = await open(entrant, projectPath);
      await page.getByLabel('项目名称').fill('面向北斗的高精度授时芯片');
      await page.getByLabel('项目简介').fill('自主设计的低功耗授时芯片，守时精度优于 5 纳秒。');
      await page.getByLabel('参赛领域').selectOption({ label: '新一代电子信息' });
      await page.getByLabel('细分方向').selectOption({ label: '集成电路' });
      await page.getByLabel('赛区').selectOption({ label: '欧美赛区' });
      await page.getByLabel('组别').selectOption({ label: '团队组' });
      await page.locator('[data-state="saved"]').waitFor();

      await entrant.setOffline(true);
      await page.getByLabel('所在单位').fill('Technische Universität München');
      await page.locator('[data-state="offline"]').waitFor();
      await entrant.setOffline(false);
      await page.locator('[data-state="saved"]').waitFor();

      for (const [index, name] of ['王芳', '李雷'].entries()) {
        await page.getByRole('button', { name: '添加成员' }).click();
        const member = page.getByRole('group', { name: `成员 ${index + 2}` });
        await member.getByLabel('姓名').fill(name);
        await member.getByLabel('职务或分工').fill('研发');
        await member.getByLabel('邮箱').fill(`core${index}@example.com`);
        await member.getByLabel('持股或份额（%）').fill('20.5');
        await member.getByLabel('核心成员').check();
      }
      await page.getByLabel('意向落地县（市、区）').selectOption({ label: '长安区' });
      await page.getByRole('button', { name: '提交项目' }).click();
      await page.getByText('请上传商业计划书').first().waitFor();
      await page.getByText('请阅读并确认参赛承诺').first().waitFor();
      await picture(page, 'project-edit-missing');
      await expectFits(page);

      let cut = false;
      await entrant.route('**/api/v1/files/tus/*', async (route) => {
        const half =
          route.request().method() === 'PATCH' && Number(route.request().headers()['upload-offset']) >= 6 * MEGABYTE;
        if (cut || !half) return route.continue();
        cut = true;
        return route.abort('connectionreset');
      });
      await page
        .locator('#materials input[type="file"]')
        .first()
        .setInputFiles({ name: '商业计划书.pdf', mimeType: 'application/pdf', buffer: pdfOf(12 * MEGABYTE) });
      await page.locator('#materials').getByRole('link', { name: '商业计划书.pdf' }).waitFor();
      expect(cut).toBe(true);
      await page.getByLabel('我已阅读并作出上述承诺').check();
      await page.getByText('内容完整，可以提交。').waitFor();
      expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
      await picture(page, 'project-edit');
      await page.getByRole('button', { name: '提交项目' }).click();
      await page.getByText('提交成功').waitFor();
      await page.getByText('HSB-2026-EIT-0001').first().waitFor();
      expect(await lastMessage(journey.app, person.mail)).toContain('HSB-2026-EIT-0001');
      await picture(page, 'project-received');
      await expectFits(page);
      await page.close();
    });

    it('comes back for correction by the keyboard alone, and is accepted', async () => {
      const checker = await contextOf(
        journey.app,
        journey.browser,
        await makePerson(journey.app, '陈审查', [organiserOf()]),
      );
      const desk = await open(checker, '/staff/editions/HSB-2026/eligibility');
      await desk.getByRole('heading', { name: '面向北斗的高精度授时芯片' }).waitFor();
      await picture(desk, 'eligibility');
      await expectFits(desk);
      await desk.keyboard.press('r');
      await desk.getByRole('heading', { name: '退回 HSB-2026-EIT-0001 补正' }).waitFor();
      await desk.keyboard.press('Escape');
      await desk.keyboard.press('r');
      await desk.getByLabel('原因').selectOption({ label: '材料缺失或不完整' });
      await desk.getByLabel('需要补正什么').fill('请在简介中写明与现有产品的差别。');
      await picture(desk, 'eligibility-return');
      await desk.keyboard.press('Control+Enter');
      await desk.getByText('没有待审查的项目').waitFor();

      const page = await open(entrant, '/projects');
      await picture(page, 'projects');
      await expectFits(page);
      await page.getByRole('link', { name: '补正并重新提交' }).click();
      await page.getByText('请在简介中写明与现有产品的差别。').waitFor();
      await page.getByLabel('项目简介').fill('与现有产品相比，功耗降低一半。');
      await page.getByRole('button', { name: '重新提交' }).click();
      await page.getByText('提交成功').waitFor();

      await desk.reload();
      await desk.getByText('与现有产品相比，功耗降低一半。').waitFor();
      await desk.keyboard.press('a');
      await desk.keyboard.press('Enter');
      await desk.getByText('没有待审查的项目').waitFor();
      await page.reload();
      await page.getByText('审查通过').first().waitFor();
      await picture(page, 'project-accepted');

      const list = await open(organiser, '/staff/editions/HSB-2026/projects');
      await list.getByLabel('名称或编号').fill('授时');
      await list.getByRole('link', { name: '面向北斗的高精度授时芯片' }).waitFor();
      await picture(list, 'edition-projects');
      await expectFits(list);
      await checker.close();
    });
  });
}
