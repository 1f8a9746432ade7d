import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptedProject,
  begin,
  openScoring,
  type Points,
  setStage,
  type Stage,
  submit,
} from '../api/roadshow-session.js';
import { type Browser as Client, startApp, type TestApp } from '../support/app.js';
import { contextOf, launchBrowser, openPage } from '../support/pages.js';
import { makePerson, signIn } from '../support/people.js';

const FILM = process.env['HAISHI_PICTURES'];
const LONG = '面向京津冀协同发展的新一代车规级碳化硅功率器件与智能驱动模组研发及产业化';
const TIED: Points = [27, 22, 17.5, 8.5, 13];

type Name = 'a' | 'b' | 'c' | 'd' | 'e' | 'f';

/** A ceremony with a tie, a withdrawal and an entry with too few scores, filmed step by step on a 16:9 screen, on an ultra-wide one and on a phone. */
describe('the ceremony, filmed', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let desk: Page;
  let presenter: Client;
  let walls: { name: string; page: Page }[] = [];
  let phone: Page;
  let entries: Record<Name, string>;
  const post = (path: string, body: object = {}) => stage.chair.post(`${stage.path}/${path}`).send(body).expect(204);

  async function score(name: Name, points: Points, judges = 7): Promise<void> {
    const entryId = entries[name];
    await openScoring(stage, entryId);
    for (const judge of stage.judges.slice(0, judges)) await submit(stage, judge, entryId, points).expect(200);
    await post('lock', { entryId, reason: '其余评委离场' });
  }
  async function film(name: string): Promise<void> {
    for (const { page, name: wall } of walls) {
      // What runs off a screen cannot be read from anywhere.
      const over = await page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.documentElement.scrollHeight - innerHeight,
      ]);
      expect({ wall, name, over }).toEqual({ wall, name, over: [0, 0] });
      if (!FILM) continue;
      mkdirSync(FILM, { recursive: true });
      await page.locator('.appear-enter-active, .appear-leave-active').waitFor({ state: 'detached' });
      await page.screenshot({ path: join(FILM, `film-${name}-${wall}.png`) });
    }
    if (FILM) await phone.screenshot({ path: join(FILM, `film-${name}-phone.png`) });
  }
  const onEvery = (see: (page: Page) => Promise<unknown>) => Promise.all(walls.map(({ page }) => see(page)));

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
  });
  afterEach(() => Promise.all([...walls.map(({ page }) => page), phone, desk].map((page) => page.context().close())));

  /** A session that was closed, whose ceremony is about to begin. */
  async function setUp(lineFirst: boolean): Promise<void> {
    stage = await setStage(app);
    const more = [
      await acceptedProject(app, stage.editionId, { title: LONG, organisationName: '河北石臻半导体科技有限公司' }),
      await acceptedProject(app, stage.editionId, { title: '戊 项目' }),
      await acceptedProject(app, stage.editionId, { title: LONG }),
    ];
    await stage.organiser
      .post(`${stage.path}/entries`)
      .send({ projectIds: more.map(({ id }) => id) })
      .expect(204);
    const { body } = await stage.organiser.get(stage.path).expect(200);
    const idOf = (number: string | null) =>
      (body as { entries: { id: string; number: string }[] }).entries.find((one) => one.number === number)!.id;
    entries = {
      a: stage.a,
      b: stage.b,
      c: stage.c,
      d: idOf(more[0]!.number),
      e: idOf(more[1]!.number),
      f: idOf(more[2]!.number),
    };
    await begin(stage);
    await stage.organiser.post(`${stage.path}/audience/open`).expect(204);
    await score('a', TIED);
    await post('show', { entryId: entries.a });
    const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const wall = async (name: string, width: number, height: number) => ({
      name,
      page: await openPage(
        app,
        await browser.newContext({ locale: 'zh-CN', viewport: { width, height } }),
        `/screen#${(link as { token: string }).token}`,
      ),
    });
    walls = [await wall('wide', 1920, 1080), await wall('ultra', 3840, 1080)];
    phone = await openPage(
      app,
      await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 780 }, isMobile: true }),
      `/live/${stage.id}`,
    );
    await stage.chair.put(`${stage.path}/ceremony/freeze`).expect(204);
    await score('b', [26, 21, 17, 8, 12.5], 6);
    await score('c', TIED);
    await score('d', [28.5, 23, 18, 9, 13.5]);
    await score('e', [20, 18, 15, 7, 10]);
    await score('f', TIED, 2);
    await post('withdraw', { entryId: entries.e, reason: '负责人放弃' });
    const plan = {
      awards: [
        { nameZh: '一等奖', nameEn: 'First prize', from: 1, to: 1 },
        { nameZh: '二等奖', nameEn: 'Second prize', from: 2, to: 3 },
      ],
      slides: [
        { titleZh: '石破天惊 · 海纳百川', textZh: '感谢各位评委' },
        { titleZh: '最后的悬念', beforePlace: 1 },
      ],
      advancing: 2,
      lineFirst,
    };
    await stage.chair.put(`${stage.path}/ceremony`).set('if-match', '*').send(plan).expect(204);
    await post('close', {});
    const person = await makePerson(app, '主持人', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]);
    presenter = await signIn(app, person);
    desk = await openPage(app, await contextOf(app, browser, person), `/roadshow/${stage.id}/ceremony`);
    await desk.getByRole('button', { name: '开始揭晓' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '开始揭晓' }).click();
    await onEvery((page) => page.getByText('揭晓仪式即将开始').waitFor());
  }
  /** Presses for the next step, and waits until every screen shows it. */
  async function next(index: number, all: number): Promise<void> {
    await desk
      .getByRole('button', { name: index === all - 1 ? /下一步|结束/ : '下一步' })
      .first()
      .click();
    await onEvery((page) => page.waitForFunction((at) => document.querySelector(`[data-at="${at}"]`), index + 1));
  }
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('names the withdrawn first, lets nobody see what comes, and tells a shared place as shared', async () => {
    await setUp(false);
    await film('00');
    const { body } = await presenter.get(`${stage.path}/ceremony`).expect(200);
    const { steps } = body as { steps: { kind: string; entry?: { id: string }; place?: number | null }[] };
    const placesTold: Record<string, string> = {};
    for (const [index, step] of steps.entries()) {
      await next(index, steps.length);
      await film(String(index + 1).padStart(2, '0'));
      const later = steps.slice(index + 1).flatMap((one) => (one.kind === 'tell' && one.entry ? [one.entry.id] : []));
      const [wall] = walls;
      const rows = await wall!.page.locator('.board li').allInnerTexts();
      expect(rows).toHaveLength(4 - later.filter((entryId) => entryId !== entries.f).length);
      if (step.kind === 'withdrawn') await wall!.page.getByText('已退赛').waitFor();
      if (step.kind === 'stay') {
        const text = await wall!.page.locator('[data-test="place"]').innerText();
        placesTold[step.entry!.id] = text.trim();
        await phone.getByText(text.trim()).first().waitFor();
      }
    }
    expect(placesTold).toEqual({
      [entries.d]: '第 1 名',
      [entries.a]: '并列第 2 名',
      [entries.c]: '并列第 2 名',
      [entries.b]: '第 4 名',
      [entries.f]: '有效评分不足，不计分',
    });
    await onEvery((page) => page.getByText('揭晓仪式结束').waitFor());
    for (const { page } of walls) {
      expect(await page.getByText('戊 项目').count()).toBe(0);
      const given = page.locator('.board .award');
      expect(await given.allInnerTexts()).toEqual(['一等奖', '二等奖', '二等奖']);
      // Also beneath a title that takes all its lines.
      expect((await given.first().boundingBox())!.y).toBeGreaterThan(
        (await page.locator('.board .title').first().boundingBox())!.y + 20,
      );
    }
  });

  it('tells everybody whether they advance while nobody has a place, and then each place from the last', async () => {
    await setUp(true);
    await film('line-00');
    const { body } = await presenter.get(`${stage.path}/ceremony`).expect(200);
    const { steps } = body as { steps: { kind: string; entry?: { id: string; title: string }; advances?: boolean }[] };
    const [wall] = walls;
    const board = wall!.page.locator('.board li');
    const lines = steps.filter(({ kind }) => kind === 'line');
    expect(lines).toHaveLength(5);
    const said: string[] = [];
    for (const [index, step] of steps.entries()) {
      await next(index, steps.length);
      await film(`line-${String(index + 1).padStart(2, '0')}`);
      if (step.kind === 'line') {
        said.push(await wall!.page.locator('.verdict').innerText());
        const now = step.advances ? '晋级' : '未晋级';
        expect(said.at(-1)).toBe(now);
        await phone.locator('[data-test="step"]').getByText(now, { exact: true }).waitFor();
        // Nothing on the wall or the phone is a score or a place.
        expect(await board.locator('.score').count()).toBe(0);
        expect((await board.locator('.place').allInnerTexts()).join('')).toBe('');
        expect(await wall!.page.locator('.board .line').allInnerTexts()).toEqual(
          said.toSorted((one, other) => one.length - other.length),
        );
        expect(await phone.locator('main').innerText()).not.toMatch(/\d\d\.\d\d|第 \d+ 名/);
      }
      // Whoever waits for a place stands above who has one.
      const places = await board.locator('.place').allInnerTexts();
      expect(places.join(' ').trim()).toMatch(/^(?:1 )?(?:2 ){0,2}4?$|^[124]?$/);
    }
    expect(said.toSorted()).toEqual(['晋级', '晋级', '晋级', '未晋级', '未晋级']);
    expect(await board.locator('.place').allInnerTexts()).toEqual(['1', '2', '2', '4']);
    await onEvery((page) => page.getByText('揭晓仪式结束').waitFor());
  });
});
