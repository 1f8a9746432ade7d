import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fairStaff } from '../../support/fair.js';
import { guestRow, guestSheet } from '../../support/invitation.js';
import { expectFits, launchBrowser, openPage, picture } from '../../support/pages.js';
import { makePerson } from '../../support/people.js';
import { filmOf, readCode } from '../../support/ticket-code.js';
import { arrive, bring, bringStaff, type Journey, readMail } from '../journey.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const GUESTS = [
  { name: '钱毕业', mail: 'qian@example.edu' },
  { name: '阿依古丽·买买提江', mail: 'ayigul@example.edu' },
  { name: '司马相如', mail: 'sima@example.edu' },
] as const;
const PHONE = { width: 360, touch: true };

/** From a list of graduates to the one who is inside: the link, the ticket, the gate, the screen, by hand. */
export function guestSteps(journey: Journey): void {
  describe('the guest, by hand', () => {
    let organiser: BrowserContext;
    let fairId: string;
    let admission: Page;
    let deviceLink: string;
    let screen: Page;
    let screenLink: string;
    let gate: Page;
    let gateBrowser: Browser | undefined;
    let folder: string;
    let ticket: { picture: Buffer; code: string; number: string };
    let second: { number: string };
    const open = (context: BrowserContext, path: string) => openPage(journey.app, context, path);
    const verdict = () => gate.locator('[data-test="verdict"]');
    const shown = (name: string) => screen.locator(`[data-test="${name}"]`);
    const says = (name: string, text: string) =>
      shown(name)
        .and(screen.getByText(text, { exact: true }))
        .waitFor();

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'haishi-film-'));
      organiser = await bringStaff(journey, '林组织', [fairStaff('fair_organiser')]);
    });
    afterAll(async () => {
      await gateBrowser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('is put on the list and sent a personal link', async () => {
      const page = await open(organiser, '/staff/fairs');
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('link', { name: '邀请名单与回复' }).click();
      await page.waitForURL('**/invitations');
      fairId = new URL(page.url()).pathname.split('/')[3]!;
      await page.getByText('名单上还没有人').waitFor();
      await picture(page, 'guests-empty');
      await page.getByRole('link', { name: '导入名单' }).click();
      const rows = GUESTS.map(({ name, mail }) => guestRow({ 姓名: name, 电子邮箱: mail }));
      await page.locator('input[type=file]').setInputFiles({
        name: '邀请名单.xlsx',
        mimeType: XLSX,
        buffer: await guestSheet(rows),
      });
      await page.getByRole('button', { name: '导入全部 3 人' }).click();
      await page.getByRole('link', { name: '查看名单' }).click();
      await page.getByRole('button', { name: '发送邀请（3）' }).click();
      await page.getByText('已发送 3 份邀请。').waitFor();
      await picture(page, 'guests');
      await expectFits(page);
    });

    /** Answers yes, agrees, and holds the ticket. */
    async function accept({ name, mail }: (typeof GUESTS)[number]): Promise<Page> {
      const phone = await arrive(journey, name, PHONE);
      const { pathname, hash } = new URL((await readMail(journey, phone, mail, /邀请您参加/)).href!);
      const page = await open(phone, pathname + hash);
      await page.getByRole('heading', { name: /邀请您参加/ }).waitFor();
      await page.getByRole('button', { name: '参加', exact: true }).click();
      await page.getByRole('button', { name: '接受邀请，领取入场券' }).click();
      await page.getByText('请先阅读并同意').first().waitFor();
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: '接受邀请，领取入场券' }).click();
      await page.waitForURL('**/ticket');
      await page.locator('#qr svg').waitFor();
      return page;
    }
    const numberOf = async (page: Page) => (await page.locator('#number').innerText()).trim();

    it('says yes, agrees, and holds a ticket that needs no network', async () => {
      const page = await accept(GUESTS[0]);
      const held = await page.locator('#qr').screenshot();
      ticket = { picture: held, code: await readCode(held), number: await numberOf(page) };
      expect(ticket.code).toMatch(/^HS1:/);
      await page.getByText(GUESTS[0].name).waitFor();
      await picture(page, 'ticket');
      await expectFits(page);
      await page.getByText('已存入本机').waitFor();
      await page.context().setOffline(true);
      await page.reload();
      await page.getByText('离线显示').waitFor();
      expect(await readCode(await page.locator('#qr').screenshot())).toBe(ticket.code);
      second = { number: await numberOf(await accept(GUESTS[1])) };
    });

    it('is awaited: the organiser opens the gates for a rehearsal, registers a phone, hangs a screen', async () => {
      const fair = await open(organiser, '/staff/fairs');
      await fair.getByRole('table').getByRole('link').first().click();
      await fair.getByRole('link', { name: '入口、设备与实时人数' }).click();
      admission = fair;
      await admission.getByText(/核准 [\d,]+ 人/).waitFor();
      await picture(admission, 'admission-empty');
      await expectFits(admission);
      const beijing = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);
      await admission.getByLabel('开始入场').fill(beijing);
      await admission.getByRole('region', { name: '入场时间' }).getByRole('button', { name: '保存' }).click();
      await admission.getByText('入场时间已保存。').waitFor();
      await admission
        .getByRole('button', { name: /^在“.+”登记设备$/ })
        .first()
        .click();
      const panel = admission.getByText('只能登记一台').locator('..');
      deviceLink = await panel.locator('input[readonly]').inputValue();
      await admission.getByRole('img', { name: '登记链接的二维码' }).waitFor();
      await picture(admission, 'admission-device');
      await expectFits(admission);
      await admission.getByLabel('屏幕位置').fill('东门上方');
      await admission.getByRole('button', { name: '生成大屏链接' }).click();
      screenLink = await admission.getByRole('region', { name: '大屏' }).locator('input[readonly]').inputValue();
      const hall = await journey.browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
      screen = await open(hall, screenLink);
      await says('inside', '0');
      await screen.getByText('可以入场').waitFor();
    });

    it('is admitted by the camera of a phone that has no account', async () => {
      const film = join(folder, 'ticket.y4m');
      await writeFile(film, await filmOf(admission, ticket.picture));
      gateBrowser = await launchBrowser([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ]);
      const phone = await arrive(journey, '东门手机', PHONE, gateBrowser);
      gate = await open(phone, deviceLink);
      await picture(gate, 'gate-enrol');
      await expectFits(gate);
      await gate.getByLabel('本机名称').fill('东门 1 号');
      await gate.getByRole('button', { name: '登记本机' }).click();
      await gate.getByText('已连接').waitFor();
      await admission.getByText('“东门 1 号”已登记。').waitFor();
      expect(await gate.evaluate(() => location.hash)).toBe('');
      await picture(gate, 'gate-ready');
      await expectFits(gate);
      await gate.getByRole('button', { name: '开始检票' }).click();
      await verdict().getByText('请进').waitFor();
      await verdict().getByText(GUESTS[0].name).waitFor();
      await verdict().waitFor({ state: 'detached' });
      await says('persons', '1');
      await says('admissions', '1');
      const again = await open(await arrive(journey, '另一台手机', PHONE), deviceLink);
      await again.getByLabel('本机名称').fill('另一台');
      await again.getByRole('button', { name: '登记本机' }).click();
      await again.getByText('identity.link_not_valid').waitFor();
    });

    it('is refused the second time, with the reason and the first time, by a hand-held scanner', async () => {
      await gate.keyboard.type(ticket.code);
      await gate.keyboard.press('Enter');
      await verdict().getByText('不得入场').waitFor();
      await verdict().getByText('此票已经入场').waitFor();
      const first = await verdict().locator('.first').innerText();
      expect(first).toMatch(/^首次入场\n(.+ )?\d{2}:\d{2}:\d{2}\n东门$/);
      await picture(gate, 'gate-refused');
      await expectFits(gate);
      await gate.getByRole('button', { name: '下一位' }).click();
      await says('admissions', '1');
    });

    it('counts once though the answer was lost, and waits where there is no network', async () => {
      const sent: string[] = [];
      await gate.route(
        '**/api/v1/attendance/scans',
        async (route) => {
          sent.push(route.request().postDataJSON().id);
          await route.fetch();
          await route.abort();
        },
        { times: 1 },
      );
      await gate.getByLabel('扫描枪，或手动输入票号').fill(second.number);
      await gate.getByRole('button', { name: '检票', exact: true }).click();
      const retried = await gate.waitForRequest('**/api/v1/attendance/scans');
      await verdict().getByText('请进').waitFor();
      await verdict().getByText(GUESTS[1].name).waitFor();
      await picture(gate, 'gate-admitted');
      expect([retried.postDataJSON().id]).toEqual(sent);
      await verdict().waitFor({ state: 'detached' });
      await says('persons', '2');
      await says('admissions', '2');

      await gate.context().setOffline(true);
      await gate.getByRole('button', { name: '出', exact: true }).click();
      await gate.getByLabel('扫描枪，或手动输入票号').fill(second.number);
      await gate.getByRole('button', { name: '检票', exact: true }).click();
      await verdict().getByText('尚无答复').waitFor();
      await picture(gate, 'gate-waiting');
      await expectFits(gate);
      await gate.getByRole('button', { name: '下一位' }).click();
      await gate.getByText('离线：现在得不到答复').waitFor();
      await gate.getByText('1 条待答复').waitFor();
      await gate.context().setOffline(false);
      await gate.getByText('已离场').waitFor();
      await gate.getByText('已连接').waitFor();
      await says('inside', '1');
    });

    it('is awaited too by staff who sign in, until their phone is switched off', async () => {
      const grant = { role: 'gate_staff' as const, scopeType: 'fair' as const, scopeId: fairId };
      const person = await makePerson(journey.app, '周检票', [grant], false);
      const page = await open(await bring(journey, person, PHONE), '/tasks');
      await picture(page, 'gate-tasks');
      await page.getByRole('link', { name: /检票：/ }).click();
      await page.getByLabel('入口').selectOption('南门');
      await picture(page, 'gate-choose');
      await expectFits(page);
      await page.getByRole('button', { name: '登记本机' }).click();
      await page.getByText('已连接').waitFor();
      await admission.getByRole('button', { name: '停用“周检票的手机”' }).click();
      await admission.getByRole('dialog').getByRole('button', { name: '停用' }).click();
      await admission.getByText('周检票的手机').waitFor({ state: 'detached' });
      await page.getByLabel('扫描枪，或手动输入票号').fill(ticket.number);
      await page.getByRole('button', { name: '检票', exact: true }).click();
      await page.getByText('本检票设备未登记或已停用').waitFor();
      await picture(page, 'gate-switched-off');
    });

    it('comes in again: persons and admissions are counted apart, on the screen and on the organiser’s board', async () => {
      await gate.getByRole('button', { name: '进', exact: true }).click();
      await gate.getByLabel('扫描枪，或手动输入票号').fill(second.number);
      await gate.getByRole('button', { name: '检票', exact: true }).click();
      await verdict().getByText('请进').waitFor();
      await says('inside', '2');
      await says('persons', '2');
      await says('admissions', '3');
      await verdict().waitFor({ state: 'detached' });
      await picture(gate, 'gate-log');
      await picture(screen, 'headcount');
      await expectFits(screen);
      for (const [name, text] of Object.entries({
        inside: '2',
        persons: '2',
        admissions: '3',
        exits: '1',
        refusals: '1',
      }))
        await admission
          .locator(`[data-test="${name}"]`)
          .and(admission.getByText(text, { exact: true }))
          .waitFor();
      await picture(admission, 'admission');
      await expectFits(admission);
    });

    it('says on the screen when it stands still, and goes on by itself', async () => {
      const page = await screen.context().newPage();
      page.setDefaultTimeout(60_000);
      let cut = () => {};
      let broken = false;
      await page.routeWebSocket(/socket\.io/, (socket) => {
        if (broken) void socket.close();
        else socket.connectToServer();
        cut = () => void socket.close();
      });
      await page.route('**/socket.io/**', (route) => (broken ? route.abort() : route.continue()));
      await page.goto(screenLink);
      await page.locator('[data-test="admissions"]').getByText('3', { exact: true }).waitFor();
      broken = true;
      cut();
      await page.getByText(/连接中断，正在重连 · 画面停在/).waitFor();
      await picture(page, 'headcount-stale');
      broken = false;
      await page.getByText('连接中断').waitFor({ state: 'detached' });
    });
  });
}
