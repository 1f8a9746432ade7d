import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftProject, organiserOf, submitProject } from '../../support/contest.js';
import { type Line, startLine } from '../../support/line.js';
import { expectFits, openPage, picture } from '../../support/pages.js';
import { signedIn, TEST_PASSWORD } from '../../support/people.js';
import { pdfOf } from '../../support/uploads.js';
import { arrive, bringStaff, type Journey, readMail, signInByHand } from '../journey.js';

const MEGABYTE = 1024 * 1024;
const DAY = 86_400_000;
const ENTRANT = { name: 'Anna Berger', mail: 'anna.berger@example.org' };

/** From the edition file to an accepted project, by hand, in the browsers of three people. */
export function contestSteps(journey: Journey): void {
  describe('the contest, by hand', () => {
    let organiser: BrowserContext;
    let entrant: BrowserContext;
    let line: Line;
    let projectPath: string;
    const open = (context: BrowserContext, path: string) => openPage(journey.app, context, path);

    beforeAll(async () => {
      line = await startLine(journey.app.url);
    });
    afterAll(() => line?.close());

    it('is met by an organiser who signs in with a second factor', async () => {
      organiser = await signInByHand(journey, '周组织', [organiserOf()]);
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
      const next = new Date(Date.parse(`${before}Z`) + DAY).toISOString().slice(0, 19);
      await until.fill(next);
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('“报名”的时间已更新').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '改时间 报名' }).click();
      expect(Date.parse(`${await until.inputValue()}Z`) - Date.parse(`${before}Z`)).toBe(DAY);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '开放报名' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '开放报名' }).click();
      await page.getByText('报名已开放').first().waitFor();
      await picture(page, 'edition');
      await expectFits(page);
      await page.close();
    });

    it('is joined by an entrant who signs up with a code sent by mail', async () => {
      entrant = await arrive(journey, ENTRANT.name, { timezoneId: 'Europe/Berlin' });
      const page = await open(entrant, '/sign-up');
      await page.getByLabel('手机号或邮箱').fill(ENTRANT.mail);
      await page.getByRole('button', { name: '发送验证码' }).click();
      await page.getByText(`验证码已发送到 ${ENTRANT.mail}`).waitFor();
      const { text } = await readMail(journey, entrant, ENTRANT.mail, /验证码/);
      const code = /\b\d{6}\b/.exec(text)![0];
      await page.getByLabel('验证码', { exact: true }).fill(code);
      await page.getByLabel('姓名').fill(ENTRANT.name);
      await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
      await page.locator('form').getByRole('button', { name: '注册', exact: true }).click();
      await page.getByText('请阅读告知书，同意后才能注册。').first().waitFor();
      await picture(page, 'sign-up');
      await expectFits(page);
      await page.getByLabel(/我已阅读并同意/).check();
      await page.locator('form').getByRole('button', { name: '注册', exact: true }).click();
      await page.waitForURL((url) => url.pathname !== '/sign-up');
      const { person } = await (await entrant.request.get(`${journey.app.url}/api/v1/session`)).json();
      expect(person.name).toBe(ENTRANT.name);
      journey.people.get(ENTRANT.name)!.id = person.id;
      await page.close();
    });

    it('tells the public what it is and until when, in their own time', async () => {
      const page = await open(entrant, '/editions/HSB-2026');
      await page.getByText('正在报名').waitFor();
      await page.getByText('北京时间').first().waitFor();
      await page.getByText('中欧时间').first().waitFor();
      await picture(page, 'edition-public');
      await expectFits(page);
      await page.getByRole('link', { name: '报名参赛' }).click();
      await page.getByRole('button', { name: '开始填写' }).click();
      await page.waitForURL('**/projects/*/edit');
      projectPath = new URL(page.url()).pathname;
      await page.close();
    });

    it('takes a project that is typed over a broken connection, and acknowledges it', async () => {
      const page = await open(entrant, line.url + projectPath);
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

      const offsets: number[] = [];
      page.on('request', (request) => {
        if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
      });
      const plan = pdfOf(12 * MEGABYTE);
      line.breakAfter(6.5 * MEGABYTE);
      await page
        .locator('#materials input[type="file"]')
        .first()
        .setInputFiles({ name: '商业计划书.pdf', mimeType: 'application/pdf', buffer: plan });
      await page.locator('#materials').getByText('网络中断，已传部分不会丢失').waitFor();
      await picture(page, 'project-upload-broken');
      expect(offsets.at(-1)).toBeLessThanOrEqual(6 * MEGABYTE);
      const before = offsets.length;
      line.heal();
      const held = page.locator('#materials').getByRole('link', { name: '商业计划书.pdf' });
      await held.waitFor();
      const resumed = offsets[before]!;
      expect(resumed).toBeGreaterThanOrEqual(6 * MEGABYTE);
      expect(resumed).toBeLessThan(7 * MEGABYTE);
      const stored = await entrant.request.get(new URL((await held.getAttribute('href'))!, line.url).href);
      expect(plan.equals(await stored.body())).toBe(true);
      await page.getByLabel('我已阅读并作出上述承诺').check();
      await page.getByText('内容完整，可以提交。').waitFor();
      expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
      await picture(page, 'project-edit');
      await page.getByRole('button', { name: '提交项目' }).click();
      await page.getByText('提交成功').waitFor();
      await page.getByText('HSB-2026-EIT-0001').first().waitFor();
      const mail = await readMail(journey, entrant, ENTRANT.mail, /已收到您的参赛项目/);
      expect(mail.text).toContain('HSB-2026-EIT-0001');
      expect(mail.text).toContain(ENTRANT.mail);
      await picture(page, 'project-received');
      await expectFits(page);
      await page.close();
    });

    it('comes back for correction by the keyboard alone, and is accepted', async () => {
      const { app, subjects } = journey;
      const { body: edition } = await app.browser().get('/api/v1/editions/HSB-2026').expect(200);
      subjects.set('edition', edition.id).set('project', projectPath.split('/')[2]!);
      const { browser: other } = await signedIn(app, '别处参赛者');
      const elsewhere = await draftProject(other, edition.id, { title: '京津冀的项目', region: 'BJ' });
      const draft = await other.get(`/api/v1/projects/${elsewhere}`).expect(200);
      await submitProject(other, elsewhere, draft.body.version).expect(200);

      const region = `${edition.id}/EUA`;
      const checker = await bringStaff(journey, '陈审查', [{ role: 'checker', scopeType: 'region', scopeId: region }]);
      const desk = await open(checker, '/staff/editions/HSB-2026/eligibility');
      await desk.getByRole('heading', { name: '面向北斗的高精度授时芯片' }).waitFor();
      expect(await desk.getByText('京津冀的项目').count()).toBe(0);
      const answer = async (who: BrowserContext) =>
        (await who.request.get(`${app.url}/api/v1/projects/${elsewhere}`)).status();
      expect([await answer(organiser), await answer(checker)]).toEqual([200, 404]);
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
      const changes = desk.locator('section').filter({ hasText: '第 2 次提交与第 1 次的差别' });
      await changes.getByText('项目简介').waitFor();
      expect(await changes.locator('del').allInnerTexts()).toEqual(['自主设计的低功耗授时芯片，守时精度优于 5 纳秒。']);
      expect(await changes.locator('ins').allInnerTexts()).toEqual(['与现有产品相比，功耗降低一半。']);
      await picture(desk, 'eligibility-differences');
      await expectFits(desk);
      await desk.keyboard.press('a');
      await desk.keyboard.press('Enter');
      await desk.getByText('没有待审查的项目').waitFor();
      await page.reload();
      await page.getByText('审查通过').first().waitFor();
      await page.getByText('第 2 次提交与第 1 次的差别').waitFor();
      await page.getByText('已通过资格审查，等待后续赛程通知。').waitFor();
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
